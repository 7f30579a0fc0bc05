"""Publishing, or sending for approval, is the button that is seen: first, with the draft behind it.

Enter in a text field presses the first button of a form, and must not publish what somebody has
half written. So an unseen button that saves a draft goes before it.
"""

from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component

APPROVE, PUBLISH, SUBMIT = "approve", "action-publish", "action-submit"
SAVE_DRAFT = "action-save-draft"
# What lets a text go on, in the order in which one of them is the first button.
ONWARDS = (APPROVE, PUBLISH, SUBMIT)


class FirstButton(Component):
    """A button of Wagtail's, with what Enter does instead of pressing it."""

    template_name = "home/admin/first_button.html"

    def __init__(self, item: Component) -> None:
        self.item = item
        self.name = item.name
        self.order = item.order

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, str]:
        """The button itself."""
        return {"button": self.item.render_html(parent_context)}

    @property
    def media(self) -> Media:
        """The scripts and styles of the button."""
        return self.item.media


def publish_first(items: list[Component]) -> None:
    """Put the buttons of one form in order: approve, publish or send, then the draft, then the rest.

    Who may do none of it keeps the draft first.
    """
    rank = {name: place for place, name in enumerate((*ONWARDS, SAVE_DRAFT))}
    if not any(item.name in ONWARDS for item in items):
        return
    items.sort(key=lambda item: rank.get(item.name, len(rank)))
    items[0] = FirstButton(items[0])

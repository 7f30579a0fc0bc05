"""Publishing is the button that is seen: first, with the draft behind it.

Enter in a text field presses the first button of a form, and must not publish what somebody has
half written. So an unseen button that saves a draft goes before it.
"""

from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component

APPROVE, PUBLISH, SAVE_DRAFT = "approve", "action-publish", "action-save-draft"


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
    """Put the buttons of one form in order: approve or publish, then the draft, then the rest.

    Who may not publish has neither, and keeps the draft first.
    """
    rank = {APPROVE: 0, PUBLISH: 1, SAVE_DRAFT: 2}
    if not any(item.name in (APPROVE, PUBLISH) for item in items):
        return
    items.sort(key=lambda item: rank.get(item.name, len(rank)))
    items[0] = FirstButton(items[0])

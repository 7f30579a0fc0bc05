"""The rules in Wagtail's own panel of checks.

The panel reads the preview, which holds what stands in the form at that moment, saved or not. So
the advice travels with the preview: no request of its own, and no copy of a draft anywhere.
"""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.admin.userbar import ContentCheckerItem

from foundation.pages import BasePage
from foundation.plain_language.readability import readability
from foundation.plain_language.reading import written_on
from foundation.plain_language.rules import advice_on


class TextChecker(ContentCheckerItem):
    """Wagtail's checks of the page as a browser shows it, and ours of what is written on it."""

    template_name = "foundation/admin/text_checker.html"
    # Of alternative texts, tables and the order of headings ours say more, and where in the form.
    axe_run_only = [
        "button-name",
        "empty-heading",
        "frame-title",
        "input-button-name",
        "link-name",
        "p-as-heading",
    ]

    def __init__(self, page: BasePage | None, **kwargs) -> None:
        super().__init__(**kwargs)
        self.page = page

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """With the advice, in a preview beside the form and nowhere else."""
        context = super().get_context_data(parent_context)
        request = parent_context.get("request")
        if self.page is not None and getattr(request, "in_preview_panel", False):
            written = written_on(self.page)
            context["text_advice"] = {
                "advice": [advice.shown for advice in advice_on(written)],
                "readability": [one.shown for one in readability(written)],
            }
        return context


def check_text_too(request: HttpRequest, items: list[Component], page: object) -> None:
    """Put our checker in the place of Wagtail's.

    A preview may show what is written within another page; it then names the page in the form.
    """
    in_form = getattr(request, "page_in_form", page)
    known = in_form if isinstance(in_form, BasePage) else None
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem) and not isinstance(item, TextChecker):
            items[place] = TextChecker(known, in_editor=item.in_editor)

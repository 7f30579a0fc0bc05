"""The buttons of a form: no button that would be refused, and plain words on those that send."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin import action_menu as of_pages
from wagtail.admin.ui.components import Component
from wagtail.models import WorkflowState
from wagtail.snippets import action_menu as of_snippets

from foundation.four_eyes import rule

PUBLISH = "action-publish"
SEND, SEND_AGAIN = "Skicka för godkännande", "Skicka för godkännande igen"


class PlainWords:
    """Says what the button does, not what the workflow is called."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The button's own context with other words."""
        thing = parent_context.get("page") or parent_context.get("instance")
        state = thing.current_workflow_state if thing and thing.pk else None
        came_back = state and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        label = SEND_AGAIN if came_back else SEND
        return {**super().get_context_data(parent_context), "label": label}


class SendPage(PlainWords, of_pages.SubmitForModerationMenuItem):
    """Sends a page for approval."""


class SendSnippet(PlainWords, of_snippets.SubmitForModerationMenuItem):
    """Sends something else with drafts for approval."""


def arrange(items: list[Component], request: HttpRequest, context: dict[str, Any]) -> None:
    """Take away what would be refused, and let the rest speak plainly."""
    if rule.is_on():
        # Where a page is made or edited Wagtail has asked `FourEyesPermissionTester` already.
        items[:] = [item for item in items if item.name != PUBLISH]
    for place, item in enumerate(items):
        if isinstance(item, of_pages.SubmitForModerationMenuItem):
            items[place] = SendPage(item.order)
        elif isinstance(item, of_snippets.SubmitForModerationMenuItem):
            items[place] = SendSnippet(item.order)

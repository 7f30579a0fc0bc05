"""What the editor is told who asks for something that four eyes do not let be done."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name
from wagtail.models import DraftStateMixin, WorkflowMixin, WorkflowState

from foundation.four_eyes import rule
from foundation.four_eyes.review import APPROVE
from foundation.refusals import refused
from foundation.swedish.dates import long_date

PUBLISH = "action-publish"


def who_sent_back(state: WorkflowState) -> str:
    """Who wants something changed, since when, and in what words."""
    step = state.current_task_state
    who = get_user_display_name(step.finished_by) if step.finished_by else "Någon"
    day = f" den {long_date(timezone.localdate(step.finished_at))}" if step.finished_at else ""
    comment = f": ”{step.comment.strip()}”" if step.comment.strip() else "."
    return f"{who} skickade tillbaka texten{day}{comment}"


def say_why_it_came_back(request: HttpRequest, thing: Model) -> None:
    """When the form of what was sent back is opened: what the reviewer wants changed."""
    if request.method != "GET" or not isinstance(thing, WorkflowMixin):
        return
    state = thing.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        messages.info(request, who_sent_back(state))


def say_what_was_not_done(request: HttpRequest, thing: Model) -> None:
    """After a form has been saved: what its button asked for and was not done, and what to do."""
    if not isinstance(thing, DraftStateMixin) or not rule.is_on():
        return
    if request.POST.get(PUBLISH):
        messages.warning(request, rule.REFUSED)
    elif _wished_to_approve(request) and not rule.may_approve(request.user, thing):
        messages.warning(request, rule.KEPT)


def _wished_to_approve(request: HttpRequest) -> bool:
    return bool(request.POST.get("action-workflow-action")) and (
        request.POST.get("workflow-action-name") == APPROVE
    )


def refuse_publishing_many(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: object
) -> HttpResponse | None:
    """Publishing many at once passes nobody's eyes."""
    if action_type == "publish" and rule.is_on():
        return refused(request, ["Fyra ögon är på: skicka sidorna för godkännande en och en."])
    return None

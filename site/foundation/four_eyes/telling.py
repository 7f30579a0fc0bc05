"""What the editor is told who asks for something that four eyes do not let be done."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from wagtail.models import DraftStateMixin

from foundation.four_eyes import rule
from foundation.four_eyes.review import APPROVE
from foundation.refusals import refused

PUBLISH = "action-publish"


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

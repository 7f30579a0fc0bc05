"""What an editor is told who was overtaken by another, and the ways on."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from wagtail.models import Page, Revision

from foundation.refusals import wants_json
from foundation.saved_by import saved_at, writer
from foundation.two_editors.conflict import saved_meanwhile, set_aside

# What the form says of the version that it was opened with.
_OPENED_WITH = ("loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id")
_NOT_SENT_AGAIN = (*_OPENED_WITH, "csrfmiddlewaretoken")


def keep_both(request: HttpRequest, thing: Model) -> HttpResponse | None:
    """Before a form is saved: stop it if another has saved meanwhile, and keep what was written."""
    if request.method != "POST" or not hasattr(thing, "latest_revision_id"):
        return None
    theirs = saved_meanwhile(thing, request.POST, request.user)
    if theirs is None:
        return None
    if wants_json(request):
        # What saves itself is still in the open form, whose script now stops and says so.
        text = f"{writer(theirs)} har sparat en nyare version. Din text är inte sparad än."
        answer = {"success": False, "error_code": "invalid_revision", "error_message": text}
        return JsonResponse(answer, status=400)
    mine = set_aside(thing, request.POST, request.FILES, request.user)
    if mine is not None:
        return redirect("overtaken", mine.pk)
    return _show_form_again(request, theirs)


def _show_form_again(request: HttpRequest, theirs: Revision) -> HttpResponse:
    """What was written cannot be kept as a version: carry it in the answer itself."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _NOT_SENT_AGAIN
        for value in values
    ]
    fields += [
        ("loaded_revision_id", theirs.pk),
        ("loaded_revision_created_at", theirs.created_at.isoformat()),
    ]
    context = {**_told(theirs), "fields": fields, "form_address": request.get_full_path()}
    return render(request, "foundation/admin/overtaken.html", context, status=409)


def overtaken(request: HttpRequest, revision_id: int) -> HttpResponse:
    """What happened to the text that was set aside, for the one who wrote it."""
    mine = get_object_or_404(Revision.objects.filter(user=request.user), pk=revision_id)
    thing = mine.content_object
    theirs = thing.latest_revision
    if theirs is None or theirs == mine:
        raise PermissionDenied
    context = {
        **_told(theirs),
        "title": str(thing),
        "compare": _address(thing, "revisions_compare", thing.pk, mine.pk, theirs.pk),
        "with_mine": _address(thing, "revisions_revert", thing.pk, mine.pk),
        "with_theirs": _address(thing, "edit", thing.pk),
    }
    return render(request, "foundation/admin/overtaken.html", context)


def _told(theirs: Revision) -> dict[str, Any]:
    return {"writer": writer(theirs), "saved_at": saved_at(theirs)}


def _address(thing: Model, name: str, *args: object) -> str:
    if isinstance(thing, Page):
        return reverse(f"wagtailadmin_pages:{name}", args=args)
    return reverse(type(thing).snippet_viewset.get_url_name(name), args=args)

"""Uploaded documents: readers reach those that a page they may read shows, and no others.

A file that hangs on a draft, on an unpublished or private page, or in a field that stays in the
admin is nobody's but the editors', also for somebody who guesses its address. Only pages refer
to documents; the registers do not.
"""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve
from wagtail.models import Page, ReferenceIndex

from delivery.headers import hide_the_visit
from foundation.media import SiteDocument
from foundation.safe_mode import covers, current_paths
from foundation.visibility import visible


@require_safe
def serve_document(request: HttpRequest, document_id: str, filename: str) -> HttpResponse:
    """The file, for everybody or for editors only; a missing and a hidden one look alike."""
    document = SiteDocument.objects.filter(pk=document_id).first()
    if document is None:
        raise Http404
    places = public_places(document)
    if not places and not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    response = serve(request, document_id, filename)
    if response.headers.get("Content-Encoding") == "None":
        # So Wagtail says that the file is sent as it is; some programs refuse what they do not know.
        del response.headers["Content-Encoding"]
    if document.is_example:
        response.headers["X-Robots-Tag"] = "noindex"
    if not places or any(covers(current_paths(), path) for path in places):
        hide_the_visit(response)
    else:
        # What is taken off the site is to be gone: whoever keeps it asks before showing it again.
        response.headers["Cache-Control"] = "no-cache"
    return response


def public_places(document: SiteDocument) -> list[str]:
    """The tree paths of the pages where all readers may find the document, in two queries."""
    references = ReferenceIndex.get_references_to(document).filter(
        base_content_type__app_label="wagtailcore", base_content_type__model="page"
    )
    shown_on = {
        int(page)
        for page, app, model, place in references.values_list(
            "object_id", "content_type__app_label", "content_type__model", "model_path"
        )
        if place.split(".")[0] not in _internal_fields(app, model)
    }
    if not shown_on:
        return []
    return list(visible(Page.objects.filter(pk__in=shown_on)).values_list("path", flat=True))


def _internal_fields(app: str, model: str) -> tuple[str, ...]:
    kind = ContentType(app_label=app, model=model).model_class()
    return getattr(kind, "internal_fields", ())

"""What the news add to Wagtail's own tools."""

from django.http import Http404, HttpRequest
from wagtail import hooks

from foundation.media import SiteDocument
from news.models import InternalMaterial


@hooks.register("before_serve_document")
def keep_internal_material_inside(document: SiteDocument, request: HttpRequest) -> None:
    """Hand a campaign's internal files to nobody but those who work here.

    Whoever is not logged in is told what a missing file tells, which gives nothing away.
    """
    if request.user.has_perm("wagtailadmin.access_admin"):
        return
    if InternalMaterial.objects.filter(document=document).exists():
        raise Http404

"""What the news add to Wagtail's own tools."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from foundation.media import SiteDocument
from news.importing.admin_form import ARTICLES
from news.models import InternalMaterial, NewsIndexPage


@hooks.register("before_serve_document")
def keep_internal_material_inside(document: SiteDocument, request: HttpRequest) -> None:
    """Hand a campaign's internal files to nobody but those who work here.

    Whoever is not logged in is told what a missing file tells, which gives nothing away.
    """
    if request.user.has_perm("wagtailadmin.access_admin"):
        return
    if InternalMaterial.objects.filter(document=document).exists():
        raise Http404


@hooks.register("register_page_header_buttons")
def import_an_article(
    page: Page, user, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """From the list of news, the way to take in an article that is written already."""
    if not isinstance(page, NewsIndexPage) or not ARTICLES.may_import(user):
        return
    if page.permissions_for_user(user).can_add_subpage():
        address = f"{reverse('import_new', args=[ARTICLES.name])}?under={page.pk}"
        yield Button("Importera artikel", url=address, icon_name="upload", priority=6)

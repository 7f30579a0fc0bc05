"""The list of pages that search engines are to know of, with when each last changed."""

from collections.abc import Iterator
from datetime import datetime

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept
from foundation.last_changes import last_changes
from foundation.pages import BasePage

# What addresses and dates are made of; no text is fetched.
_NEEDED = (
    "path",
    "url_path",
    "content_type",
    "is_example",
    "hide_from_search_engines",
    "changed_at",
    "first_published_at",
)


def indexable_pages() -> list[BasePage]:
    """Every page that search engines may show, in the order of the tree; one query a type."""
    types = [model for model in apps.get_models() if issubclass(model, BasePage)]
    pages = [
        page
        for model in types
        for page in model.objects.visible().order_by().only(*_NEEDED)
        if page.is_indexable
    ]
    return sorted(pages, key=lambda page: page.path)


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The site's sitemap."""
    pages = indexable_pages()
    changes = last_changes(pages)
    entries = [
        {"address": address, "changed_at": _to_the_second(changes[page.pk])}
        for page, address in _addresses(pages, request)
    ]
    return may_be_kept(
        render(request, "search/sitemap.xml", {"entries": entries}, content_type="application/xml")
    )


def _addresses(pages: list[BasePage], request: HttpRequest) -> Iterator[tuple[BasePage, str]]:
    """Each page with its whole address; the site's own part of it is asked for once."""
    site = request.frame.site
    if site is None:
        return
    top = site.root_page
    start = top.get_full_url(request)
    for page in pages:
        if page.url_path.startswith(top.url_path):
            yield page, start + page.url_path.removeprefix(top.url_path)


def _to_the_second(moment: datetime | None) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""

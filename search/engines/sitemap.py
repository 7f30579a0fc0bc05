"""The list of pages that search engines are to know of, with when each last changed."""

from collections.abc import Iterator
from datetime import datetime

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept
from foundation.last_changes import last_changes
from foundation.own_pages import own_pages
from foundation.pages import BasePage

# As many pages as one list holds. From there on the list is one of lists.
PER_LIST = 10_000
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


def indexable_pages(*also: str) -> list[BasePage]:
    """Every page that search engines may show, in the order of the tree; one query a type.

    `also` names fields to fetch besides those that addresses and dates are made of.
    """
    types = [model for model in apps.get_models() if issubclass(model, BasePage)]
    pages = [
        page
        for model in types
        for page in model.objects.visible().order_by().only(*_NEEDED, *also)
        if page.is_indexable
    ]
    return sorted(pages, key=lambda page: page.path)


def addresses(pages: list[BasePage], request: HttpRequest) -> Iterator[tuple[BasePage, str]]:
    """Each page with its whole address; the site's own part of it is asked for once."""
    site = request.frame.site
    if site is None:
        return
    top = site.root_page
    start = top.get_full_url(request)
    for page in pages:
        if page.url_path.startswith(top.url_path):
            yield page, start + page.url_path.removeprefix(top.url_path)


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The site's sitemap: the pages, or where there are very many the lists of them."""
    entries = _entries(request)
    if len(entries) < PER_LIST:
        return _as_xml(request, "search/sitemap.xml", entries)
    lists = [
        {
            "address": request.build_absolute_uri(reverse("part_of_sitemap", args=[number])),
            "changed_at": max(entry["changed_at"] for entry in part),
        }
        for number, part in enumerate(_parts(entries), start=1)
    ]
    return _as_xml(request, "search/sitemap_index.xml", lists)


@require_safe
def serve_part(request: HttpRequest, number: int) -> HttpResponse:
    """One of the lists that a very long sitemap is divided into."""
    entries = _entries(request)
    parts = _parts(entries) if len(entries) >= PER_LIST else []
    if not 0 < number <= len(parts):
        raise Http404
    return _as_xml(request, "search/sitemap.xml", parts[number - 1])


def _entries(request: HttpRequest) -> list[dict[str, str]]:
    pages = indexable_pages()
    changes = last_changes(pages)
    entries = [
        {"address": address, "changed_at": _to_the_second(changes[page.pk])}
        for page, address in addresses(pages, request)
    ]
    return entries + [{"address": page.address, "changed_at": ""} for page in own_pages(request)]


def _parts(entries: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    return [entries[start : start + PER_LIST] for start in range(0, len(entries), PER_LIST)]


def _as_xml(request: HttpRequest, template: str, entries: list[dict[str, str]]) -> HttpResponse:
    answer = render(request, template, {"entries": entries}, content_type="application/xml")
    return may_be_kept(answer)


def _to_the_second(moment: datetime | None) -> str:
    # In one zone, so that the newest of many is also the last in the order of letters.
    return (
        moment.astimezone(timezone.get_default_timezone()).isoformat(timespec="seconds")
        if moment
        else ""
    )

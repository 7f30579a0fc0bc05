"""What the site is and where its texts are, for programs that read texts: /llms.txt."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept
from foundation.own_pages import own_pages
from foundation.pages import BasePage
from foundation.safe_mode import covers
from search.engines.sitemap import addresses, indexable_pages

# Below the start page (2) the sections (3), what they hold (4), and measures (5).
SECTION, DEEPEST = 3, 5
# The whole list is the sitemap's.
MOST_IN_A_SECTION = 200


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The sections of the site with links to their pages in Markdown; none in safe mode."""
    pages = [
        page
        for page in indexable_pages("title", "summary", "depth")
        if page.depth <= DEEPEST and not covers(request.frame.safe_paths, page.path)
    ]
    context = {
        "start": next((page for page in pages if page.depth < SECTION), None),
        "sections": list(_sections(list(addresses(pages, request)))),
        "own_pages": own_pages(request),
        "sitemap": request.build_absolute_uri(reverse("sitemap")),
    }
    answer = render(request, "search/llms.txt", context, content_type="text/plain; charset=utf-8")
    return may_be_kept(answer)


def _sections(placed: list[tuple[BasePage, str]]) -> Iterator[dict]:
    """Each section with its pages in the order of the tree; the last of very many."""
    for section, _ in placed:
        if section.depth == SECTION:
            inside = [
                {"title": _in_a_line(page.title), "text": _in_a_line(page.summary), "url": address}
                for page, address in placed
                if page.path.startswith(section.path)
            ]
            yield {
                "title": _in_a_line(section.title),
                "pages": [inside[0], *inside[1:][-MOST_IN_A_SECTION:]],
            }


def _in_a_line(text: str) -> str:
    return " ".join(text.replace("[", "(").replace("]", ")").split())

"""The page where people search."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from delivery.headers import hide_the_visit
from foundation.branches import divisions
from foundation.visibility import visible
from search.answer import answer as answer_to
from search.listing import listed
from search.picks import picks
from search.places import KIND
from search.query import MAX_LENGTH, harmless

PER_PAGE = 20
WITHIN = "inom"


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """The form, and what was found.

    Takes `q`, the words; `sida`, the page of the list; `inom`, the address of the section to
    search; and for each facet its name with what was chosen.
    """
    words = harmless(request.GET.get("q", ""))
    section = _section(request)
    chosen = {
        name: request.GET[name]
        for name in (KIND, *(division.name for division in divisions()))
        if request.GET.get(name)
    }
    context = {"words": words, "max_length": MAX_LENGTH, "section": section, "within": WITHIN}
    if words:
        found = answer_to(words, chosen, below=section.path if section else "")
        page = Paginator(found.found.hits, PER_PAGE).get_page(request.GET.get("sida"))
        context |= {
            "answer": found,
            "found": page,
            "pages": listed(page, found.found.keys),
            "picks": picks(words) if page.number == 1 and not chosen else [],
        }
    response = render(request, "search/results.html", context)
    if words:
        # What somebody asked is nobody else's business, and least of all the next site's.
        hide_the_visit(response)
    return response


def _section(request: HttpRequest) -> Page | None:
    """The section of the site that alone is searched, if there is such a one."""
    slug, site = request.GET.get(WITHIN), request.frame.site
    if not slug or not site or "\x00" in slug:
        return None
    return visible(site.root_page.get_children().filter(slug=slug)).first()

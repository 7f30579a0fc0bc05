"""The page where people search."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from delivery.headers import hide_the_visit
from search.finding import as_listed, find
from search.query import MAX_LENGTH, harmless

PER_PAGE = 20


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """The form, and what was found. Takes `q`, the words, and `sida`, the page of the list."""
    words = harmless(request.GET.get("q", ""))
    context = {"words": words, "max_length": MAX_LENGTH}
    if words:
        found = Paginator(find(words), PER_PAGE).get_page(request.GET.get("sida"))
        context |= {
            "found": found,
            "pages": as_listed(list(found)),
        }
    response = render(request, "search/results.html", context)
    if words:
        # What somebody asked is nobody else's business, and least of all the next site's.
        hide_the_visit(response)
    return response

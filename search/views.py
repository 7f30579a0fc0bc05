"""The page where people search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """The search form, and what was found."""
    return render(request, "search/results.html")

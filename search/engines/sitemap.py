"""The list of pages for search engines."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The site's sitemap."""
    return render(request, "search/sitemap.xml", {"entries": []}, content_type="application/xml")

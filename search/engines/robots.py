"""What robots are asked to leave alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The site's robots.txt."""
    return render(request, "robots.txt", content_type="text/plain")

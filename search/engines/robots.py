"""What robots are asked to leave alone, and where the list of pages is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The site's robots.txt.

    Pages that must not be indexed say so themselves. A robot that may not read them would
    never know, and could still list their addresses.
    """
    site = request.frame.site
    home = site.root_url if site else request.build_absolute_uri("/").rstrip("/")
    sitemaps = [f"{home}{reverse(name)}" for name in ("sitemap", "news_sitemap")]
    return may_be_kept(
        render(request, "robots.txt", {"sitemaps": sitemaps}, content_type="text/plain")
    )

"""The newest articles, as search engines for news want them: of two days, a thousand at most."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept
from foundation.own_pages import own_page
from news.models import NewsIndexPage, NewsPage
from search.engines.sitemap import addresses

DAYS = 2
MOST = 1_000


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The articles that bear the day of today or yesterday."""
    articles = newest_articles()
    entries = [
        {"address": address, "title": page.title, "published": page.published_on.isoformat()}
        for page, address in addresses(articles, request)
    ]
    context = {
        "entries": entries,
        "stand_in": None if entries else _where_they_will_stand(request),
        "publication": request.frame.settings.name,
    }
    answer = render(request, "search/sitemap_news.xml", context, content_type="application/xml")
    return may_be_kept(answer)


def _where_they_will_stand(request: HttpRequest) -> str:
    """The schema of sitemaps allows no empty list: on most days this page stands in it alone."""
    pages = [page for page in NewsIndexPage.objects.visible() if page.is_indexable]
    open_pages = [page for page in pages if not page.in_safe_branch]
    found = next((address for _, address in addresses(open_pages, request)), None)
    return found or own_page("feeds", request).address


def newest_articles() -> list[NewsPage]:
    """The indexable articles of the last days, the newest first; what lies in safe mode is no news."""
    first = timezone.localdate() - datetime.timedelta(days=DAYS - 1)
    articles = NewsPage.objects.visible().filter(published_on__gte=first).newest_first()
    articles = articles.filter(is_example=False, hide_from_search_engines=False)
    return [page for page in articles.defer_streamfields() if not page.in_safe_branch][:MOST]

"""The newest articles, as search engines for news want them: of two days, a thousand at most."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept
from news.models import NewsPage
from search.engines.sitemap import addresses

DAYS = 2
MOST = 1_000


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The articles that bear the day of today or yesterday; none is a valid answer."""
    articles = newest_articles()
    entries = [
        {"address": address, "title": page.title, "published": page.published_on.isoformat()}
        for page, address in addresses(articles, request)
    ]
    context = {"entries": entries, "publication": request.frame.settings.name}
    answer = render(request, "search/sitemap_news.xml", context, content_type="application/xml")
    return may_be_kept(answer)


def newest_articles() -> list[NewsPage]:
    """The indexable articles of the last days, the newest first; what lies in safe mode is no news."""
    first = timezone.localdate() - datetime.timedelta(days=DAYS - 1)
    articles = NewsPage.objects.visible().filter(published_on__gte=first).newest_first()
    articles = articles.filter(is_example=False, hide_from_search_engines=False)
    return [page for page in articles.defer_streamfields() if not page.in_safe_branch][:MOST]

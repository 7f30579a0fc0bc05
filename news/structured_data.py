"""News in the words of schema.org. Support and campaigns lie in safe mode and say nothing."""

from foundation.structured_data import Node, Shown, described_by, reference
from news.models import NewsIndexPage, NewsPage


def register() -> None:
    """Tell of articles and of the list of them."""
    described_by(NewsPage, _article)
    described_by(NewsIndexPage, lambda shown: {"@type": "CollectionPage"})


def _article(shown: Shown) -> Node:
    return {
        "@type": "NewsArticle",
        "headline": shown.page.title,
        "author": shown.publisher,
        "about": reference(shown, shown.real("measures")),
    }

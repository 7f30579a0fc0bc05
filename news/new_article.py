"""What an article begins with."""

from wagtail.models import Page
from wagtail.signals import init_new_page


def connect() -> None:
    """Listen to new forms."""
    init_new_page.connect(_begin, dispatch_uid="news.new_article")


def _begin(page: Page, **kwargs: object) -> None:
    """Open the form of a new article with room for its text, as nearly every one begins with that."""
    from news.models import NewsPage

    if isinstance(page, NewsPage) and not page.body:
        page.body = [("paragraph", "")]

"""News have a feed of their own, with the whole article."""

import feedparser
import pytest
from wagtail.models import PageViewRestriction

from tests.factories import NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db

BODY = [
    ("heading", {"text": "På torget", "level": "h2"}),
    ("quote", {"text": "Det blev ljust.", "speaker": "Kim Exempel", "role": "boende"}),
    ("paragraph", "<p>Lampor <b>lyser</b>.</p>"),
    ("note", "<p>HEMLIG anteckning</p>"),
]


@pytest.fixture
def index(home):
    """The list of news."""
    return NewsIndexPageFactory(parent=home)


def test_an_article_is_told_whole(client, index):
    article = NewsPageFactory(parent=index, title="Ljus på torget", body=BODY)

    [told] = feedparser.parse(client.get("/flode/nyheter.atom").content).entries

    assert told.title == "Ljus på torget"
    assert told.link == article.full_url
    text = told.content[0].value
    for words in ("Det viktigaste", "<h2>På torget</h2>", "Det blev ljust.", "<b>lyser</b>"):
        assert words in text
    assert "HEMLIG" not in text
    assert feedparser.parse(client.get("/flode/allt.atom").content).entries[0].id == told.id


def test_examples_drafts_and_private_articles_are_not(client, index):
    NewsPageFactory(parent=index, title="HEMLIG 1", is_example=True)
    NewsPageFactory(parent=index, title="HEMLIG 2", live=False)
    private = NewsPageFactory(parent=index, title="HEMLIG")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    for name in ("allt", "nyheter"):
        assert "HEMLIG" not in client.get(f"/flode/{name}.atom").text

"""The list of the newest articles: two days old at most, and only what search engines may show."""

from xml.etree import ElementTree

import pytest
from wagtail.models import PageViewRestriction

from search.engines import news_sitemap
from tests import noting
from tests.days import days_ago
from tests.factories import NewsIndexPageFactory, NewsPageFactory
from tests.search.sitemap_rules import NEWS, SITEMAP, faults

pytestmark = pytest.mark.django_db


@pytest.fixture
@noting.once
def news(home):
    return NewsIndexPageFactory(parent=home, slug="nyheter")


def listed(client):
    """The titles, in order."""
    answer = client.get("/sitemap-nyheter.xml")
    assert answer["Content-Type"].startswith("application/xml")
    assert faults(answer.content) == []
    root = ElementTree.fromstring(answer.content)  # noqa: S314 (our own)
    assert all(client.get(loc.text).status_code == 200 for loc in root.iter(f"{SITEMAP}loc"))
    return [title.text for title in root.iter(f"{NEWS}title")]


def test_where_there_is_no_news_it_names_the_page_where_news_will_stand(client, news):
    """A list without any address is not valid, and most days bring no news."""
    NewsPageFactory(parent=news, title="I förrgår", published_on=days_ago(2))
    assert listed(client) == []
    assert locations(client) == [news.full_url]

    news.hide_from_search_engines = True
    news.save_revision().publish()
    assert listed(client) == []
    assert locations(client) == ["http://localhost/flode/"]


def locations(client):
    root = ElementTree.fromstring(client.get("/sitemap-nyheter.xml").content)  # noqa: S314 (our own)
    return [loc.text for loc in root.iter(f"{SITEMAP}loc")]


def test_it_holds_the_articles_of_today_and_yesterday(client, news):
    for title, days in (("I förrgår", 2), ("I går", 1), ("I dag & <nu>", 0)):
        NewsPageFactory(parent=news, title=title, published_on=days_ago(days))

    assert listed(client) == ["I dag & <nu>", "I går"]


def test_it_holds_nothing_that_search_engines_may_not_show(client, news):
    today = {"parent": news, "published_on": days_ago(0)}
    NewsPageFactory(title="Utkast", live=False, **today)
    NewsPageFactory(title="Exempel", is_example=True, **today)
    NewsPageFactory(title="Gömd", hide_from_search_engines=True, **today)
    NewsPageFactory(title="Neutral", slug="neutral", safe_mode=True, **today)
    private = NewsPageFactory(title="Inloggning", **today)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert listed(client) == []

    NewsPageFactory(title="Öppen", **today)
    assert listed(client) == ["Öppen"]
    news.unpublish()
    assert listed(client) == []


def test_it_holds_no_more_than_the_most(client, news, monkeypatch):
    monkeypatch.setattr(news_sitemap, "MOST", 1)
    for title in ("Första", "Andra"):
        NewsPageFactory(parent=news, title=title, published_on=days_ago(0))

    assert listed(client) == ["Andra"]

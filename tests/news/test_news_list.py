"""The list of news."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.models import NewsIndexPage, NewsPage
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.django_db

SPRING = datetime.date(2026, 4, 1)
SUMMER = datetime.date(2026, 7, 1)
DAY = datetime.timedelta(days=1)


def many(news, count):
    """Put so many public articles in the list at once, a day apart, the first one newest."""
    for number in range(1, count + 1):
        article = NewsPageFactory.build(
            title=f"Artikel {number}",
            slug=f"artikel-{number}",
            published_on=SUMMER - number * DAY,
            locale=news.locale,
        )
        news.add_child(instance=article)


def titles(response):
    """What the list in the response shows, in order."""
    return [article.title for article in response.context["page_obj"]]


def test_an_empty_list_says_so(client, news):
    assert "Det finns inga nyheter här ännu" in client.get(news.url).text


def test_the_day_of_publication_rules_the_order_and_then_the_moment_of_going_live(client, news):
    NewsPageFactory(parent=news, title="Sommar", published_on=SUMMER)
    NewsPageFactory(parent=news, title="Vår, först", published_on=SPRING)
    NewsPageFactory(parent=news, title="Vår, sedan", published_on=SPRING)

    assert titles(client.get(news.url)) == ["Sommar", "Vår, sedan", "Vår, först"]


def test_twenty_articles_are_shown_at_a_time_with_ways_on(client, news):
    many(news, 41)

    first, second, third = (client.get(news.url, {"sida": number}) for number in (1, 2, 3))

    assert [len(titles(page)) for page in (first, second, third)] == [20, 20, 1]
    assert titles(second)[0] == "Artikel 21"
    assert 'rel="prev"' not in first.text
    assert '<link rel="next" href="http://localhost/nyheter/?sida=2">' in first.text
    assert '<link rel="prev" href="http://localhost/nyheter/">' in second.text
    assert '<link rel="canonical" href="http://localhost/nyheter/?sida=2">' in second.text
    assert '<a href="?sida=3" rel="next">' in second.text
    assert 'rel="next"' not in third.text


@pytest.mark.parametrize("number", ["0", "-1", "2", "99999999999999999999", "två", ""])
def test_a_page_that_is_not_there_is_not_found(client, news, number):
    NewsPageFactory(parent=news)
    assert client.get(news.url, {"sida": number}).status_code == 404


def test_drafts_and_private_articles_are_not_listed(client, news):
    NewsPageFactory(parent=news, title="Publik")
    NewsPageFactory(parent=news, title="Utkast", live=False)
    private = NewsPageFactory(parent=news, title="Hemlig")
    restriction = PageViewRestriction.objects.create(page=private, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Ledningen"))

    assert titles(client.get(news.url)) == ["Publik"]


def test_an_unpublished_list_hides_its_articles(client, news):
    article = NewsPageFactory(parent=news)
    news.unpublish()

    assert client.get(article.url).status_code == 410
    assert not NewsPage.objects.visible().exists()


@pytest.mark.parametrize("count", [1, 100])
def test_the_list_costs_the_same_however_many_there_are(
    client, news, count, django_assert_max_num_queries
):
    many(news, count)
    client.get(news.url)

    with django_assert_max_num_queries(9):
        client.get(news.url)


def test_the_list_has_changed_when_an_article_has(news):
    tomorrow = timezone.now() + DAY
    for changed_at, is_live in ((tomorrow, True), (tomorrow + DAY, False)):
        article = NewsPageFactory(parent=news, live=is_live)
        NewsPage.objects.filter(pk=article.pk).update(changed_at=changed_at)

    assert NewsIndexPage.objects.get().updated_at == tomorrow


def test_an_example_is_marked_in_the_list(client, news):
    NewsPageFactory(parent=news, is_example=True)
    assert "Exempeldata" in client.get(news.url).text

"""Every page says who answers for it and when somebody looked through it; an old one says so."""

import datetime

import pytest
from django.template.loader import get_template
from django.utils import timezone
from wagtail.models import get_page_models

from actionplan.models import MeasurePage
from delivery import generation
from foundation.contacts import Organisation
from foundation.pages import BasePage
from home.models import StandardPage
from home.publishing import add_page
from news.models import NewsPage
from tests.days import days_ago
from tests.factories import (
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
)

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def page(home):
    return add_page(home, StandardPage(title="Kontakt", slug="kontakt"))


def shown(client, page, **facts):
    type(page).objects.filter(pk=page.pk).update(**facts)
    return " ".join(client.get(page.url).text.split())


def test_a_page_without_a_publisher_of_its_own_is_the_municipalitys(client, page):
    assert "Publicerad av Hagfors kommun." in shown(client, page)


def test_a_page_names_its_publisher(client, page):
    unit = Organisation.objects.create(name="Enheten för sysselsättning")

    assert "Publicerad av Enheten för sysselsättning." in shown(client, page, publisher=unit)


def test_a_page_that_names_nobody_is_that_of_the_nearest_page_above_that_does(
    client, plan, area, measure, django_assert_num_queries
):
    far, near = (Organisation.objects.create(name=name) for name in ("Säkerheten", "Fritiden"))
    shown(client, plan, publisher=far)
    generation.advance()
    assert "Publicerad av Säkerheten." in shown(client, measure)
    shown(client, area, publisher=near)
    generation.advance()

    assert "Publicerad av Fritiden." in shown(client, measure)
    assert "Publicerad av Fritiden." in shown(client, area)
    assert "Publicerad av Säkerheten." in shown(client, plan)
    measure = MeasurePage.objects.get()
    with django_assert_num_queries(0):
        assert measure.published_by == near


def test_the_municipality_does_not_answer_for_a_demonstration(client, page):
    add_page(page, StandardPage(title="Exempel", slug="exempel", is_example=True))

    html = shown(client, page)

    assert "Sidan hör till en demonstration. Hagfors kommun svarar inte för den." in html
    assert "Publicerad av" not in html


@pytest.mark.parametrize("address", ["/", "/nyheter/", "/sok/", "/finns-inte/"])
def test_a_list_a_search_and_a_missing_page_have_somebody_too(client, home, address):
    NewsIndexPageFactory(parent=home)

    assert "Publicerad av Hagfors kommun." in " ".join(client.get(address).text.split())


def test_a_page_says_when_it_was_reviewed_or_that_it_was_not(client, page):
    assert "Inte granskad efter publiceringen." in shown(client, page)

    html = shown(client, page, reviewed_on=datetime.date(2026, 5, 3))

    assert 'Senast granskad <time datetime="2026-05-03">3 maj 2026</time>.' in html
    assert "Inte granskad" not in html


@pytest.mark.parametrize(("days", "is_old"), [(360, False), (370, True)])
def test_a_page_is_old_a_year_after_its_review(client, page, days, is_old):
    html = shown(client, page, reviewed_on=days_ago(days))

    assert ("Det är mer än ett år sedan, så något kan ha ändrats." in html) is is_old


def test_a_page_that_nobody_has_reviewed_is_old_a_year_after_its_last_change(client, page):
    html = shown(client, page, changed_at=timezone.now() - 370 * DAY)

    assert "Sidan har inte granskats sedan <time" in html


def test_a_review_makes_it_good_for_another_year(client, page):
    html = shown(client, page, changed_at=timezone.now() - 800 * DAY, reviewed_on=days_ago(1))

    assert "mer än ett år sedan" not in html


@pytest.mark.parametrize(("days", "is_old"), [(170, False), (190, True)])
def test_news_are_old_half_a_year_after_their_day_also_when_reviewed(client, home, days, is_old):
    article = NewsPageFactory(parent=NewsIndexPageFactory(parent=home))

    html = shown(client, article, published_on=days_ago(days), reviewed_on=days_ago(1))

    assert ("Den här nyheten är äldre än sex månader." in html) is is_old
    assert NewsPage.objects.get().is_old is is_old


def test_a_status_update_is_old_a_year_after_its_day_unless_a_newer_one_says_more(client, measure):
    old = StatusUpdatePageFactory(parent=measure, fact_on=days_ago(370))
    words = "Den här lägesrapporten är äldre än ett år."
    assert words in shown(client, old, reviewed_on=days_ago(1))

    newer = StatusUpdatePageFactory(parent=measure, fact_on=days_ago(30))

    assert words not in shown(client, old)
    assert words not in shown(client, newer)


def test_only_lists_never_grow_old():
    never = {
        model.__name__
        for model in get_page_models()
        if issubclass(model, BasePage) and not model.months_until_old
    }

    assert never == {
        "HomePage",
        "IndicatorIndexPage",
        "NewsIndexPage",
        "SurveyIndexPage",
    }


def test_a_measure_that_is_followed_up_says_by_that_how_old_it_is(client, area):
    measure = MeasurePageFactory(parent=area, next_follow_up="2020-01-01")
    long_ago = timezone.now() - 800 * DAY

    assert "mer än ett år sedan" not in shown(client, measure, changed_at=long_ago)
    assert "mer än ett år sedan" in shown(client, measure, changed_at=long_ago, next_follow_up=None)


GROWING_OLD = [
    model
    for model in get_page_models()
    if issubclass(model, BasePage) and (model.months_until_old or model.when_old)
]


@pytest.mark.parametrize("model", GROWING_OLD)
def test_every_page_type_that_grows_old_says_so_after_its_heading(model):
    source = get_template(model.template).template.source

    assert source.index("<h1") < source.index("components/old_page.html")

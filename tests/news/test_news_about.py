"""A measure's own page tells what has been told about it."""

import datetime

import pytest
from django.template import Context, Template
from wagtail.models import PageViewRestriction

from news.about import about
from news.models import CampaignMeasure, NewsMeasure
from tests.factories import CampaignPageFactory, MeasurePageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def measure(focus_area):
    """A measure that nothing has been told about."""
    return MeasurePageFactory(parent=focus_area, title="Ett tryggare torg")


def article(news, measure, title, day=1, **values):
    """An article about the measure."""
    page = NewsPageFactory(
        parent=news, title=title, published_on=datetime.date(2026, 5, day), **values
    )
    page.measure_links.add(NewsMeasure(measure=measure))
    page.save()
    return page


def campaign(support, measure):
    """A campaign about the measure, in the spring between the articles."""
    days = {"starts_on": datetime.date(2026, 5, 2), "ends_on": datetime.date(2026, 5, 8)}
    page = CampaignPageFactory(parent=support, title="Orange vecka", **days)
    page.measure_links.add(CampaignMeasure(measure=measure))
    page.save()
    return page


def rendered(measure):
    """What a measure's template shows."""
    template = Template("{% load news_tags %}{% news_about measure %}")
    return template.render(Context({"measure": measure}))


def test_news_and_campaigns_stand_in_one_list_newest_first(news, support, measure):
    article(news, measure, "Äldst", day=1)
    campaign(support, measure)
    article(news, measure, "Nyast", day=3)

    assert [page.title for page in about(measure)] == ["Nyast", "Orange vecka", "Äldst"]


def test_the_list_costs_one_query_however_long_it_is(
    news, support, measure, django_assert_num_queries
):
    for day in range(1, 6):
        article(news, measure, f"Nyhet {day}", day=day)
    campaign(support, measure)
    rendered(measure)

    with django_assert_num_queries(1):
        text = rendered(measure)
    assert text.count("<li>") == 6


def test_it_tells_when_and_for_how_long(news, support, measure):
    article(news, measure, "Nya lampor", day=3)
    campaign(support, measure)

    text = rendered(measure)

    assert '<time datetime="2026-05-03">3 maj 2026</time>' in text
    assert "Kampanj 2–8\u00a0maj\u00a02026" in text


def test_drafts_private_pages_and_what_lies_below_an_unpublished_one_are_left_out(
    news, support, measure
):
    article(news, measure, "Utkast", live=False)
    PageViewRestriction.objects.create(
        page=article(news, measure, "Hemlig"), restriction_type="login"
    )
    campaign(support, measure)
    support.unpublish()

    assert list(about(measure)) == []


def test_an_article_about_other_measures_is_left_out(news, measure, focus_area):
    article(news, MeasurePageFactory(parent=focus_area), "Om något annat")
    assert list(about(measure)) == []


def test_a_measure_that_is_named_twice_gives_one_line(news, measure):
    page = article(news, measure, "Nya lampor")
    page.measure_links.add(NewsMeasure(measure=measure))
    page.save()

    assert len(about(measure)) == 1


def test_with_nothing_told_there_is_no_heading(measure):
    assert rendered(measure).strip() == ""

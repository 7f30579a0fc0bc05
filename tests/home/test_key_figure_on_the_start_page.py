"""The figure on the start page follows its indicator, and a hidden one is never told."""

import pytest
from wagtail.models import PageViewRestriction

from actionplan.models import IndicatorValue
from tests.factories import IndicatorIndexPageFactory, IndicatorPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator(home, plan):
    """An indicator that the start page tells of."""
    page = IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan))
    IndicatorValue.objects.create(indicator=page, value=11, geography="Exempelkommun")
    home.refresh_from_db()
    home.key_figure_indicator = page
    home.key_figure_meaning = "avstår."
    home.save_revision().publish()
    return page


def test_it_is_the_newest_of_the_indicator(client, indicator):
    page = client.get("/").text

    assert "<strong>11\u00a0procent</strong> avstår." in page
    assert f'<a href="{indicator.url}">Mer om siffran</a>' in page


def test_of_a_hidden_indicator_the_written_one_is_shown_or_none(client, home, indicator):
    PageViewRestriction.objects.create(page=indicator, restriction_type=PageViewRestriction.LOGIN)
    assert "avstår" not in client.get("/").text

    home.refresh_from_db()
    home.key_figure, home.key_figure_source = "12 procent", "NTU"
    home.save_revision().publish()
    page = client.get("/").text
    assert "<strong>12 procent</strong> avstår." in page
    assert "11\u00a0procent" not in page


def test_an_indicator_needs_words_that_say_what_its_figure_means(home, indicator):
    home.key_figure_meaning = ""
    home.key_figure_indicator = indicator

    assert home.publication_errors() == {"key_figure_meaning": ["Skriv vad talet betyder."]}

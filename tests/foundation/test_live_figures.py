"""Figures in texts and blocks follow the indicator they come from, and never tell a hidden one."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from actionplan.models import IndicatorValue
from foundation.blocks import BodyBlock
from foundation.figures import follow
from foundation.precise_date import PreciseDate
from tests import noting
from tests.factories import (
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
)

BODY = BodyBlock()
BLOCK = BODY.child_blocks["key_figure"]
NB = "\u00a0"


@pytest.fixture
@noting.once
def indicator(plan):
    """An indicator with two years of two places; its own is the one written first."""
    page = IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan), unit="procent")
    for place, year, value in (
        ("Exempelkommun", 2023, "14"),
        ("Exempelkommun", 2024, "11.5"),
        ("Annan plats", 2024, "99"),
    ):
        IndicatorValue.objects.create(
            indicator=page,
            value=Decimal(value),
            low=9,
            high=100,
            geography=place,
            period_from=PreciseDate.of_year(year),
            source_text="Rapport",
        )
    return page


def linked(indicator, words):
    return f'<p>Här svarar <a linktype="page" id="{indicator.pk}">{words}</a> så.</p>'


def shown(*blocks):
    return str(
        BODY.to_python([{"type": n, "value": v, "id": str(i)} for i, (n, v) in enumerate(blocks)])
    )


def hide(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


# In running text


@pytest.mark.parametrize(
    ("words", "followed"),
    [
        ("12 procent", f"11,5{NB}procent (2024)"),
        ("12,25 %", f"11,5{NB}% (2024)"),
        ("12", "11,5 (2024)"),
        ("−1 200 procent", f"11,5{NB}procent (2024)"),
        ("12&nbsp;procent", f"11,5{NB}procent (2024)"),
        ("<b>12 procent</b>", f"<b>11,5{NB}procent (2024)</b>"),
        ("12 personer", "12 personer"),
        ("2019 var det 12 procent", "2019 var det 12 procent"),
        ("frågan om trygghet", "frågan om trygghet"),
        ("<b>12</b> procent", "<b>12</b> procent"),
        ("", ""),
    ],
)
def test_a_figure_that_is_linked_follows_and_other_words_stay(words, followed):
    assert follow(words, "11,5", "procent", "2024") == followed


def test_a_figure_linked_to_an_indicator_is_its_newest(indicator):
    html = shown(("paragraph", linked(indicator, "12 procent")))

    assert f'<a href="{indicator.url}">11,5{NB}procent (2024)</a> så.' in html
    IndicatorValue.objects.filter(geography="Exempelkommun").update(value=10)
    indicator.save_revision().publish()
    assert f">10{NB}procent (2024)</a>" in shown(("paragraph", linked(indicator, "12 procent")))


@pytest.mark.parametrize("way", [hide, lambda page: page.unpublish()])
def test_without_an_indicator_that_can_be_read_the_words_stay_as_they_were_written(indicator, way):
    way(indicator)
    html = shown(("paragraph", linked(indicator, "12 procent")))

    assert "12 procent" in html
    assert "11,5" not in html
    assert indicator.url not in html


def test_an_indicator_without_figures_is_an_ordinary_link(indicator):
    IndicatorValue.objects.all().delete()

    assert ">12 procent</a>" in shown(("paragraph", linked(indicator, "12 procent")))


def test_a_unit_with_markup_in_it_is_text(indicator):
    indicator.unit = '<script>"'
    indicator.save()
    html = shown(("paragraph", linked(indicator, "12 &lt;script&gt;&quot;")))

    assert "<script" not in html


# In a block of its own


def test_a_key_figure_of_an_indicator_tells_all_that_has_to_be_said(indicator):
    html = shown(("key_figure", {"indicator": indicator.pk, "explanation": "avstår."}))

    assert f"<strong>11,5{NB}procent</strong> avstår." in html
    assert "Exempelkommun, 2024. Troligen mellan 9 och 100. Källa: Rapport." in html
    assert f'<a href="{indicator.url}">Mer om siffran</a>' in html


def test_a_key_figure_can_stay_with_a_period(indicator):
    value = {"indicator": indicator.pk, "period": " 2023 ", "explanation": "avstår."}

    assert f"14{NB}procent" in shown(("key_figure", value))


@pytest.mark.parametrize("way", [hide, lambda page: page.unpublish()])
def test_a_key_figure_that_cannot_be_read_is_the_written_one_or_none(indicator, way):
    way(indicator)
    written = {
        "indicator": indicator.pk,
        "explanation": "avstår.",
        "value": "12 procent",
        "source": "NTU",
    }

    assert "<strong>12 procent</strong>" in shown(("key_figure", written))
    silent = shown(("key_figure", {"indicator": indicator.pk, "explanation": "avstår."}))
    assert "figure" not in silent
    assert "avstår" not in silent


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({}, {"value"}),
        ({"value": "12 procent"}, {"source"}),
        ({"value": "12 procent", "source": "NTU"}, set()),
        ({"indicator": True}, set()),
        ({"indicator": True, "period": "2023"}, set()),
        ({"indicator": True, "period": "1999"}, {"period"}),
    ],
)
def test_what_a_key_figure_needs_before_it_is_public(indicator, fields, refused):
    if fields.get("indicator"):
        fields = {**fields, "indicator": indicator.pk}
    value = BLOCK.to_python({"explanation": "avstår.", **fields})

    BLOCK.clean_deferred(value)
    if not refused:
        BLOCK.clean(value)
        return
    with pytest.raises(ValidationError) as stopped:
        BLOCK.clean(value)
    assert set(stopped.value.block_errors) == refused


# Cost


def test_ten_figures_cost_an_article_as_many_queries_as_one(client, home, indicator):
    news = NewsIndexPageFactory(parent=home)

    def queries(count):
        body = [
            ("paragraph", linked(indicator, "12 procent")),
            ("key_figure", {"indicator": indicator, "explanation": "avstår."}),
        ] * count
        article = NewsPageFactory(parent=news, body=body)
        client.get(article.url)
        with CaptureQueriesContext(connection) as captured:
            text = client.get(article.url).text
        assert text.count(f"11,5{NB}procent") == 2 * count
        return len(captured)

    assert queries(1) == queries(10)

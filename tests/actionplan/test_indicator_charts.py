"""The page of an indicator draws its figures, says them in words, and stays light and safe to show."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

from actionplan.indicator_charts import charts_of
from actionplan.models import IndicatorPage, IndicatorTarget, IndicatorValue, SeriesBreak
from foundation.precise_date import PreciseDate
from foundation.stylesheet import joined
from tests import noting
from tests.factories import IndicatorIndexPageFactory, IndicatorPageFactory

pytestmark = pytest.mark.django_db


def values(place, figures, **facts):
    return [
        IndicatorValue(
            period_from=PreciseDate.of_year(year),
            value=value,
            low=None if value is None else value - 2,
            high=None if value is None else value + 2,
            status="missing" if value is None else "final",
            geography=place,
            source_text="Undersökning",
            **facts,
        )
        for year, value in figures.items()
    ]


@pytest.fixture
@noting.once
def indicator(plan):
    """An indicator with twenty values: two places, groups, a gap, a break and a target."""
    page = IndicatorPageFactory(
        parent=IndicatorIndexPageFactory(parent=plan), title="Hur många?", place="Exempelkommun"
    )
    page.values = [
        *values("Andra <b>sidan", dict.fromkeys(range(2016, 2025), 30)),
        *values("Exempelkommun", {year: year - 2000 for year in range(2016, 2024)} | {2024: None}),
        *values("Exempelkommun", {2024: 20}, group="kvinnor"),
        *values("Exempelkommun", {2024: 30}, group="män"),
    ]
    page.targets = [IndicatorTarget(value=5, by=PreciseDate.of_year(2030))]
    page.breaks = [SeriesBreak(at=PreciseDate.of_year(2020), explanation="Ny fråga")]
    page.save_revision().publish()
    return IndicatorPage.objects.get(pk=page.pk)


def test_the_page_draws_the_places_and_the_groups_and_says_what_there_is_to_see(client, indicator):
    page = client.get(indicator.url).text

    assert page.count('<figure class="chart">') == 2
    title, description = re.search(
        r"<title id[^>]*>(.*?)</title>\s*<desc[^>]*>(.*?)</desc>", page
    ).groups()
    assert title == "Utvecklingen: Hur många?"
    assert description == (
        "Linjediagram för Exempelkommun och Andra &lt;b&gt;sidan, från 2016 till 2024."
    )
    assert 'role="img" aria-labelledby="chart-1" aria-describedby="chart-1-text"' in page
    for words in (
        "Siffror före 2020 går inte att jämföra med de senare.",
        "Målet är 5 procent senast 2030.",
        "Uppgift saknas för 2024.",
        "Bruten serie",
        "Grupper i Exempelkommun",
        "kvinnor: <b>20</b>",
    ):
        assert words in page


def test_the_page_needs_no_style_in_the_markup_and_no_script(client, indicator):
    main = client.get(indicator.url).text.partition("<main")[2].partition("</main>")[0]

    assert " style=" not in main
    assert "<script" not in main
    assert "<b>sidan" not in main


def test_the_page_is_light_with_twenty_values(client, indicator):
    css = joined(Path(settings.BASE_DIR) / "site" / "static" / "css" / "site.css")
    page = client.get(indicator.url).content

    assert indicator.values.count() == 20
    assert sum(len(gzip.compress(part, 6)) for part in (page, css.encode())) <= 14_000


def test_one_figure_alone_or_none_is_no_chart(client, plan):
    index = IndicatorIndexPageFactory(parent=plan)
    one, none = (IndicatorPageFactory(parent=index, slug=slug) for slug in ("en", "ingen"))
    one.values = values("Exempelkommun", {2024: 5})
    none.values = values("Exempelkommun", {2023: None, 2024: None})
    for page in (one, none):
        page.save()
        assert "<figure" not in client.get(page.url).text


def test_the_newest_figure_is_of_the_indicators_own_place(indicator):
    newest = indicator.newest_value

    assert (newest.geography, newest.period, newest.group) == ("Exempelkommun", "2023", "")
    indicator = IndicatorPage(values=values("B", {2023: 3}) + values("A", {2024: 4}))
    assert indicator.newest_value.geography == "B"


def test_of_two_figures_of_the_same_period_the_one_written_last_is_drawn(plan):
    page = IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan))
    page.values = values("A", {2023: 3, 2024: 4}) + values("A", {2024: 9})
    page.save()

    (chart,) = charts_of(IndicatorPage.objects.get())
    assert [int(one.value) for one in chart.drawing.comparison.main.points] == [3, 9]


@pytest.mark.parametrize(
    ("starts", "ends", "label"),
    [
        (PreciseDate.of_year(2024), None, ("2024",)),
        (PreciseDate.of_year(2019), PreciseDate.of_year(2020), ("2019–20",)),
        (PreciseDate.of_year(1999), PreciseDate.of_year(2000), ("1999–2000",)),
        (PreciseDate.of_quarter(2024, 3), None, ("kv 3", "2024")),
        (PreciseDate.of_month(2024, 5), None, ("maj", "2024")),
        (PreciseDate.of_month(2024, 5), PreciseDate.of_month(2024, 8), ("maj–aug", "2024")),
    ],
)
def test_a_period_is_written_as_short_as_an_axis_needs(starts, ends, label):
    rows = [
        IndicatorValue(value=number, geography="A", period_from=start, period_to=end)
        for number, start, end in ((1, PreciseDate.of_year(1950), None), (2, starts, ends))
    ]
    (chart,) = charts_of(IndicatorPage(values=rows))
    assert chart.drawing.labels[-1]["lines"] == label

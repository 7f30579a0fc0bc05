"""Indicators: what a reader sees of the figures, and what it costs."""

from decimal import Decimal

import pytest
from wagtail.models import PageViewRestriction

from actionplan.models import (
    IndicatorPage,
    IndicatorTarget,
    IndicatorValue,
    MeasurePage,
    SeriesBreak,
)
from actionplan.new_values import ValueInterval
from foundation.precise_date import PreciseDate
from tests import noting
from tests.factories import (
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    MeasurePageFactory,
    SurveyIndexPageFactory,
    SurveyPageFactory,
)
from tests.queries import queries_warm

pytestmark = pytest.mark.django_db
Status = IndicatorValue.Status


@pytest.fixture
@noting.once
def index(plan):
    """The list of indicators."""
    return IndicatorIndexPageFactory(parent=plan)


@pytest.fixture
@noting.once
def indicator(index):
    """An indicator without figures."""
    return IndicatorPageFactory(parent=index, title="Hur många känner sig otrygga?")


def add(indicator, value, year=2024, **fields):
    """Give the indicator a figure."""
    return IndicatorValue.objects.create(
        **{
            "indicator": indicator,
            "value": None if value is None else Decimal(value),
            "period_from": year and PreciseDate.of_year(year),
            "geography": "Exempelkommun",
            **fields,
        }
    )


def hide(page):
    """Let only those who log in read the page."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


# Figures


def test_the_newest_period_comes_first_and_the_unknown_last(indicator):
    add(indicator, 1, year=2022)
    add(indicator, 2, year=None)
    add(indicator, 3, year=2024, geography="Riket")
    add(indicator, 4, year=2024, geography="Exempelkommun", group="kvinnor")
    add(indicator, 5, year=2024, geography="Exempelkommun")

    assert [int(value.value) for value in indicator.values_in_order] == [5, 4, 3, 1, 2]


def test_the_newest_figure_is_one_that_is_known_and_for_everybody(indicator):
    add(indicator, 7, year=2023)
    add(indicator, 9, year=2024, group="kvinnor")
    add(indicator, None, year=2025, status=Status.MISSING)

    assert indicator.newest_value.value == 7


def test_where_there_are_only_groups_the_newest_of_them_is_the_newest_figure(indicator):
    add(indicator, 9, year=2024, group="kvinnor")

    assert indicator.newest_value.value == 9


@pytest.mark.parametrize("status", [Status.MISSING, Status.SUPPRESSED])
def test_a_figure_that_is_missing_is_never_nought(client, indicator, status):
    add(indicator, None, status=status)
    page = client.get(indicator.url).text

    assert indicator.newest_value is None
    assert "Uppgift saknas." in page
    expected = "uppgift saknas" if status is Status.MISSING else "Visas inte, för få svar"
    assert f'<td class="number"><span class="words">{expected}</span></td>' in page


def test_nought_is_a_figure(client, indicator):
    add(indicator, 0)

    assert "<strong>0 procent</strong>" in client.get(indicator.url).text


def test_figures_have_decimal_commas_and_no_closing_zeros(indicator):
    add(indicator, "12.5", low="9", high="1500.25")
    value = IndicatorValue.objects.get()

    assert value.figure == "12,5"
    assert value.interval == "9–1\u00a0500,25"
    assert str(value.value) == "12.5"


def test_figures_of_one_source_are_equally_exact_and_no_other_figure_becomes_more_exact(
    client, indicator
):
    add(indicator, "21", 2024, source_text="NTU", low=Decimal("20.45"), high=Decimal("22"))
    add(indicator, "21.2", 2023, source_text="NTU")
    add(indicator, "12", 2022, source_text="En nyhet")
    indicator.save_revision().publish()

    html = client.get(indicator.url).text
    table = html[html.index("<tbody>") :]

    assert ">21,0</td>" in table
    assert ">20,45–22,00</td>" in table
    assert ">12</td>" in table
    assert "<strong>21,0 " in html
    assert ",21.0," in client.get(f"{indicator.url}varden.csv").text


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (None, None, "okänd period"),
        (PreciseDate.of_year(2024), None, "2024"),
        (PreciseDate.of_year(2024), PreciseDate.of_year(2024), "2024"),
        (PreciseDate.of_year(2019), PreciseDate.of_year(2020), "2019–2020"),
        (PreciseDate.of_quarter(2024, 3), None, "kvartal 3 2024"),
    ],
)
def test_the_period_in_words(starts, ends, words):
    assert IndicatorValue(period_from=starts, period_to=ends).period == words


# What may be published


@pytest.mark.parametrize(
    ("fields", "stopped_by"),
    [
        ({}, "value"),
        ({"value": 5, "status": Status.MISSING}, "value"),
        ({"status": Status.SUPPRESSED, "low": 1, "high": 2}, "value"),
        ({"value": 5, "geography": ""}, "geography"),
        ({"value": 5, "status": ""}, "status"),
        ({"value": 5, "low": 4}, "low"),
        ({"value": 5, "high": 6}, "low"),
        ({"value": 5, "low": 6, "high": 7}, "low"),
        ({"value": 5, "low": 3, "high": 4}, "low"),
        ({"value": 5, "period_to": PreciseDate.of_year(2024)}, "period_from"),
        (
            {
                "value": 5,
                "period_from": PreciseDate.of_year(2024),
                "period_to": PreciseDate.of_year(2023),
            },
            "period_to",
        ),
    ],
)
def test_a_figure_that_says_too_little_or_contradicts_itself_is_stopped(fields, stopped_by):
    value = IndicatorValue(**{"geography": "Exempelkommun", **fields})

    assert list(value.publication_errors()) == [stopped_by]


@pytest.mark.parametrize(
    "fields",
    [
        {"value": 5},
        {"value": 0, "low": 0, "high": 0},
        {"value": 5, "low": 5, "high": 6, "status": Status.PRELIMINARY},
        {"status": Status.MISSING},
        {"status": Status.SUPPRESSED},
    ],
)
def test_a_figure_that_says_what_it_is_may_be_published(fields):
    assert IndicatorValue(geography="Exempelkommun", **fields).publication_errors() == {}


def test_a_target_needs_a_figure_and_a_break_its_time_and_reason():
    assert list(IndicatorTarget().publication_errors()) == ["value"]
    assert list(SeriesBreak().publication_errors()) == ["at", "explanation"]
    assert IndicatorTarget(value=Decimal(5)).publication_errors() == {}
    whole = SeriesBreak(at=PreciseDate.of_year(2024), explanation="Ny fråga")
    assert whole.publication_errors() == {}


def test_an_indicator_says_in_what_unit_it_counts():
    assert "unit" in IndicatorPage(title="Hur många?").publication_errors()


# The page


def test_the_page_tells_the_newest_figure_with_its_uncertainty_and_source(client, indicator):
    add(indicator, 10, year=2022, source_text="Rapport 2023")
    add(
        indicator,
        "12.5",
        low=9,
        high=15,
        status=Status.PRELIMINARY,
        source_text="Rapport 2025",
        source_url="https://example.se/rapport",
        note="Få svar",
    )
    page = client.get(indicator.url).text
    lead, table = page.split("<h2>Alla värden</h2>")

    assert "Exempelkommun, 2024: <strong>12,5 procent</strong> (preliminärt)." in lead
    assert "Det sanna värdet ligger troligen mellan 9 och 15." in lead
    assert "Källa: Rapport 2025." in lead
    assert table.index('<th scope="row">2024</th>') < table.index('<th scope="row">2022</th>')
    assert '<td class="number">12,5<span class="words"> (preliminärt)</span></td>' in table
    assert '<td class="number">9–15</td>' in table
    assert '<td class="number"><span class="words">uppgift saknas</span></td>' in table
    assert "Länk till annan webbplats" in table
    assert "Få svar" in table


def test_the_page_tells_targets_and_breaks_in_order(client, indicator):
    for year, value in ((2030, 5), (2027, 8), (None, 3), (None, 2)):
        IndicatorTarget.objects.create(
            indicator=indicator, value=value, by=year and PreciseDate.of_year(year)
        )
    for year in (2023, 2019):
        SeriesBreak.objects.create(
            indicator=indicator, at=PreciseDate.of_year(year), explanation="frågan är ny"
        )
    page = client.get(indicator.url).text

    assert page.index("8 procent senast 2027") < page.index("5 procent senast 2030")
    assert page.index("5 procent senast 2030") < page.index("3 procent")
    assert page.index("Siffror från 2019 går inte") < page.index("Siffror från 2023 går inte")
    assert "Frågan är ny." in page


def test_the_page_leads_to_the_survey_and_the_measures_that_can_be_read(
    client, plan, area, indicator
):
    survey = SurveyPageFactory(parent=SurveyIndexPageFactory(parent=plan))
    IndicatorPage.objects.filter(pk=indicator.pk).update(survey=survey)
    seen, hidden = (MeasurePageFactory(parent=area, title=title) for title in ("Syns", "Göms"))
    for measure in (seen, hidden):
        measure.indicators = [indicator]
        measure.save()
    hide(hidden)
    page = client.get(indicator.url).text

    assert f'<a href="{survey.url}">{survey.title}</a>' in page
    assert f'<a href="{seen.url}">Syns</a>' in page
    assert "Göms" not in page
    hide(survey)
    assert survey.title not in client.get(indicator.url).text
    assert MeasurePage.objects.get(pk=seen.pk).indicators.get() == indicator


def test_an_example_is_marked_in_the_list(client, index):
    IndicatorPageFactory(parent=index, is_example=True)

    assert "Exempeldata" in client.get(index.url).text.split("<main")[1]


def test_the_list_tells_the_newest_figure_of_each_that_can_be_read(client, index, indicator):
    add(indicator, "12.5")
    hidden = IndicatorPageFactory(parent=index, title="Dold")
    hide(hidden)
    IndicatorPageFactory(parent=index, title="Utkast", live=False)
    page = client.get(index.url).text

    assert "Exempelkommun, 2024: <strong>12,5 procent</strong>." in page
    assert "Dold" not in page
    assert "Utkast" not in page


def test_an_empty_list_says_so(client, index):
    assert "Här finns inga indikatorer än." in client.get(index.url).text


def test_the_list_has_changed_when_an_indicator_in_it_has(index, indicator):
    assert type(index).objects.get().updated_at == indicator.changed_at


def test_publishing_the_same_figures_again_or_a_reminder_moves_no_date(indicator):
    page = IndicatorPage.objects.get()
    page.values = [IndicatorValue(value=Decimal("12.5"), geography="Exempelkommun")]
    page.save_revision().publish()
    changed_at = IndicatorPage.objects.get().changed_at
    page = IndicatorPage.objects.get()
    page.value_interval, page.value_delay = ValueInterval.YEAR, 10
    page.save_revision().publish()

    assert IndicatorPage.objects.get().changed_at == changed_at > indicator.changed_at


# Cost


def test_the_list_costs_as_much_with_a_hundred_indicators_as_with_one(client, index, indicator):
    add(indicator, 1)
    with_one = queries_warm(client, index.url)
    for number in range(99):
        page = IndicatorPage(title=f"Fråga {number}", slug=f"fraga-{number}", unit="procent")
        page.values = [IndicatorValue(value=number, geography="Exempelkommun")]
        index.add_child(instance=page)

    assert queries_warm(client, index.url) == with_one <= 9
    assert client.get(index.url).text.count(" procent</strong>") == 100


def test_an_indicator_costs_at_most_eight_queries(client, plan, indicator):
    survey = SurveyPageFactory(parent=SurveyIndexPageFactory(parent=plan))
    IndicatorPage.objects.update(survey=survey)
    for year in range(2000, 2025):
        add(indicator, year, year=year)

    assert queries_warm(client, indicator.url) <= 8

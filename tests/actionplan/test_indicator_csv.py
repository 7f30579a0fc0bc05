"""The figures of an indicator as a file: for programs, for Excel, and harmless in both."""

import csv
import io
from decimal import Decimal

import pytest
from wagtail.models import PageViewRestriction

from actionplan.indicator_csv import for_excel, for_programs
from actionplan.models import IndicatorPage, IndicatorValue
from foundation.precise_date import PreciseDate
from tests.factories import IndicatorIndexPageFactory, IndicatorPageFactory

VALUES = [
    IndicatorValue(
        value=Decimal("-1234.5"),
        low=Decimal(-2000),
        high=Decimal("0.0001"),
        base=277,
        period_from=PreciseDate.of_quarter(2024, 3),
        geography="Åmål; kommun",
        group="=1+1",
        note='säger "nej"',
        source_text="@SUM(A1)",
    ),
    IndicatorValue(
        status="missing",
        period_from=PreciseDate.of_year(2019),
        period_to=PreciseDate.of_year(2020),
        geography="Riket",
    ),
]


@pytest.fixture
def page(db):
    """An indicator with a figure that is hard to write, and one that is missing."""
    return IndicatorPage(title="Hur många?", slug="hur", unit="procent", values=VALUES)


def rows(text, **dialect):
    return list(csv.DictReader(io.StringIO(text), **dialect))


def test_a_program_reads_points_iso_dates_and_nothing_where_there_is_no_figure(page):
    first, missing = rows(for_programs(page))

    assert (first["value"], first["low"], first["high"]) == ("-1234.5", "-2000", "0.0001")
    assert (first["period_from"], first["period_to"]) == ("2024-Q3", "2024-Q3")
    assert (first["status"], first["base"], first["is_example"]) == ("final", "277", "false")
    assert first["note"] == 'säger "nej"'
    assert (missing["value"], missing["status"]) == ("", "missing")
    assert (missing["period_from"], missing["period_to"]) == ("2019", "2020")


def test_excel_reads_commas_swedish_words_and_å(page):
    text = for_excel(page)
    first, missing = rows(text.removeprefix("\ufeff"), delimiter=";")

    assert text.startswith("\ufeff")
    assert first["Värde"] == "-1234,5"
    assert first["Plats"] == "Åmål; kommun"
    assert missing["Status"] == "Uppgift saknas"
    assert (missing["Värde"], missing["Exempeldata"]) == ("", "nej")


def test_what_a_program_for_tables_would_run_is_text(page):
    first = rows(for_programs(page))[0]
    assert (first["group"], first["source"]) == ("'=1+1", "'@SUM(A1)")


@pytest.mark.django_db
def test_the_files_lie_below_the_indicator_as_long_as_it_can_be_read(client, plan):
    indicator = IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan), slug="hur")
    IndicatorValue.objects.create(indicator=indicator, value=12, geography="Exempelkommun")
    addresses = [f"{indicator.url}{name}" for name in ("varden.csv", "varden-excel.csv")]

    shown = client.get(indicator.url).text
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert "attachment" in answer["Content-Disposition"]
        assert answer["X-Robots-Tag"] == "noindex"
        assert "Exempelkommun" in answer.content.decode()
        assert f'href="{address}"' in shown
        assert f" (CSV, {len(answer.content)}\u00a0byte)</a>" in shown
    assert client.get(f"{plan.url}varden.csv").status_code == 404
    assert client.get(f"{indicator.url}annat/varden.csv").status_code == 404
    PageViewRestriction.objects.create(page=indicator, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(addresses[0]).status_code == 302
    indicator.unpublish()
    assert client.get(addresses[0]).status_code == 404

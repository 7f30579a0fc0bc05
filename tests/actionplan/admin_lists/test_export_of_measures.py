"""The list of measures as a file: the rows of the screen, in Swedish, and harmless."""

import csv
import datetime
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actionplan.status import MeasureStatus
from foundation.precise_date import PreciseDate
from foundation.tables.formulas import restored
from tests.factories import MeasurePageFactory, OrganisationFactory, StatusUpdatePageFactory
from tests.many_measures import add_measures

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("http://exempel.se","Klicka")'


@pytest.fixture
def exported(client, coordinator):
    """The rows of the file that the coordinator takes home, by heading."""
    client.force_login(coordinator)

    def rows(form, **choices):
        answer = client.get(reverse("atgarder:index"), {**choices, "export": form})
        content = answer.getvalue()
        if form == "csv":
            assert content.startswith("\ufeff".encode())
            return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        headings, *cells = openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows()
        return [dict(zip([h.value for h in headings], row, strict=True)) for row in cells]

    return rows


def test_a_row_holds_what_the_list_says_in_words_and_in_days(exported, area):
    unit = OrganisationFactory(name="Kommunledningen")
    measure = MeasurePageFactory(
        parent=area, title="Torget", due=PreciseDate.of_month(2024, 6), responsible=unit, number="3"
    )
    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2024, 5, 3))

    (row,) = exported("csv")

    assert row == {
        "Nummer": "3",
        "Åtgärd": "Torget",
        "Fokusområde": "Trygga platser",
        "Status": "Pågår",
        "Ansvarig": "Kommunledningen",
        "Ska vara klar": "juni 2024",
        "Ska vara klar, sista dag": "2024-06-30",
        "Tidplan": "Försenad",
        "Uppföljning": "Ingen uppföljning planerad",
        "Nästa uppföljning, sista dag": "",
        "Senaste lägesrapport": "2024-05-03",
        "Publicerad": "Publicerad",
        "Exempeldata": "nej",
        "Adress": measure.full_url,
    }
    (cells,) = exported("xlsx")
    assert cells["Ska vara klar, sista dag"].value == datetime.date(2024, 6, 30)
    assert cells["Senaste lägesrapport"].is_date


def test_drafts_are_there_and_marked(exported, area):
    MeasurePageFactory(parent=area, title="Halvfärdig", live=False)

    (row,) = exported("csv")

    assert (row["Åtgärd"], row["Publicerad"], row["Adress"]) == ("Halvfärdig", "Utkast", "")


def test_the_file_has_the_rows_that_were_chosen_in_their_order(exported, area):
    for title in ("Ö", "A", "Klar"):
        measure = MeasurePageFactory(parent=area, title=title)
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)

    chosen = exported("csv", status="planned", ordering="-title")

    assert [row["Åtgärd"] for row in chosen] == ["Ö", "A"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_program_runs_what_somebody_has_written(exported, area, form):
    MeasurePageFactory(parent=area, title=FORMULA, number="-1")

    (row,) = exported(form)
    cells = row.values() if form == "csv" else [cell.value for cell in row.values()]

    title, number = (
        (row[heading] if form == "csv" else row[heading].value) for heading in ("Åtgärd", "Nummer")
    )
    assert (title, number) == (f"'{FORMULA}", "'-1")
    assert restored(title) == FORMULA
    assert not [
        cell for cell in cells if isinstance(cell, str) and cell.startswith(("=", "-", "+"))
    ]


def test_the_file_has_all_pages_of_the_list_in_as_few_queries(client, coordinator, area):
    client.force_login(coordinator)

    def fetch():
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(reverse("atgarder:index"), {"export": "csv"})
            lines = answer.getvalue().count(b"\r\n")
        return len(asked), lines

    add_measures(area, 10, updates_each=1)
    fetch()
    few, _ = fetch()
    add_measures(area, 190, content=lambda n: {"title": f"Fler {n}", "slug": f"fler-{n}"})

    assert fetch() == (few, 201)


def test_who_may_not_see_the_list_gets_no_file(client, area):
    answer = client.get(reverse("atgarder:index"), {"export": "csv"})

    assert answer.status_code == 302
    assert "/login/" in answer["Location"]

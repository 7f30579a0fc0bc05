"""The times that plans are written with are read as people mean them, or refused with a reason."""

import datetime

import pytest

from actionplan.importing.times import UnreadableTimeError, read_date, read_span, read_start
from foundation.tables.sheet import Cell

SPANS = {
    "2025": (None, "2025"),
    "2025-2026": ("2025", "2026"),
    "2025–2026": ("2025", "2026"),
    "2025/2026": ("2025", "2026"),
    "2025-26": ("2025", "2026"),
    "2025 - 2026": ("2025", "2026"),
    "juni 2026": (None, "2026-06"),
    "Juni-26": (None, "2026-06"),
    "2026-06": (None, "2026-06"),
    "Kvartal 3 2025": (None, "2025-Q3"),
    "Q3 2025": (None, "2025-Q3"),
    "kv 3 2025": (None, "2025-Q3"),
    "Q1-Q2 2025": ("2025-Q1", "2025-Q2"),
    "Q3 -25": (None, "2025-Q3"),
    "v. 47 2025": (None, "2025-11-23"),
    "vecka 47 2025": (None, "2025-11-23"),
    "2025 v 47": (None, "2025-11-23"),
    "hösten 2025": (None, "2025-11"),
    "Vår 2026": (None, "2026-05"),
    "HT 2025": (None, "2025-12"),
    "vt-26": (None, "2026-06"),
    "första halvåret 2026": (None, "2026-06"),
    "senast 31/12 2025": (None, "2025-12-31"),
    "Klart senast den 31 december 2025": (None, "2025-12-31"),
    "t.o.m. 2025-12-31": (None, "2025-12-31"),
    "31/12-25": (None, "2025-12-31"),
    "251231": (None, "2025-12-31"),
    "2025-01-01 – 2025-12-31": ("2025-01-01", "2025-12-31"),
    "jan - juni 2025": ("2025-01", "2025-06"),
    "mars-juni 2025": ("2025-03", "2025-06"),
    "1 mars – 3 juni 2025": ("2025-03-01", "2025-06-03"),
    "1–15 juni 2026": ("2026-06-01", "2026-06-15"),
    "15/6–20/8 2026": ("2026-06-15", "2026-08-20"),
    "v.12-14 2026": ("2026-03-16", "2026-04-05"),
    "2026-w12": (None, "2026-03-22"),
    "jan-mars -26": ("2026-01", "2026-03"),
    "Jan - mars -26": ("2026-01", "2026-03"),
    "2025-06-01/2025-12-31": ("2025-06-01", "2025-12-31"),
    "2026-01-15 00:00:00": (None, "2026-01-15"),
    "Mandatperioden 2023-2026": ("2023", "2026"),
    "2025-2027, löpande": ("2025", "2027"),
    "Löpande 2025–2027": ("2025", "2027"),
    "2023–2026 (löpande)": ("2023", "2026"),
    "halvårsskiftet 2026": (None, "2026-06"),
    "hösten 2025 – våren 2026": ("2025-09", "2026-05"),
    "under 2025": (None, "2025"),
    "slutet av 2025": (None, "2025"),
    "årsskiftet 2025/2026": (None, "2025-12-31"),
    "från hösten 2025": ("2025-09", None),
    "fr.o.m. 2025-03-01": ("2025-03-01", None),
    "fr.o.m. ht 2026 t.o.m. vt 2027": ("2026-08", "2027-06"),
    "45658": (None, "2025-01-01"),
    "-": (None, None),
    "ej beslutat": (None, None),
}


@pytest.mark.parametrize("text", SPANS)
def test_a_span_is_read(text):
    span = read_span(Cell(text))

    assert (span.starts and span.starts.iso, span.due and span.due.iso) == SPANS[text]
    assert not span.is_continuous


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        *[("Löpande", None), ("tills vidare", None), ("Kontinuerligt arbete", None)],
        *[("2025 och framåt", "2025"), ("2025 –", "2025"), ("2025 - tills vidare", "2025")],
        *[("2025-01-01 - löpande", "2025-01-01"), ("från 2026 och framåt", "2026")],
    ],
)
def test_work_without_an_end_is_continuous(text, starts):
    span = read_span(Cell(text))

    assert span.is_continuous
    assert (span.starts and span.starts.iso) == starts


def test_numbers_and_days_of_excel_are_read():
    assert read_span(Cell(2025)).due.iso == "2025"
    assert read_span(Cell(2025.0)).due.iso == "2025"
    assert read_span(Cell(45658)).due.iso == "2025-01-01"
    assert read_span(Cell(datetime.date(2025, 6, 13))).due.iso == "2025-06-13"


@pytest.mark.parametrize(
    "value",
    [datetime.date(9999, 12, 31), datetime.date(1, 1, 1), "9999-12-31", "0000-01-01"],
)
@pytest.mark.parametrize("read", [read_date, read_span])
def test_a_day_of_another_age_is_no_time(read, value):
    with pytest.raises(UnreadableTimeError, match=r"^Året ska vara mellan 1900 och 2100\.$"):
        read(Cell(value))


def test_a_stretch_begins_with_its_first_day():
    assert read_date(Cell("v. 47 2025"), is_start=True)[0].iso == "2025-11-17"
    assert read_date(Cell("hösten 2025"), is_start=True)[0].iso == "2025-09"
    assert read_start(Cell("hösten 2025")).starts.iso == "2025-09"


def test_a_box_for_the_beginning_may_hold_both_ends():
    span = read_start(Cell("jan-mars 2026"))

    assert (span.starts.iso, span.due.iso) == ("2026-01", "2026-03")


@pytest.mark.parametrize(
    "text", ["v. 47 2025", "hösten 2025", "31/12-25", "45658", "Q3 -25", "2025-2027, löpande"]
)
def test_what_is_read_loosely_is_said(text):
    assert "lästes som" in read_span(Cell(text)).note


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31 juni 2025", "har 30 dagar"),
        ("31/13 2025", "månad 13"),
        ("v. 54 2025", "ingen vecka 54"),
        ("v. 47", "året"),
        ("kvartal 5 2025", "kvartal 5"),
        ("juni", "året"),
        ("när snön smält", "Skriv datumet"),
        ("2026 – 2025", "före"),
        ("31/02-25", "inget datum"),
        ("12/31/2025", "månad 31"),
    ],
)
def test_what_cannot_be_right_is_refused_with_the_reason(text, says):
    with pytest.raises(UnreadableTimeError, match=says):
        read_span(Cell(text))

"""A date is as exact as it is known, and ends when the whole of it has come."""

import datetime

import pytest

from foundation.precise_date import PreciseDate, Precision
from foundation.precise_date.months import months_later, whole_months_between

DAY = PreciseDate.of_day(datetime.date(2024, 6, 13))
MONTH = PreciseDate.of_month(2024, 6)
QUARTER = PreciseDate.of_quarter(2024, 3)
YEAR = PreciseDate.of_year(2024)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("date", "first", "last", "iso", "swedish", "when"),
    [
        (DAY, "2024-06-13", "2024-06-13", "2024-06-13", "13 juni 2024", "den 13 juni 2024"),
        (MONTH, "2024-06-01", "2024-06-30", "2024-06", "juni 2024", "i juni 2024"),
        (QUARTER, "2024-07-01", "2024-09-30", "2024-Q3", "kvartal 3 2024", "under kvartal 3 2024"),
        (YEAR, "2024-01-01", "2024-12-31", "2024", "2024", "under 2024"),
    ],
)
def test_a_date_begins_ends_and_is_written_by_its_precision(date, first, last, iso, swedish, when):
    assert (date.first_day, date.last_day) == (day(first), day(last))
    assert date.iso == iso
    assert str(date) == swedish
    assert date.when == when


@pytest.mark.parametrize(
    ("date", "last"),
    [
        (PreciseDate.of_month(2024, 2), "2024-02-29"),
        (PreciseDate.of_month(2026, 2), "2026-02-28"),
        (PreciseDate.of_month(2026, 12), "2026-12-31"),
        (PreciseDate.of_quarter(2026, 1), "2026-03-31"),
        (PreciseDate.of_quarter(2026, 4), "2026-12-31"),
        (PreciseDate.of_year(2100), "2100-12-31"),
    ],
)
def test_a_period_ends_on_the_last_day_of_its_last_month(date, last):
    assert date.last_day == day(last)


def test_dates_are_in_order_of_when_they_begin_and_then_of_when_they_end():
    first_of_june = PreciseDate.of_day(datetime.date(2024, 6, 1))
    in_order = [YEAR, first_of_june, MONTH, DAY, PreciseDate.of_month(2024, 7), QUARTER]

    assert sorted({*in_order}) == in_order
    assert PreciseDate.of_month(2024, 1) < PreciseDate.of_quarter(2024, 1) < YEAR
    assert PreciseDate.of_day(datetime.date(2024, 6, 13)) >= DAY


def test_two_dates_are_the_same_only_when_they_are_equally_exact():
    assert PreciseDate.of_month(2024, 6) == MONTH
    assert len({PreciseDate.of_month(2024, 6), MONTH}) == 1
    assert PreciseDate.of_month(2024, 1) != PreciseDate.of_quarter(2024, 1)


def test_a_date_has_no_order_among_other_things():
    with pytest.raises(TypeError):
        assert datetime.date(2024, 6, 1) > MONTH


@pytest.mark.parametrize(
    ("first_day", "precision"),
    [
        (datetime.date(2024, 6, 2), Precision.MONTH),
        (datetime.date(2024, 6, 1), Precision.QUARTER),
        (datetime.date(2024, 4, 1), Precision.YEAR),
        (datetime.date(1899, 12, 31), Precision.DAY),
        (datetime.date(2101, 1, 1), Precision.YEAR),
    ],
)
def test_a_period_that_begins_nowhere_or_out_of_reach_cannot_be_made(first_day, precision):
    with pytest.raises(ValueError, match=r"does not begin|mellan 1900 och 2100"):
        PreciseDate(first_day, precision)


@pytest.mark.parametrize(
    ("date", "months", "later"),
    [
        (PreciseDate.of_day(datetime.date(2026, 1, 31)), 1, "2026-02-28"),
        (PreciseDate.of_day(datetime.date(2024, 2, 29)), 12, "2025-02-28"),
        (MONTH, 1, "2024-07"),
        (MONTH, 24, "2026-06"),
        (QUARTER, 6, "2025-Q1"),
        (QUARTER, 1, "2024-10"),
        (YEAR, 12, "2025"),
        (YEAR, 6, "2025-06"),
    ],
)
def test_a_date_some_months_later_is_as_exact_as_it_can_be(date, months, later):
    assert date.months_later(months).iso == later


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-03-15", 0, "2026-03-15"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(start, months, end):
    assert months_later(day(start), months) == day(end)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2026-03-01", "2026-03-31", 0),
        ("2026-03-01", "2026-04-01", 1),
        ("2026-03-02", "2026-05-01", 1),
        ("2026-01-31", "2026-02-28", 1),
        ("2026-01-31", "2026-02-27", 0),
        ("2025-06-30", "2027-07-01", 24),
        ("2026-05-01", "2026-03-01", 0),
    ],
)
def test_a_month_has_passed_when_its_day_has_come_again(start, end, months):
    assert whole_months_between(day(start), day(end)) == months

"""When an indicator is to get a new value, and how the editor is told."""

import datetime

import pytest

from actionplan.new_values import ValueInterval, month_of_next_value, waiting_in_words
from foundation.precise_date import PreciseDate

DAY, MONTH, QUARTER, YEAR = (
    PreciseDate.of_day(datetime.date(2025, 2, 28)),
    PreciseDate.of_month(2025, 2),
    PreciseDate.of_quarter(2025, 1),
    PreciseDate.of_year(2025),
)


@pytest.mark.parametrize(
    ("newest", "interval", "delay", "expected"),
    [
        (YEAR, ValueInterval.YEAR, 0, (2026, 12, 31)),
        (YEAR, ValueInterval.YEAR, 3, (2027, 3, 31)),
        (YEAR, ValueInterval.YEAR, 10, (2027, 10, 31)),
        (YEAR, ValueInterval.THREE_YEARS, 2, (2029, 2, 28)),
        (YEAR, ValueInterval.TWO_YEARS, 2, (2028, 2, 29)),
        (QUARTER, ValueInterval.QUARTER, 0, (2025, 6, 30)),
        (QUARTER, ValueInterval.QUARTER, 1, (2025, 7, 31)),
        (MONTH, ValueInterval.HALF_YEAR, 0, (2025, 8, 31)),
        (DAY, ValueInterval.HALF_YEAR, 0, (2025, 8, 31)),
        (DAY, ValueInterval.YEAR, 13, (2027, 3, 31)),
        (PreciseDate.of_year(2100), ValueInterval.YEAR, 0, (2101, 12, 31)),
        (YEAR, None, 10, None),
        (None, ValueInterval.YEAR, 10, None),
    ],
)
def test_the_next_value_comes_an_interval_after_the_end_of_the_newest_period_and_then_takes_its_time(
    newest, interval, delay, expected
):
    day = expected and datetime.date(*expected)

    assert month_of_next_value(newest, interval, delay) == day


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ((2026, 2, 28), ""),
        ((2026, 3, 1), "Nytt värde väntas i mars 2026."),
        ((2026, 3, 31), "Nytt värde väntas i mars 2026."),
        ((2026, 4, 1), "Nytt värde väntades i mars 2026."),
        ((2027, 1, 1), "Nytt värde väntades i mars 2026."),
    ],
)
def test_an_editor_is_told_from_the_month_on(today, told):
    assert waiting_in_words(datetime.date(2026, 3, 31), datetime.date(*today)) == told


def test_where_nothing_is_expected_nothing_is_told():
    assert waiting_in_words(None, datetime.date(2026, 3, 1)) == ""


def test_every_interval_is_a_number_of_months():
    months = [interval.months for interval in ValueInterval]

    assert months == sorted(set(months))

"""Periods of days in words."""

from datetime import date

import pytest

from news.period import period_in_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 23), date(2026, 11, 29), "23–29 november 2026"),
        (date(2026, 11, 25), date(2026, 11, 25), "25 november 2026"),
        (date(2026, 11, 25), date(2026, 12, 10), "25 november – 10 december 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 december 2025 – 4 januari 2026"),
        (date(2026, 11, 25), None, "från den 25 november 2026"),
        (None, date(2026, 11, 25), "till den 25 november 2026"),
        (None, None, ""),
    ],
)
def test_a_period_reads_as_one_would_say_it(first, last, words):
    assert period_in_words(first, last) == words

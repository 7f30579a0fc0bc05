"""Dates in Swedish words, whatever language the editor works in."""

import datetime

import pytest
from django.utils import translation

from foundation.swedish.dates import (
    in_words,
    long_date,
    month_and_year,
    months_in_words,
    span_of_days,
    unbroken,
    week,
)


def test_a_date_is_swedish_also_when_the_editor_works_in_english():
    with translation.override("en"):
        assert long_date(datetime.date(2026, 5, 3)) == "3 maj 2026"
        assert month_and_year(datetime.date(2026, 5, 3)) == "maj 2026"


def test_no_line_breaks_inside_a_date():
    period = unbroken("Lägesrapport 29 mars 2026 – kvartal 3 2026, den 3 maj")

    assert period.split(" ") == [
        *("Lägesrapport", "29\u00a0mars\u00a02026", "–"),
        *("kvartal\u00a03\u00a02026,", "den", "3\u00a0maj"),
    ]


def test_a_week_belongs_to_the_year_that_has_most_of_it():
    assert week(datetime.date(2026, 11, 23)) == "vecka 48"
    assert week(datetime.date(2027, 1, 1)) == "vecka 53"


def test_numbers_up_to_twelve_are_words():
    assert [in_words(number) for number in (1, 2, 12, 13, 1250)] == [
        *("en", "två", "tolv", "13", "1\u00a0250")
    ]


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "mindre än en månad"),
        (1, "en månad"),
        (2, "två månader"),
        (12, "tolv månader"),
        (23, "23 månader"),
        (24, "två år"),
        (25, "mer än två år"),
        (36, "tre år"),
    ],
)
def test_a_span_of_months_is_said_in_words(months, words):
    assert months_in_words(months) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 5, 4), (2026, 5, 10), "4–10 maj 2026"),
        ((2026, 3, 30), (2026, 4, 5), "30 mars – 5 april 2026"),
        ((2026, 12, 28), (2027, 1, 3), "28 december 2026 – 3 januari 2027"),
    ],
)
def test_a_span_of_days_says_nothing_twice(first, last, words):
    assert span_of_days(datetime.date(*first), datetime.date(*last)) == words

"""A date is read as people write it; what cannot be read is answered with how to write."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.precise_date import PreciseDate, Precision, parse

OUR_ANSWERS = re.compile("Skriv |Året ska vara|finns ing|finns inte|går inte att ange")


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        (
            "2024-06-13",
            "13 juni 2024; den 13 juni 2024; 13:e juni 2024; 13 Jun. 2024; 13 juni, 2024;"
            " 2024-06-13; 2024/6/13; 20240613; 13/6 2024; 13/6-2024; 13.6.2024; 13-06-2024;"
            "  13\u00a0JUNI   2024 .",
        ),
        ("2024-09-03", "3 sept 2024; 3 sep. 2024; 3 september 2024; 2024–09–03"),
        ("2024-02-29", "29 februari 2024; 2024-02-29"),
        (
            "2024-06",
            "juni 2024; Juni 2024; jun. 2024; 2024 juni; 2024-06; 2024/06; 6/2024; 06-2024",
        ),
        (
            "2024-Q3",
            "kvartal 3 2024; Kvartal 3, 2024; Q3 2024; q3-2024; kv. 3 2024; kv3 2024; 2024 kv 3;"
            " 2024-Q3; 2024Q3; 2024 kvartal 3; tredje kvartalet 2024",
        ),
        ("2024", "2024; år 2024"),
    ],
)
def test_a_date_is_read_in_every_way_it_is_written(iso, written):
    assert {text: parse(text).iso for text in written.split(";")} == dict.fromkeys(
        written.split(";"), iso
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("31 juni 2024", "31 juni 2024 finns inte: månaden har 30 dagar."),
        ("2023-02-29", "29 februari 2023 finns inte: månaden har 28 dagar."),
        (
            "2024-13",
            "Det finns ingen månad 13: skriv ett tal från 1 till 12 eller månadens namn.",
        ),
        ("kvartal 5 2024", "Det finns inget kvartal 5: skriv ett tal från 1 till 4."),
        ("1899", "Året ska vara mellan 1900 och 2100."),
        ("1 januari 2101", "Året ska vara mellan 1900 och 2100."),
        (
            "0000-00-00",
            "Det finns ingen månad 0: skriv ett tal från 1 till 12 eller månadens namn.",
        ),
        (
            "vecka 47 2025",
            "En vecka går inte att ange: skriv en dag i veckan, till exempel 17 november 2025.",
        ),
        (
            "v. 47",
            "En vecka går inte att ange: skriv en dag i veckan, till exempel 13 juni 2024.",
        ),
        (
            "2025-W53",
            "En vecka går inte att ange: skriv en dag i veckan, till exempel 13 juni 2024.",
        ),
    ],
)
def test_a_date_that_cannot_be_says_what_is_wrong_with_it(text, answer):
    with pytest.raises(ValueError, match=f"^{re.escape(answer)}$"):
        parse(text)


@pytest.mark.parametrize("text", ["13 juni", "juni", "juni -24", "13 juni 24"])
def test_a_date_without_a_whole_year_is_asked_for_it(text):
    with pytest.raises(ValueError, match="Skriv också året med fyra siffror"):
        parse(text)


@pytest.mark.parametrize(
    "text", ["", "hösten", "hösten 2024", "2024–2025", "240613", "okänt", "\x00", "13 foo 2024"]
)
def test_what_is_no_date_is_answered_with_how_to_write_one(text):
    with pytest.raises(ValueError, match="Skriv datumet så här: 13 juni 2024, juni 2024"):
        parse(text)


@given(st.text(max_size=30))
def test_whatever_is_written_is_read_or_refused(text):
    try:
        date = parse(text)
    except ValueError as refusal:
        date, answer = None, str(refusal)

    assert date or OUR_ANSWERS.search(answer)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from(Precision))
def test_every_date_can_be_read_back_from_each_way_we_write_it(day, precision):
    date = {
        Precision.DAY: PreciseDate.of_day(day),
        Precision.MONTH: PreciseDate.of_month(day.year, day.month),
        Precision.QUARTER: PreciseDate.of_quarter(day.year, (day.month + 2) // 3),
        Precision.YEAR: PreciseDate.of_year(day.year),
    }[precision]

    assert parse(str(date)) == date
    assert parse(date.iso) == date

"""A personal number is told from other numbers by its date and its check digit."""

import pytest

from foundation.swedish.personal_numbers import personal_numbers

# The one number here is made up, in the series from 980 that is kept for tests.


@pytest.mark.parametrize(
    "text",
    [
        "900118-9811",
        "9001189811",
        "900118 9811",
        "19900118-9811",
        "199001189811",
        "900118+9811",
        "900118–9811",
        "900118\u20119811",
        "900118 - 9811",
        "19900118 9811",
        "900178-9818",  # a samordningsnummer: the 18th as 78
    ],
)
def test_a_personal_number_is_found_however_it_is_written(text):
    assert personal_numbers(f"Ärendet gäller {text}, se bilagan.") == [text]
    assert personal_numbers(f"({text}).") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "900118-9812",  # the check digit is wrong
        "901318-9810",  # there is no thirteenth month
        "900230-9814",  # nor a 30th of February
        "212000-1777",  # an organisation's number
        "21900118-9811",  # a century that has not been
        "08-465 004 00",
        "020-50 50 50",
        "2026-05-03",
        "KS 2024/0123",
        "ISBN 978-91-87335-94-5",
        "19001189811",  # a digit too many for one, too few for the other
        "90011898110",
        "9001189811,50",
    ],
)
def test_other_numbers_are_left_in_peace(text):
    assert personal_numbers(f"Se {text} i texten.") == []

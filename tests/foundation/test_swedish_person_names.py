"""A person's name is told from what units, authorities and schools are called."""

import pytest

from foundation.swedish.person_names import person_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Andersson", "Anna Andersson"),
        ("Enhetschef Anna Andersson", "Anna Andersson"),
        ("Erik Berg, kultur och fritid", "Erik Berg"),
        ("Lars-Erik von Essen (tf)", "Lars-Erik von Essen"),
        ("Karin Maria Öberg-Lind", "Karin Maria Öberg-Lind"),
    ],
)
def test_a_first_name_and_a_surname_are_a_person(text, name):
    assert person_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Region Värmland",
        "Karl Johans skola",
        "Polisen Bergslagen",
        "Rädda Barnen",
        "Svenska kyrkan",
        "Barn- och bildningsnämnden",
        "Kommunledningskontoret",
        "Anna",
        "",
    ],
)
def test_a_unit_is_none(text):
    assert person_name(text) == ""

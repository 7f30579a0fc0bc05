"""What points out a person is noticed wherever it stands."""

import pytest

from foundation.plain_language.parts import Heading, KeyFigure, Link, Picture, Table, Words
from foundation.plain_language.personal_data import personal_data
from tests.foundation.plain_language.writing import HERE, page, text

NUMBER = "900118-9811"
SOMEBODYS = "Det här ser ut som en persons e-postadress"
MOBILE = "Det här ser ut som ett mobilnummer"


@pytest.mark.parametrize(
    "part",
    [
        text(f"<p>Kontakta {NUMBER}.</p>"),
        pytest.param(text(f'<p><a href="/?n={NUMBER}">Anmälan</a></p>'), id="address"),
        Words(HERE, NUMBER),
        Heading(HERE, NUMBER, 2),
        Link(HERE, NUMBER),
        Picture(HERE, NUMBER),
        Table(HERE, "Möten", (NUMBER,)),
        KeyFigure(HERE, NUMBER, "Brå"),
    ],
    ids=lambda part: type(part).__name__,
)
def test_a_personal_number_is_seen_in_every_part_of_a_page(part):
    found = list(personal_data(page(part)))
    assert [advice.quote for advice in found] == [NUMBER]
    assert "personnummer" in found[0].found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("anna.exempelsson@example.se", SOMEBODYS),
        ("anna-karin.exempel2@example.se", SOMEBODYS),
        ("fixaren1970@gmail.com", SOMEBODYS),
        ("kommun@example.se", None),
        ("kontakt.center@example.se", None),
        ("070-174 06 05", MOBILE),
        ("+46 70 174 06 05", MOBILE),
        ("0701740605", MOBILE),
        ("020-50 50 50", None),
        ("08-465 004 00", None),
        ("114 14", None),
        ("116 111", None),
    ],
)
def test_an_office_may_be_reached_but_a_person_is_left_alone(said, found):
    told = [advice.found for advice in personal_data(page(text(f"<p>Hör av dig: {said}.</p>")))]
    assert told == ([found] if found else [])


def test_an_address_is_told_of_once_also_when_it_is_the_link():
    link = text('<p><a href="mailto:anna.ek@example.se">anna.ek@example.se</a></p>')
    assert len(list(personal_data(page(link)))) == 1
    hidden = text('<p><a href="mailto:anna.ek@example.se">Skriv till oss</a></p>')
    assert len(list(personal_data(page(hidden)))) == 1

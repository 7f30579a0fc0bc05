"""Pictures and tables, to those who hear them."""

import pytest

from foundation.plain_language.parts import Picture, Table
from foundation.plain_language.pictures import pictures_without_words
from foundation.plain_language.tables import tables_without_words
from tests.foundation.plain_language.writing import HERE, page


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        ("", "Bild utan alternativtext"),
        ("  ", "Bild utan alternativtext"),
        ("torget.jpg", "Alternativtexten ser ut som ett filnamn"),
        ("IMG_2034", "Alternativtexten ser ut som ett filnamn"),
        ("Bild på torget", "Alternativtexten börjar med ”bild på”"),
        ("En bild av torget", "Alternativtexten börjar med ”bild på”"),
        ("Torget i kvällsljus. " * 12, "Lång alternativtext: 251 tecken"),
        ("Två personer sätter upp en lampa på torget", None),
        ("Fotografen Sven Exempel tar en bild på torget", None),
        ("Bildskolans elever på torget", None),
    ],
)
def test_a_picture_is_told_in_words_that_say_something(alt, found):
    told = [advice.found for advice in pictures_without_words(page(Picture(HERE, alt)))]
    assert told == ([found] if found else [])


def test_a_picture_that_only_decorates_needs_no_words():
    assert not list(pictures_without_words(page(Picture(HERE, "", decorative=True))))


@pytest.mark.parametrize(
    ("caption", "headings", "found"),
    [
        ("Möten per plats", ("Plats", "Möten"), []),
        ("", ("Plats", "Möten"), ["Tabell utan rubrik"]),
        ("Möten", ("", "Möten", " "), ["Kolumn utan rubrik: nummer 1, 3"]),
    ],
)
def test_a_table_has_a_caption_and_names_its_columns(caption, headings, found):
    table = Table(HERE, caption, headings)
    assert [advice.found for advice in tables_without_words(page(table))] == found

"""Addresses are plain letters that still can be read as the title."""

import pytest

from foundation.swedish.slugs import slug_for


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Åtgärder mot våld och ärenden på ön", "atgarder-mot-vald-och-arenden-pa-on"),
        ("Ærø, Øst och Straße", "aero-ost-och-strasse"),
        ("Idé: kafé för Łukasz", "ide-kafe-for-lukasz"),
        ("Gång- och/eller cykelväg", "gang-och-eller-cykelvag"),
        ("Öppet 7–21", "oppet-7-21"),
        ("  ”En vecka”  fri från våld! ", "en-vecka-fri-fran-vald"),
        ("–", ""),
    ],
)
def test_an_address_is_the_title_in_plain_letters(title, slug):
    assert slug_for(title) == slug

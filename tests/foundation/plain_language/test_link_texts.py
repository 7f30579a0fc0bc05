"""A link says where it leads."""

import pytest

from foundation.plain_language.link_texts import link_texts
from foundation.plain_language.parts import Link
from tests.foundation.plain_language.writing import HERE, page, text

NOWHERE, ADDRESS = "Länken säger inte vart den går", "Länken är en adress"


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("läs mer", [NOWHERE]),
        ("Läs mer här …", [NOWHERE]),
        ("» Klicka här!", [NOWHERE]),
        ("här", [NOWHERE]),
        ("PDF", [NOWHERE]),
        ("https://www.bra.se/statistik", [ADDRESS]),
        ("www.bra.se", [ADDRESS]),
        ("bra.se", [ADDRESS]),
        ("Läs mer om trygghetsundersökningen", []),
        ("Här finns hjälp", []),
        ("kommun@example.se", []),
        ("12 procent", []),
    ],
)
def test_a_link_is_judged_by_its_words(label, found):
    link = text(f'<p>Om planen: <a href="https://example.com/">{label}</a></p>')

    assert [advice.found for advice in link_texts(page(link))] == found
    assert [advice.found for advice in link_texts(page(Link(HERE, label)))] == found


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ('href="https://example.com/a"', 'href="https://example.com/b"', True),
        ('linktype="page" id="3"', 'linktype="page" id="4"', True),
        ('linktype="page" id="3"', 'href="https://example.com/"', True),
        ('linktype="page" id="3"', 'linktype="page" id="3"', False),
        ('href="https://example.com"', 'href="https://example.com/"', False),
    ],
)
def test_two_links_of_the_same_words_lead_to_the_same_place(first, second, is_told):
    links = text(f"<p><a {first}>Anmäl dig</a> eller <a {second}>anmäl dig</a>.</p>")

    found = [advice.quote for advice in link_texts(page(links))]

    assert found == (["anmäl dig"] if is_told else [])

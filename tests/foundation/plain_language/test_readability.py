"""The goal of a text depends on who reads it, and how much is at stake."""

import pytest

from foundation.languages import Language
from foundation.plain_language.parts import Place
from foundation.plain_language.readability import hard_text, readability
from tests.foundation.plain_language.writing import page, text

# Four short words a sentence: LIX 4 …
LIGHT = "<p>" + "Vi ser en lampa. " * 10 + "</p>"
# … and nine, five of them long: LIX 65.
HARD = "Trygghetsskapande kommuner samverkar gemensamt kring förebyggande arbete lokalt här. "
HEAVY = f"<p>{HARD * 4}</p>"
LEAD = Place("Ingress", ("summary",))


@pytest.mark.parametrize(
    ("facts", "goals"),
    [
        ({}, [45, 40]),
        ({"safe": True}, [40, 40]),
        ({"language": Language.EASY_SWEDISH}, [30, 30]),
        ({"language": Language.ENGLISH}, []),
    ],
)
def test_whom_a_page_is_for_decides_its_goal(facts, goals):
    written = page(text(LIGHT, LEAD), text(LIGHT), **facts)
    assert [one.goal for one in readability(written)] == goals


def test_a_page_that_is_only_a_lead_has_one_figure():
    assert [one.name for one in readability(page(text(LIGHT, LEAD)))] == ["Hela texten"]


def test_a_text_that_many_give_up_is_advised_on_and_a_heavy_one_only_measured():
    light, heavy = page(text(LIGHT)), page(text(HEAVY))

    assert readability(light)[0].shown == {
        "name": "Hela texten",
        "lix": 4,
        "band": "mycket lättläst",
        "goal": 45,
        "reached": True,
    }
    assert hard_text(light) == []
    assert [advice.found for advice in hard_text(heavy)] == ["Hela texten är svår att läsa: LIX 65"]


def test_too_little_text_has_no_figure():
    assert readability(page(text("<p>Torget är tryggt.</p>"))) == []

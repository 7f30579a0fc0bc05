"""What ends a Swedish sentence, and what only looks like it."""

import pytest

from foundation.swedish.sentences import sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Torget är tryggt. Det märks!", ["Torget är tryggt.", "Det märks!"]),
        ("Vi ses kl. 13.15 vid t.ex. Torget.", ["Vi ses kl. 13.15 vid t.ex. Torget."]),
        ("Bl.a. Polisen kom. Alla gick.", ["Bl.a. Polisen kom.", "Alla gick."]),
        ("Andelen är 1,5 procent. 12 svarade.", ["Andelen är 1,5 procent.", "12 svarade."]),
        ("Den 3. maj kom A. Svensson.", ["Den 3. maj kom A. Svensson."]),
        ("Sade hon ”Nej.” Sedan gick hon.", ["Sade hon ”Nej.”", "Sedan gick hon."]),
        ("Det gäller lampor m.m. Beslut fattas.", ["Det gäller lampor m.m.", "Beslut fattas."]),
        ("Utan punkt sist", ["Utan punkt sist"]),
        ("– Ja. – Nej.", ["– Ja.", "– Nej."]),
        ("Fler\nrader i\tsamma.", ["Fler rader i samma."]),
        (" … ", []),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_stops(text, expected):
    assert sentences(text) == expected


def test_compounds_times_and_decimals_are_one_word_each():
    assert words("EST-modellen mötte kl. 13.15 hela 1,5 procent – eller?") == [
        *("EST-modellen", "mötte", "kl", "13.15", "hela", "1,5", "procent", "eller")
    ]

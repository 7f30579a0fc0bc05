"""LIX as it is defined, and what its figures are called."""

import pytest

from foundation.swedish.lix import band, lix

# Ten words, two of them with more than six letters.
SENTENCE = "Vi går runt på torget varje kväll med kommunens fältgrupp."


def test_lix_is_words_a_sentence_plus_the_share_of_long_words():
    assert lix([SENTENCE, f"{SENTENCE} {SENTENCE}"]) == 10 + 20


def test_the_end_of_a_paragraph_ends_its_sentence():
    assert lix([SENTENCE.rstrip("."), SENTENCE]) == lix([SENTENCE, SENTENCE])


def test_a_word_is_long_by_its_letters_not_by_its_hyphens_and_digits():
    short = "Vi ses vid A-B-C-D den 2026-05-03 kl. 13.15.45."
    assert lix([short] * 3) == 8


def test_a_text_of_a_few_words_has_no_lix():
    assert lix([SENTENCE]) is None
    assert lix([]) is None


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (29, "mycket lättläst"),
        (30, "lättläst"),
        (39, "lättläst"),
        (40, "medelsvår"),
        (50, "svår"),
        (59, "svår"),
        (60, "mycket svår"),
    ],
)
def test_the_bands_have_names(value, name):
    assert band(value) == name

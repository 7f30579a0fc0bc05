"""Sentences that are too long are shown one by one."""

from foundation.languages import Language
from foundation.plain_language.long_sentences import long_sentences
from foundation.plain_language.parts import Paragraph, Text
from tests.foundation.plain_language.writing import HERE, page, sentence, text


def test_more_than_25_words_are_too_many():
    found = list(long_sentences(page(text(sentence(25) + sentence(26)))))

    assert [advice.found for advice in found] == ["Lång mening: 26 ord"]
    assert found[0].quote.startswith("Vi ser ser")
    assert found[0].place == HERE


def test_items_of_a_list_are_sentences_of_their_own():
    items = "".join(f"<li>{'ser ' * 9}</li>" for _ in range(4))
    assert not list(long_sentences(page(text(f"<ul>{items}</ul>"))))


def test_what_somebody_else_has_said_is_not_the_editors_to_divide():
    quote = Text(HERE, (Paragraph("Vi " + "ser " * 40 + "."),), verbatim=True)
    assert not list(long_sentences(page(quote)))


def test_other_languages_have_their_own_measure():
    assert not list(long_sentences(page(text(sentence(40)), language=Language.ENGLISH)))
    assert list(long_sentences(page(text(sentence(40)), language=Language.EASY_SWEDISH)))

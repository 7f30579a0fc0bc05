"""Sentences that readers must begin again."""

from collections.abc import Iterator

from foundation.plain_language.advice import Advice
from foundation.plain_language.parts import Text, Written
from foundation.swedish.sentences import sentences, words

MOST_WORDS = 25


def long_sentences(written: Written) -> Iterator[Advice]:
    """Sentences of more than 25 words, with their beginning, so that they are found."""
    if not written.in_swedish:
        return
    for text in written.of(Text):
        if text.verbatim:
            continue
        for paragraph in text.paragraphs:
            for sentence in sentences(paragraph.text):
                if (count := len(words(sentence))) > MOST_WORDS:
                    yield Advice(
                        f"Lång mening: {count} ord",
                        "Dela den i två, eller gör en lista.",
                        text.place,
                        sentence,
                    )

"""A question as the search understands it: terms, each with all that may stand for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from delivery import generation
from search.analysis import keys, parts, words
from search.models import Synonyms

# More words than this are no question but a text.
MOST_WORDS = 12
# Words that stand on every page, or are part of how a question is put.
_SMALL_WORDS = frozenset(
    words(
        """
        alla att av blir de den det din dina ditt du där efter ej ens er ett en eller finns får
        för från gör ha han har hon hos hur här i in inte jag kan kring man med men mig min mina
        mitt mot mycket måste ni något några när och om oss på sig ska skall som så till under upp
        ut vad var varför vart vem vi vid vilka vilken vilket vill vår våra vårt är över
        """
    )
)

Keys = frozenset[str]


@dataclass(frozen=True)
class Alternative:
    """Words that all must be there. What is not quite what was asked for counts for less."""

    words: tuple[Keys, ...]
    share: float = 1.0


@dataclass(frozen=True)
class Term:
    """What a page must hold in one way or another, and the word that it was asked with."""

    asked: str
    alternatives: tuple[Alternative, ...]

    @property
    def keys(self) -> Keys:
        """Every key that the term may be met by."""
        return frozenset().union(*(word for one in self.alternatives for word in one.words))


def terms(question: str) -> list[Term]:
    """The terms of a question, with synonyms and the parts of compounds."""
    asked = words(question)[:MOST_WORDS]
    groups = generation.kept("synonyms", _synonyms)
    found, place = [], 0
    while place < len(asked):
        length, phrases = _longest(asked[place:], groups)
        if phrases:
            said = " ".join(asked[place : place + length])
            found.append(Term(said, (_phrase(asked[place : place + length]), *phrases)))
        else:
            length = 1
            found.append(term([asked[place]]))
        place += length
    telling = [one for one in found if one.asked not in _SMALL_WORDS]
    return telling or found


def term(forms: Sequence[str]) -> Term:
    """A term that any of these forms of a word may stand for; the first was asked for."""
    alternatives = [_phrase([form]) for form in forms]
    # Of "narkotikabrott" a page that speaks of both narkotika and brott is worth something.
    alternatives += [
        _phrase(its_parts, share=0.25) for form in forms if len(its_parts := parts(form)) > 1
    ]
    return Term(forms[0], tuple(alternatives))


def _phrase(phrase: Iterable[str], share: float = 1.0) -> Alternative:
    return Alternative(tuple(keys(word) for word in phrase), share)


def _synonyms() -> list[list[tuple[str, ...]]]:
    return [group.phrases for group in Synonyms.objects.all()]


def _longest(
    asked: Sequence[str], groups: list[list[tuple[str, ...]]]
) -> tuple[int, list[Alternative]]:
    """How many of the words the longest known phrase takes, and what may stand for it."""
    length, others = 0, []
    for group in groups:
        for phrase in group:
            if len(phrase) >= max(length, 1) and _begins(asked, phrase):
                if len(phrase) > length:
                    length, others = len(phrase), []
                others += [other for other in group if other != phrase]
    return length, [_phrase(other, share=0.5) for other in dict.fromkeys(others)]


def _begins(asked: Sequence[str], phrase: Sequence[str]) -> bool:
    return len(asked) >= len(phrase) and all(
        keys(one) & keys(other) for one, other in zip(asked, phrase, strict=False)
    )

"""Swedish words as a search compares them: every inflected form of a word meets the others.

A word has *keys*: the stem of the form itself, and the stem of its dictionary form. Two words
are the same to a search when they share a key. Neither is enough alone: a stemmer does not know
that "våldet" is a form of "våld", and a dictionary does not know every word. Together they find
over 95 of 100 pairs of forms (tests/search/test_analysis.py).

The dictionary takes some 100 MB and a second, once in each process that searches or publishes.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import simplemma
import snowballstemmer

# Raised when the keys of words or the fields that are searched change, so that every page is
# indexed anew.
VERSION = 5

LONGEST_WORD = 60

_WORD = re.compile(r"[^\W_]+")
_stem = snowballstemmer.stemmer("swedish").stemWord
# Nouns made of a verb take their plural from elsewhere: anmälan, anmälningar.
_DEED = "an"
_DEEDS = "ning"
# How some forms end whose dictionary form is told of another word, or of none, and how that one
# ends: gripit, förstört, förstörd, förstörda, gripna, cyklar (which is a verb as well).
_ENDINGS = (("it", "a"), ("rt", "ra"), ("rd", "ra"), ("rda", "ra"), ("na", "en"), ("lar", "el"))
# Of a compound the head must be longer than what is an ending as well: trygg-het, komm-unen.
_SHORTEST_MODIFIER = 3
_SHORTEST_HEAD = 4
# Except these crimes, which are no endings: ungdomsrån, näthat, mordhot, våldsdåd.
_SHORT_HEADS = frozenset(("rån", "hat", "hot", "dåd"))
# A head is trusted without a known modifier only when it is too long to be there by chance.
_TELLING_HEAD = 5
# How a word ends as the first part of a compound, and how it ends by itself.
_JOINTS = (
    ("s", ""),
    ("o", "a"),
    ("u", "a"),
    ("e", "a"),
    ("ra", "er"),
    ("", ""),
    ("", "a"),
    ("", "e"),
)
# They begin many words that are not put together of two others.
_PREFIXES = frozenset(("för", "gen", "miss", "sam", "under", "upp", "över", "mot"))


def words(text: str) -> list[str]:
    """The words of a text, in small letters and in order; a hyphen parts words."""
    text = unicodedata.normalize("NFC", text).lower()
    return [word[:LONGEST_WORD] for word in _WORD.findall(text)]


@lru_cache(50_000)
def keys(word: str) -> frozenset[str]:
    """What `word`, in small letters, is compared by."""
    lemma = _lemma(word)
    # The dictionary leads from "sålt" to "såld", and only from there to "sälja".
    found = {_stem(word), _stem(lemma), _stem(_lemma(lemma))}
    for other in _by_endings(word):
        found |= {_stem(other), _stem(_lemma(other))}
    if lemma.endswith(_DEED) and len(lemma) > len(_DEED) + 3:
        found.add(lemma.removesuffix(_DEED) + _DEEDS)
    return frozenset(found)


@lru_cache(50_000)
def parts(word: str) -> tuple[str, ...]:
    """The words that a compound is made of: kvinnovåld gives kvinna and våld.

    Only the head where the first part is no word that is known: Hagforstorget gives torget.
    Nothing where the word is not put together.
    """
    head_alone: tuple[str, ...] = ()
    for place in range(_SHORTEST_MODIFIER, len(word) - min(map(len, _SHORT_HEADS)) + 1):
        modifier, head = word[:place], word[place:]
        if not (head in _SHORT_HEADS or (len(head) >= _SHORTEST_HEAD and _is_known(head))):
            continue
        for known in _dictionary_forms(modifier):
            return known, head
        if len(head) >= _TELLING_HEAD and not head_alone:
            head_alone = (head,)
    return () if _is_known(word) else head_alone


def folded(word: str) -> str:
    """The word without rings, dots and accents, as it is typed where the keys are missing."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _dictionary_forms(modifier: str) -> list[str]:
    """The words that `modifier`, the first part of a compound, may be a form of."""
    if modifier in _PREFIXES:
        return []
    candidates = [
        modifier[: len(modifier) - len(joint)] + alone
        for joint, alone in _JOINTS
        if modifier.endswith(joint)
    ]
    return [word for word in candidates if len(word) >= _SHORTEST_MODIFIER and _is_known(word)]


def _by_endings(word: str) -> Iterator[str]:
    """Words of the dictionary that `word` may be a form of, though it does not say so."""
    for ending, other in _ENDINGS:
        candidate = word.removesuffix(ending) + other
        if word.endswith(ending) and len(word) > len(ending) + 2 and _is_known(candidate):
            yield candidate


def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="sv", greedy=True).lower()


def _is_known(word: str) -> bool:
    return simplemma.is_known(word, lang="sv")

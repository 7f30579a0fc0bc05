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
VERSION = 7

LONGEST_WORD = 60

_WORD = re.compile(r"[^\W_]+")
_stem = snowballstemmer.stemmer("swedish").stemWord
# Nouns made of a verb take their plural from elsewhere: anmälan, anmälningar.
_DEED = "an"
_DEEDS = "ning"
# Dictionary forms whose stem is that of another word: hed, lag, mål, hem, tid. They are kept whole.
_OF_THEIR_OWN = frozenset(
    """
    boka brottas farlig heder hemlig hemlighet höger intern kunna lager lova lura måla order riktig
    ska skotte tidig tillit vanlig viktig vite väga är
    """.split()  # noqa: SIM905 (words to read, not one a line)
)
# What the dictionary takes for a form of another word: of dra, lova, skotta, skotte, vita. And small
# verbs that stand everywhere: who looks for "skola", "varor" or "kunder" means none of them.
_DICTIONARY_FORMS = {
    **dict.fromkeys(("ska", "skall", "skulle"), "ska"),
    **dict.fromkeys(("är", "var", "varit", "vore"), "är"),
    "vart": "vart",
    "drog": "drog",
    "lov": "lov",
    "skott": "skott",
    "skotten": "skott",
    "skottens": "skott",
    "vite": "vite",
}
# How some forms end whose dictionary form is told of another word, or of none, and how that one
# ends: gripit, förstört, förstörd, förstörda, gripna, cyklar (which is a verb as well).
_ENDINGS = (("it", "a"), ("rt", "ra"), ("rd", "ra"), ("rda", "ra"), ("na", "en"), ("lar", "el"))
# Of a compound the head must be longer than what is an ending as well: trygg-het, komm-unen.
_SHORTEST_MODIFIER = 3
_SHORTEST_HEAD = 4
# So short only these are trusted: the dictionary knows pat, and patrull is no roll.
_SHORT_MODIFIERS = frozenset(
    """
    bad bar bil bok bro båt dag dom död eld fel fil fot fri gas gat hat hem hot hus hög lag lek lås
    mat mun mål nät nöd ord pub rån rök sex sid sjö tak tal tid tåg ung val vit väg vän vår
    """.split()  # noqa: SIM905 (words to read, not one a line)
)
# Except these crimes, which are no endings: ungdomsrån, näthat, mordhot, våldsdåd.
_SHORT_HEADS = frozenset(("rån", "hat", "hot", "dåd"))
# And these, long enough, are nothing else: handl-ing, rade-ring, ansvars-full.
_ENDINGS_LIKE_HEADS = frozenset(("ande", "full", "ling", "ring", "skap"))
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
    if lemma in _OF_THEIR_OWN:
        return frozenset((lemma,))
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
    is_known = _is_known(word)
    if is_known:
        # What is no compound may have a form that looks like one: gran-skar, en-käten.
        word = _lemma(word)
    head_alone: tuple[str, ...] = ()
    for place in _cuts(word):
        modifier, head = word[:place], word[place:]
        for known in _modifiers(modifier):
            return known, head
        if len(head) >= _TELLING_HEAD and not head_alone:
            head_alone = (head,)
    return () if is_known else head_alone


def folded(word: str) -> str:
    """The word without rings, dots and accents, as it is typed where the keys are missing."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _cuts(word: str) -> Iterator[int]:
    """Where a word that may be known begins within this one."""
    # First those that are trusted though they are short: döds-hot and not död-shot.
    yield from (len(word) - len(head) for head in _SHORT_HEADS if word.endswith(head))
    for place in range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_HEAD + 1):
        if word[place:] not in _ENDINGS_LIKE_HEADS and _is_known(word[place:]):
            yield place


def _modifiers(modifier: str) -> Iterator[str]:
    """The words that `modifier`, the first part of a compound, may be a form of."""
    if modifier in _PREFIXES:
        return
    for joint, alone in _JOINTS:
        root = modifier.removesuffix(joint)
        is_trusted = root in _SHORT_MODIFIERS or len(root) > _SHORTEST_MODIFIER
        if modifier.endswith(joint) and is_trusted and _is_known(root + alone):
            yield root + alone


def _by_endings(word: str) -> Iterator[str]:
    """Words of the dictionary that `word` may be a form of, though it does not say so."""
    for ending, other in _ENDINGS:
        candidate = word.removesuffix(ending) + other
        if word.endswith(ending) and len(word) > len(ending) + 2 and _is_known(candidate):
            yield candidate


def _lemma(word: str) -> str:
    return _DICTIONARY_FORMS.get(word) or simplemma.lemmatize(word, lang="sv", greedy=True).lower()


def _is_known(word: str) -> bool:
    return simplemma.is_known(word, lang="sv")

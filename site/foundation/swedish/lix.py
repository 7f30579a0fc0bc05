"""LIX, läsbarhetsindex: how heavy a Swedish text is to read.

Words per sentence plus the percentage of words with more than six letters (Björnsson, 1968). It is
a blunt tool: compounds weigh much, short hard words nothing.
"""

from collections.abc import Iterable

from foundation.swedish.sentences import sentences, words

LONG = 6
# In a shorter text one word more or less decides.
FEWEST_WORDS = 20
_BANDS = (
    (30, "mycket lättläst"),
    (40, "lättläst"),
    (50, "medelsvår"),
    (60, "svår"),
)
_HARDEST = "mycket svår"


def lix(paragraphs: Iterable[str]) -> int | None:
    """The LIX of running text, rounded; None where the text is too short to say."""
    said = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    spoken = [word for sentence in said for word in words(sentence)]
    if len(spoken) < FEWEST_WORDS:
        return None
    long = sum(1 for word in spoken if _letters(word) > LONG)
    return round(len(spoken) / len(said) + 100 * long / len(spoken))


def band(value: int) -> str:
    """What readers make of a text with this LIX: "lättläst", "svår"."""
    return next((name for limit, name in _BANDS if value < limit), _HARDEST)


def _letters(word: str) -> int:
    return sum(1 for char in word if char.isalpha())

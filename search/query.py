"""What people type when they search, made safe for any database to look for."""

import unicodedata

# Nobody writes a longer question, and what is longer costs more than it finds.
MAX_LENGTH = 200

_QUOTES = '"“”„‟«»'


def harmless(text: str) -> str:
    """The words of `text`, apart by one space; empty when there are none.

    A quotation mark ends the expression that SQLite is given, and PostgreSQL takes no NUL.
    Letters come composed, since a text copied on a Mac may bring its rings and dots apart.
    """
    text = unicodedata.normalize("NFC", text[: 10 * MAX_LENGTH])
    text = "".join(_harmless_character(character) for character in text)
    words = (word for word in text.split() if any(map(str.isalnum, word)))
    return " ".join(words)[:MAX_LENGTH].strip()


def _harmless_character(character: str) -> str:
    if character in _QUOTES:
        return " "
    match unicodedata.category(character):
        case "Cf":  # a soft hyphen, a mark of zero width: part of the word, but nothing to look for
            return ""
        case "Cc" | "Cs":
            return " "
    return character

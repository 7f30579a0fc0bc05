"""Addresses in plain letters, made from Swedish titles."""

from django.utils.text import slugify

# Letters that Unicode does not see as a letter with an accent would vanish, and so would the
# marks that part two words: "och/eller", "7–21".
_SPELLED_OUT = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ß": "ss",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "/": "-",
        "–": "-",
        "—": "-",
    }
)


def slug_for(text: str) -> str:
    """The part of an address that says `text`: "Åtgärder på ön" gives "atgarder-pa-on".

    Empty when the text has no letter or digit; the caller knows what to say instead.
    """
    return slugify(text.lower().translate(_SPELLED_OUT))

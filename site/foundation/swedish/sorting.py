"""The order of the Swedish alphabet: å, ä and ö last, and in that order.

PostgreSQL has the order under the name `sv-x-icu`. SQLite is taught it under the same name
on every new connection, so that one expression sorts on both.
"""

import functools
import sqlite3
import unicodedata

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.functions import Collate

COLLATION = "sv-x-icu"

# Marks come before digits, in this order, wherever in Unicode they lie: ”Vi ses” before 1.
_MARKS = {mark: chr(place) for place, mark in enumerate(" _-–—,;:!?.…'‘’\"“”«»()[]{}§@*/\\&#%+=|")}

# Places after z, and the foreign letters that Swedish sorts among its own.
_PLACES = str.maketrans(
    {
        **_MARKS,
        "å": "z\uf001",
        "ä": "z\uf002",
        "æ": "z\uf002",
        "ö": "z\uf003",
        "ø": "z\uf003",
        "œ": "z\uf003",
        "ü": "y",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
    }
)

SwedishKey = tuple[str, str, str]


@functools.lru_cache(maxsize=8192)
def swedish_key(text: str) -> SwedishKey:
    """What to sort `text` by: first its letters, then its accents, then small before capital."""
    text = unicodedata.normalize("NFC", text)
    folded = text.casefold()
    decomposed = unicodedata.normalize("NFD", folded.translate(_PLACES))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return letters, folded, text.swapcase()


def swedish_order(field: str) -> Collate:
    """An expression to order a queryset by: `pages.order_by(swedish_order("title"))`."""
    return Collate(field, COLLATION)


def connect() -> None:
    """Teach every SQLite connection opened from now on the Swedish order."""
    connection_created.connect(_teach, dispatch_uid="foundation.swedish.sorting")


def _teach(connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    if connection.vendor == "sqlite":
        database: sqlite3.Connection = connection.connection
        database.create_collation(COLLATION, _compare)


def _compare(one: str, other: str) -> int:
    one_key, other_key = swedish_key(one), swedish_key(other)
    return (one_key > other_key) - (one_key < other_key)

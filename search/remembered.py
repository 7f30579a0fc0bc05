"""Which pages hold the commonest words, remembered by each process until the index is written.

With ten thousand pages most of a search for a dozen common words is fetching a hundred thousand
numbers from the database; they are the same numbers for everybody who searches.
"""

import sys
import uuid
from collections.abc import Mapping

from django.core.cache import cache
from django.db import transaction

# The greatest sum of the sets that one process remembers. With ten thousand pages there is room
# for a thousand words that are common at all.
MOST_BYTES = 4_000_000
# A word on fewer pages is fetched as fast as it is looked up.
FEWEST_PAGES = 100

_MARK = "search:index"

# For each weight that a word has on some pages, the pages as a set.
Holders = list[tuple[float, int]]


class Remembered:
    """The holders of common keys, as the index was when it was last written."""

    def __init__(self) -> None:
        self._mark = ""
        self._holders: dict[str, Holders] = {}
        self._bytes = 0

    def now(self) -> dict[str, Holders]:
        """What is remembered and still holds."""
        mark = _current_mark()
        if self._mark != mark:
            self._mark, self._holders, self._bytes = mark, {}, 0
        return self._holders

    def add(self, found: Mapping[str, Holders], into: dict[str, Holders]) -> None:
        """Remember those of the found keys that are common; `into` is what `now` gave before.

        Where there is no room for more the rest is asked for each time, until something is published.
        """
        if into is not self._holders:
            # The index was written meanwhile: this is already forgotten, and takes no room.
            return
        for key, holders in found.items():
            size = sum(sys.getsizeof(pages) for _weight, pages in holders)
            common = sum(pages.bit_count() for _weight, pages in holders) >= FEWEST_PAGES
            if common and self._bytes + size <= MOST_BYTES and key not in into:
                into[key] = holders
                self._bytes += size


def forget_remembered() -> None:
    """Let every process forget: the index is being written. At once, and when it is committed."""
    _new_mark()
    transaction.on_commit(_new_mark)


def _current_mark() -> str:
    return cache.get(_MARK) or _new_mark()


def _new_mark() -> str:
    mark = uuid.uuid4().hex
    cache.set(_MARK, mark, None)
    return mark

"""The generation of the published content: what was prepared from an older one is stale.

Whatever is kept between requests carries the generation it was made from. When something
is published the generation advances, and everything kept is left behind at once, in every
process that shares the cache.
"""

import uuid
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db import transaction

_KEY = "generation"
# Should a process die between its commit and the advance, the old content lives no longer than this.
LIFETIME_SECONDS = 300

Kept = TypeVar("Kept")


def current() -> str:
    """The generation that holds now."""
    return cache.get_or_set(_KEY, _new, LIFETIME_SECONDS)


def advance() -> None:
    """Leave everything kept so far behind, now and once more when the running transaction is done.

    The first advance lets the writer see its own change; the second one is for readers in
    other processes, who may have kept the old content while the transaction ran.
    """
    cache.set(_KEY, _new(), LIFETIME_SECONDS)
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(lambda: cache.set(_KEY, _new(), LIFETIME_SECONDS))


def kept(name: str, make: Callable[[], Kept]) -> Kept:
    """What `make` gives, made at most once a generation."""
    # The generation is read first: what is made while it advances is kept under the old one.
    key = f"{current()}:{name}"
    found = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, LIFETIME_SECONDS)
    return found


def _new() -> str:
    return uuid.uuid4().hex

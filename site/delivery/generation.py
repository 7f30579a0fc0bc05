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


class _Advance:
    """What a transaction that has written does when it is done.

    Until then it has a generation of its own: it sees its own changes, and what it makes of
    them reaches no other reader, who would meet content that may yet be taken back.
    """

    def __init__(self) -> None:
        self.own_generation = _new()

    def __call__(self) -> None:
        cache.set(_KEY, _new(), LIFETIME_SECONDS)


def current() -> str:
    """The generation that holds now, in the running transaction or for everyone."""
    # A callback that is still waiting is the sign that the write was neither done nor taken back.
    for _, waiting, *_ in reversed(transaction.get_connection().run_on_commit):
        if isinstance(waiting, _Advance):
            return waiting.own_generation
    return cache.get_or_set(_KEY, _new, LIFETIME_SECONDS)


def advance() -> None:
    """Leave everything kept so far behind: here at once, for everyone when it is committed."""
    transaction.on_commit(_Advance())


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

"""The generation of the published content: what was prepared from an older one is stale.

Whatever is kept between requests carries the generation it was made from. When something
is published the generation advances, and everything kept is left behind at once, in every
process of the machine.
"""

import functools
import os
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

# Should a process die between its commit and the advance, the old content lives no longer than this.
LIFETIME_SECONDS = 300

Kept = TypeVar("Kept")

_held: dict[str, tuple[str, Any]] = {}


class _Advance:
    """What a transaction that has written does when it is done.

    Until then it has a generation of its own: it sees its own changes, and what it makes of
    them reaches no other reader, who would meet content that may yet be taken back.
    """

    def __init__(self) -> None:
        self.own_generation = uuid.uuid4().hex

    def __call__(self) -> None:
        advance_now()


def current() -> str:
    """The generation that holds now, in the running transaction or for everyone."""
    # A callback that is still waiting is the sign that the write was neither done nor taken back.
    for _, waiting, *_ in reversed(transaction.get_connection().run_on_commit):
        if isinstance(waiting, _Advance):
            return waiting.own_generation
    return shared()


def shared() -> str:
    """The generation that holds for everyone: the moment of the last advance, as a file tells it.

    One look at the disk, some millionths of a second: it is asked for every page read.
    """
    try:
        return f"{os.stat(_file()).st_mtime_ns:x}"
    except FileNotFoundError:
        advance_now()
        return f"{os.stat(_file()).st_mtime_ns:x}"


def advance() -> None:
    """Leave everything kept so far behind: here at once, for everyone when it is committed."""
    transaction.on_commit(_Advance())


def advance_now() -> None:
    """The same, whatever transaction is running."""
    moment = time.time_ns()
    # Setting a time needs no room: a full disk stops no news. One step, or somebody reads a
    # generation in between.
    try:
        os.utime(_file(), ns=(moment, moment))
    except FileNotFoundError:
        Path(_file()).touch()
        os.utime(_file(), ns=(moment, moment))


def kept(name: str, make: Callable[[], Kept]) -> Kept:
    """What `make` gives, made at most once a generation."""
    # The generation is read first: what is made while it advances is kept under the old one.
    key = f"{current()}:{name}"
    found = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, LIFETIME_SECONDS)
    return found


def at_hand(name: str) -> Any:
    """What is kept by that name now; None if nothing is."""
    return cache.get(f"{current()}:{name}")


def held(name: str, make: Callable[[], Kept]) -> Kept:
    """The same for what is great, and what none who uses it changes: it lies ready in the process.

    Unpacking it would cost more than using it does. It is held for as long as its mark is kept.
    """
    mark = kept(f"{name}:mark", lambda: uuid.uuid4().hex)
    its_mark, thing = _held.get(name, ("", None))
    if its_mark != mark:
        thing = kept(name, make)
        _held[name] = mark, thing
    return thing


def _file() -> str:
    return _file_in(settings.VAR_DIR)


@functools.cache
def _file_in(folder: Path) -> str:
    # Putting a path together takes longer than looking at what is there.
    return str(folder / "generation")

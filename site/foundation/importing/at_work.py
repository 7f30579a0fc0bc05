"""How long an import will go on that lets nobody else write, so that nobody waits for it in vain.

SQLite lets one write at a time. Whoever waited for a long import would hold one of the few threads
that answer, and after a while residents would wait with them. So they are told at once.
"""

import time

from django.core.cache import cache
from django.db import connection

_KEY = "import-at-work"
# Should the worker be killed, the others wait as usual again after this.
_KEPT_SECONDS = 60
# As long as this is waited for in silence.
PATIENCE_SECONDS = 10
# On a small machine, as measured; it is only to be told from a moment.
_SECONDS_A_DRAFT, _SECONDS_MORE_TO_PUBLISH = 0.1, 0.1
# What is waited for all the same: the import may end in that very moment.
_A_MOMENT_MS = 1_000


def note(done: int, of: int) -> None:
    """So many rows of so many are written; tells others of the pace."""
    if connection.vendor != "sqlite" or not of:
        return
    began_at = time.time() if done <= 1 else (cache.get(_KEY) or (time.time(),))[0]
    cache.set(_KEY, (began_at, done, of), _KEPT_SECONDS)


def forget() -> None:
    """It has ended, somehow."""
    cache.delete(_KEY)


def seconds_left() -> int:
    """How long it will surely go on, by its pace until now; 0 where nobody needs to know."""
    if connection.vendor != "sqlite" or not (told := cache.get(_KEY)):
        return 0
    began_at, done, of = told
    left = (time.time() - began_at) / max(done - 1, 1) * (of - done)
    return round(left) if left > PATIENCE_SECONDS else 0


def wait_only_a_moment() -> None:
    """Let this request give up soon, if somebody else is writing."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {_A_MOMENT_MS}")


def in_words(pages: int, published: int) -> str:
    """How long so many pages will take, where that is longer than anybody thinks; else nothing."""
    minutes = round((pages * _SECONDS_A_DRAFT + published * _SECONDS_MORE_TO_PUBLISH) / 60)
    if not minutes:
        return ""
    told = f"Importen tar ungefär {minutes} {'minut' if minutes == 1 else 'minuter'}."
    if connection.vendor != "sqlite":
        return told
    return (
        f"{told} Under tiden kan ingen annan spara på webbplatsen, men ingen förlorar det som är skrivet. "
        "Gör den gärna när ingen annan skriver."
    )

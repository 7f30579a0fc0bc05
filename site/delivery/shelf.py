"""Where copies lie: in the memory of each process, and on the disk for all of them.

The disk survives a restart and is the last resort when the site cannot make a page. It holds
at most one file an address, and the keeper clears away what is no longer public.
"""

import contextlib
import hashlib
import logging
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from delivery.page_copy import PageCopy, UnreadableCopyError

logger = logging.getLogger(__name__)

MEMORY_BYTES = 32 * 1024 * 1024
# A draft of a file that is this old was left by a process that died.
ABANDONED_AFTER = 60.0


def folder() -> Path:
    """Where the site keeps its copies on the disk."""
    return settings.VAR_DIR / "pages"


def key_of(path: str, query: str = "") -> str:
    """What a copy is found by: an address, with the part of the query that matters."""
    return f"{path}?{query}"


def key_of_address(address: str) -> str:
    """The same of an address as a link has it."""
    path, _, query = address.partition("?")
    return key_of(path, query)


class Shelf:
    """Copies by their key."""

    def __init__(self, folder: Path, memory_bytes: int = MEMORY_BYTES) -> None:
        self._folder = folder
        self._room = memory_bytes
        self._at_hand: OrderedDict[str, PageCopy] = OrderedDict()
        self._lock = threading.Lock()

    def at_hand(self, key: str) -> PageCopy | None:
        """What this process remembers, however old."""
        return self._at_hand.get(key)

    def from_disk(self, key: str) -> PageCopy | None:
        """What any process kept, however old."""
        try:
            return PageCopy.from_bytes(self._path(key).read_bytes())
        except (OSError, UnreadableCopyError):
            return None

    def remember(self, key: str, copy: PageCopy) -> None:
        """Have the copy at hand; the ones put here longest ago make room."""
        with self._lock:
            self._forget(key)
            self._at_hand[key] = copy
            self._room -= copy.size
            while self._room < 0:
                self._forget(next(iter(self._at_hand)))

    def keep(self, key: str, copy: PageCopy) -> None:
        """Have it at hand and on the disk. A disk that is full costs speed, and no reader a page."""
        self.remember(key, copy)
        path = self._path(key)
        draft = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_bytes(copy.as_bytes())
            draft.replace(path)
        except OSError:
            logger.exception("En sida kunde inte sparas på disken")
            with contextlib.suppress(OSError):
                draft.unlink()

    def drop(self, key: str) -> None:
        """Forget it, here and on the disk."""
        with self._lock:
            self._forget(key)
        with contextlib.suppress(OSError):
            self._path(key).unlink()

    def keep_only(self, keys: Iterable[str]) -> None:
        """Clear the disk of all others: what was withdrawn is not to come back."""
        wanted = {self._path(key).name for key in keys}
        for path in self._folder.glob("*"):
            is_draft = "." in path.name and time.time() - path.stat().st_mtime < ABANDONED_AFTER
            if path.name not in wanted and not is_draft:
                path.unlink(missing_ok=True)

    def kept_at(self, key: str) -> float:
        """When the copy on the disk was made; 0 if there is none."""
        try:
            return self._path(key).stat().st_mtime
        except OSError:
            return 0.0

    def _path(self, key: str) -> Path:
        return self._folder / hashlib.blake2b(key.encode(), digest_size=20).hexdigest()

    def _forget(self, key: str) -> None:
        if copy := self._at_hand.pop(key, None):
            self._room += copy.size

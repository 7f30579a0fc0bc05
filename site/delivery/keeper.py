"""Keeps a copy of every public page, also of those that nobody has asked for.

So a site that stops can still be read, whole, and the first reader after a publication seldom
waits. What is no longer public is cleared away first.
"""

import logging
import threading
import time

from django.db import DatabaseError, connection
from django.utils import timezone

from delivery import generation
from delivery.keeping import public_addresses
from delivery.page_cache import PageCache
from delivery.shelf import key_of_address

logger = logging.getLogger(__name__)

LOOK_EVERY = 1.0
# After a round in which the site could not make a page; twice as long each time.
FIRST_WAIT = 10.0
LONGEST_WAIT = 300.0


class Keeper:
    """Goes round the public addresses whenever something was published or the day has turned."""

    def __init__(self, cache: PageCache, stop: threading.Event) -> None:
        self._cache = cache
        self._stop = stop

    def run(self) -> None:
        """Keep until told to stop."""
        kept, wait, pause = None, FIRST_WAIT, 0.0
        while not self._stop.wait(pause):
            now = (generation.shared(), timezone.localdate())
            pause = LOOK_EVERY
            if now == kept:
                continue
            if self.go_round():
                kept, wait = now, FIRST_WAIT
            else:
                pause, wait = wait, min(LONGEST_WAIT, 2 * wait)

    def go_round(self) -> bool:
        """See to every address once, what is missing or oldest first; whether all went well."""
        try:
            addresses = public_addresses()
        except DatabaseError:
            logger.exception("Det går inte att se vilka sidor som är publika")
            connection.close()
            return False
        shelf = self._cache.shelf
        shelf.keep_only(map(key_of_address, addresses))
        well = True
        for address in sorted(
            addresses, key=lambda address: shelf.kept_at(key_of_address(address))
        ):
            started = time.monotonic()
            well &= self._cache.refresh(address)
            # As much rest as work: at the most half a core, and editors get their turn to write.
            if self._stop.wait(time.monotonic() - started):
                break
        return well

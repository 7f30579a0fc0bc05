"""How often one address may ask; nothing of it is written down anywhere.

Counted in the memory of each process, under a name that only this process can make out of the
address, and forgotten within two minutes.
"""

import hashlib
import os
import threading
import time
from collections import Counter

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

A_MINUTE = 60


class PerAddress(BaseThrottle):
    """So many questions from one address in each minute by the clock."""

    def __init__(self) -> None:
        self._secret = os.urandom(16)
        self._minute = 0
        self._asked: Counter[bytes] = Counter()
        self._lock = threading.Lock()

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether this one may be answered."""
        name = hashlib.blake2b(address_of(request).encode(), key=self._secret, digest_size=8)
        minute = int(time.time() // A_MINUTE)
        with self._lock:
            if minute != self._minute:
                self._minute = minute
                self._asked.clear()
            self._asked[name.digest()] += 1
            return self._asked[name.digest()] <= settings.API_QUESTIONS_A_MINUTE

    def wait(self) -> float:
        """Until the next minute."""
        return A_MINUTE - time.time() % A_MINUTE


def address_of(request: HttpRequest) -> str:
    """Who asks: behind our own proxy, the address that the proxy saw."""
    told = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.SECURE_PROXY_SSL_HEADER and told:
        return told.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR", "")

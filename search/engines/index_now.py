"""Telling search engines at once what has been published, where the operator has asked for it.

To tell is to publish: only after the commit, only what everybody may read, nothing in safe mode and
no example data. The network is waited for in a thread of its own. What it does not take is not tried
again: the sitemap says the same.
"""

import json
import logging
import queue
import threading
import time
import urllib.request
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.signals import page_published

from foundation.pages import BasePage
from foundation.visibility import visible

logger = logging.getLogger(__name__)

# What is published close together is told together; this is how many addresses one message takes.
PAUSE_SECONDS = 2.0
MOST = 10_000
PATIENCE_SECONDS = 10
# More than this waiting means that nobody answers: what comes then is left to the sitemap.
LONGEST_QUEUE = 1_000


class Messenger:
    """Takes addresses from those who publish and tells them in a thread that lives while there are any."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[str] = queue.Queue(LONGEST_QUEUE)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def take(self, addresses: list[str]) -> None:
        """Note the addresses, and see to it that somebody tells them; waits for nothing."""
        for address in addresses:
            try:
                self._waiting.put_nowait(address)
            except queue.Full:
                return
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._tell, name="indexnow", daemon=True)
                self._thread.start()

    def finish(self, timeout: float) -> None:
        """Wait until what has been taken is told."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)

    def _tell(self) -> None:
        while True:
            time.sleep(PAUSE_SECONDS)
            batch = self._batch()
            if batch:
                tell(batch)
                continue
            with self._lock:
                if self._waiting.empty():
                    self._thread = None
                    return

    def _batch(self) -> list[str]:
        batch: dict[str, None] = {}
        while len(batch) < MOST:
            try:
                batch[self._waiting.get_nowait()] = None
            except queue.Empty:
                break
        return list(batch)


messenger = Messenger()


def connect() -> None:
    """Listen to publications, by hand, by schedule or by approval."""
    page_published.connect(_published, dispatch_uid="search.index_now")


@require_safe
def serve_key(request: HttpRequest, key: str) -> HttpResponse:
    """The file by which search engines see that the messages are the site's own."""
    if not settings.INDEXNOW_KEY or key != settings.INDEXNOW_KEY:
        raise Http404
    return HttpResponse(key, content_type="text/plain; charset=utf-8")


def tell(addresses: list[str]) -> None:
    """Send one message; whatever goes wrong is said in the log and nowhere else."""
    home = urlsplit(addresses[0])
    message = {
        "host": home.netloc,
        "key": settings.INDEXNOW_KEY,
        "keyLocation": f"{home.scheme}://{home.netloc}/{settings.INDEXNOW_KEY}.txt",
        "urlList": addresses,
    }
    request = urllib.request.Request(  # noqa: S310 (the operator's own setting)
        settings.INDEXNOW_URL,
        data=json.dumps(message).encode(),
        headers={"Content-Type": "application/json; charset=utf-8"},
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS):  # noqa: S310
            pass
    except (OSError, ValueError) as error:
        # Not what was sent: an address has no place in the log.
        logger.warning("IndexNow tog inte emot %s adresser: %s", len(addresses), error)


def to_tell(page: int) -> list[str]:
    """The address of the page, if all may read it and search engines may know of it."""
    found = visible(Page.objects.filter(pk=page)).first()
    found = found and found.specific
    if not isinstance(found, BasePage) or not found.is_indexable or found.in_safe_branch:
        return []
    address = found.full_url
    return [address] if address else []


def _published(instance: Page, **kwargs: object) -> None:
    if settings.INDEXNOW_KEY and instance.live:
        # Robust: a page is published, whoever is told of it.
        transaction.on_commit(lambda: messenger.take(to_tell(instance.pk)), robust=True)

"""Answers readers from prepared copies, before Django is asked; Django makes what is missing.

When Django cannot, the last copy stands in, however old.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from delivery import generation
from delivery.day import end_of_day
from delivery.keeping import query_keys_of
from delivery.page_copy import NOT_MODIFIED, OK, Headers, PageCopy, may_be_copied
from delivery.question import Environ, PublicQuestions, what_matters
from delivery.shelf import Shelf, key_of

logger = logging.getLogger(__name__)

Application = Callable[[Environ, Callable], Iterable[bytes]]

# Before the site is asked again whether it can make the page.
STANDS_IN_SECONDS = 2.0
# Enough that two pages seldom wait for each other. One for each address would be one for each
# invented address.
LOCKS = 64


@dataclass
class Answer:
    """What Django said, when it is nothing to keep."""

    status: str
    headers: Headers
    body: Iterable[bytes]

    @property
    def is_failure(self) -> bool:
        """Whether the site could not answer, rather than had nothing to show."""
        return self.status.startswith("5")

    @property
    def is_away(self) -> bool:
        """Whether what all pages need is away, rather than one page broken."""
        return self.status.startswith("503")

    def close(self) -> None:
        """Let go of what it holds."""
        if hasattr(self.body, "close"):
            self.body.close()


class PageCache:
    """A WSGI application in front of another."""

    def __init__(self, site: Application, shelf: Shelf) -> None:
        self.shelf = shelf
        self._site = site
        self._questions = PublicQuestions()
        self._locks = [threading.Lock() for _ in range(LOCKS)]
        # While the site is away, the moment when one reader is to try whether it is back.
        self._away_until = 0.0

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        """Answer from a copy if there may be one, else let the site answer."""
        found = self._find(environ) if self._questions.is_public(environ) else None
        if found is None:
            return self._site(environ, start_response)
        is_head = environ["REQUEST_METHOD"] == "HEAD"
        if isinstance(found, Answer):
            start_response(found.status, found.headers)
            if not is_head:
                return found.body
            found.close()
            return []
        form = found.form_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if form.is_known_to(environ.get("HTTP_IF_NONE_MATCH", "")):
            start_response(NOT_MODIFIED, form.headers_when_known)
            return []
        start_response(OK, form.headers)
        return [] if is_head else [form.body]

    def refresh(self, address: str) -> bool:
        """See to it that the copy of an address is fresh; false if the site could not make it.

        The address may have a query, as `what_matters` writes it: then this variant is kept too.
        """
        path, _, query = address.partition("?")
        found = self._copy(self._questions.nobodys(path), query, is_linked=True)
        if isinstance(found, Answer):
            found.close()
            return not found.is_failure
        return found.fresh_until - time.time() > STANDS_IN_SECONDS

    def _find(self, environ: Environ) -> PageCopy | Answer | None:
        """What to answer; None when Django is to see the request as it came."""
        found = self._copy(environ)
        query = environ.get("QUERY_STRING", "")
        if not query:
            return found
        if isinstance(found, Answer):
            # It may be a redirect from an old address that has a query.
            found.close()
            return None
        # The plain answer tells which keys would change it.
        matters = what_matters(query, found.query_keys)
        return self._copy(environ, matters) if matters else found if matters == "" else None

    def _copy(
        self, environ: Environ, query: str = "", *, is_linked: bool = False
    ) -> PageCopy | Answer:
        """The fresh copy, made now if there is none; else the answer as it is."""
        key = key_of(environ["PATH_INFO"], query)
        # Read first: what is made while something is published is of the old generation.
        now, current = time.time(), generation.shared()
        copy = self.shelf.at_hand(key)
        if copy and copy.is_fresh(current, now):
            return copy
        with self._locks[hash(key) % LOCKS]:
            # Another thread, or another process, may have made it meanwhile.
            for find in (self.shelf.at_hand, self.shelf.from_disk):
                copy = find(key)
                if copy and copy.is_fresh(current, now):
                    self.shelf.remember(key, copy)
                    return copy
            return self._make(key, environ, query, current, is_linked=is_linked)

    def _make(
        self, key: str, environ: Environ, query: str, current: str, *, is_linked: bool
    ) -> PageCopy | Answer:
        now = time.time()
        if now < self._away_until and (copy := self._stand_in(key, current)):
            return copy
        if self._away_until:
            # One reader tries; it may take long, and the others are not to wait for it.
            self._away_until = now + STANDS_IN_SECONDS
        answer = self._ask(self._questions.put(environ, query))
        self._away_until = time.time() + STANDS_IN_SECONDS if answer.is_away else 0.0
        keys = query_keys_of(answer.body)
        if keys is not None and may_be_copied(answer.status, answer.headers):
            body = b"".join(answer.body)
            answer.close()
            fresh_until = min(now + generation.LIFETIME_SECONDS, end_of_day(now))
            copy = PageCopy.of(body, answer.headers, current, fresh_until, keys)
            # Variants are many, and a reader may invent more: on the disk only those that the
            # keeper asks for, because pages link to them as the way through a long list.
            (self.shelf.remember if query and not is_linked else self.shelf.keep)(key, copy)
            return copy
        if not answer.is_failure:
            self.shelf.drop(key)
        elif copy := self._stand_in(key, current):
            answer.close()
            return copy
        return answer

    def _stand_in(self, key: str, current: str) -> PageCopy | None:
        """The last copy, good for a moment. Only the disk has it: there, what was withdrawn is not."""
        if last := self.shelf.from_disk(key):
            until = time.time() + STANDS_IN_SECONDS
            last = replace(last, generation=current, fresh_until=until)
            self.shelf.remember(key, last)
        return last

    def _ask(self, environ: Environ) -> Answer:
        started: list = []

        def start_response(status: str, headers: Headers, exc_info: object = None) -> None:
            started[:] = [status, headers]

        try:
            body = self._site(environ, start_response)
        except Exception:
            logger.exception("Webbplatsen svarade inte")
            return Answer("500 Internal Server Error", [("Content-Length", "0")], [])
        return Answer(*started, body)

"""A copy of a public answer, prepared once and ready to be sent to anybody."""

import hashlib
import json
from dataclasses import dataclass, field
from http import HTTPStatus

from delivery.encoding import IDENTITY, forms_of, preferences

Headers = list[tuple[str, str]]

# Browsers ask each time whether it is still true, shared caches once a second: what is published
# is seen within that. If the site is away for a day, its readers need not notice.
CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-if-error=86400"
VARY = ("Vary", "Accept-Encoding")
# What is said anew of every copy, or belongs to one reader.
_NOT_COPIED = {
    "cache-control",
    "content-length",
    "content-encoding",
    "etag",
    "last-modified",
    "vary",
}
OK = "200 OK"
NOT_MODIFIED = "304 Not Modified"


class UnreadableCopyError(Exception):
    """What lies on the disk is not a whole copy."""


@dataclass(frozen=True, slots=True)
class Form:
    """A copy as it goes out in one encoding; `etag` is empty where nobody may remember it."""

    etag: str
    headers: Headers
    body: bytes

    def is_known_to(self, if_none_match: str) -> bool:
        """Whether the reader already has it, by its own header `If-None-Match`."""
        if not self.etag or not if_none_match:
            return False
        known = (tag.strip().removeprefix("W/") for tag in if_none_match.split(","))
        return if_none_match.strip() == "*" or self.etag in known

    @property
    def headers_when_known(self) -> Headers:
        """The headers of a 304."""
        return [("ETag", self.etag), ("Cache-Control", CACHE_CONTROL), VARY]


@dataclass(frozen=True)
class PageCopy:
    """The answer at an address: from which generation, how long it holds, and its bytes.

    `query_keys` are those that would have changed it. `headers` are the site's own.
    """

    generation: str
    fresh_until: float
    query_keys: frozenset[str]
    headers: Headers
    bodies: dict[str, bytes]
    forms: dict[str, Form] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        digest = _digest(self.bodies[IDENTITY])
        forms = {name: self._form(name, body, digest) for name, body in self.bodies.items()}
        object.__setattr__(self, "forms", forms)

    @classmethod
    def of(
        cls,
        body: bytes,
        headers: Headers,
        generation: str,
        fresh_until: float,
        query_keys: frozenset[str],
    ) -> "PageCopy":
        """Prepare the answer that Django gave."""
        return cls(generation, fresh_until, query_keys, headers, forms_of(body))

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return sum(map(len, self.bodies.values()))

    def is_fresh(self, generation: str, now: float) -> bool:
        """Whether it says what the site would say now."""
        return self.generation == generation and now < self.fresh_until

    def form_for(self, accepted: str) -> Form:
        """The form that suits a reader who accepts these encodings best."""
        for name in preferences(accepted):
            if form := self.forms.get(name):
                return form
        return self.forms[IDENTITY]

    def _form(self, name: str, body: bytes, digest: str) -> Form:
        headers = [pair for pair in self.headers if pair[0].lower() not in _NOT_COPIED]
        etag = ""
        if _is_secret(self.headers):
            # Whoever remembers a mark of a page in safe mode could be asked what was read.
            headers.append(("Cache-Control", "no-store"))
        else:
            etag = f'"{digest}-{name}"'
            headers += [("Cache-Control", CACHE_CONTROL), ("ETag", etag)]
        if name != IDENTITY:
            headers.append(("Content-Encoding", name))
        return Form(etag, [*headers, VARY, ("Content-Length", str(len(body)))], body)

    # On the disk: a line that describes, then the bodies one after the other.

    def as_bytes(self) -> bytes:
        """The copy as a file holds it."""
        described = {
            "generation": self.generation,
            "fresh_until": self.fresh_until,
            "query_keys": sorted(self.query_keys),
            "headers": self.headers,
            "digest": _digest(b"".join(self.bodies.values())),
            "sizes": {name: len(body) for name, body in self.bodies.items()},
        }
        return b"\n".join([json.dumps(described).encode(), b"".join(self.bodies.values())])

    @classmethod
    def from_bytes(cls, data: bytes) -> "PageCopy":
        """The copy that a file holds."""
        line, _, bodies = data.partition(b"\n")
        try:
            told = json.loads(line)
            if told.pop("digest") != _digest(bodies):
                raise UnreadableCopyError
            parts, start = {}, 0
            for name, size in told.pop("sizes").items():
                parts[name], start = bodies[start : start + size], start + size
            return cls(
                told["generation"],
                told["fresh_until"],
                frozenset(told["query_keys"]),
                [(name, value) for name, value in told["headers"]],
                parts,
            )
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableCopyError from error


def may_be_copied(status: str, headers: Headers) -> bool:
    """Whether an answer is whole, well, and nobody's own."""
    names = {name.lower() for name, _ in headers}
    return (
        int(status[:3]) == HTTPStatus.OK
        and "set-cookie" not in names
        and "content-encoding" not in names
        and "private" not in _cache_control(headers)
    )


def _is_secret(headers: Headers) -> bool:
    return "no-store" in _cache_control(headers)


def _cache_control(headers: Headers) -> str:
    return ",".join(value for name, value in headers if name.lower() == "cache-control")


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=12).hexdigest()

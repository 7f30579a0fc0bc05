"""What a first view costs to fetch, in bytes over the wire.

Text counts as gzip -6 makes it, so that the figure means the same whatever a server or a browser
prefers; brotli makes it smaller still.
"""

import gzip
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message

PACKED = ("text/", "application/javascript", "application/json", "image/svg+xml")
LEVEL = 6


@dataclass(frozen=True)
class Answer:
    """An answer of the site, as it came."""

    status: int
    headers: Message
    body: bytes

    @property
    def kind(self) -> str:
        """Its media type."""
        return self.headers.get_content_type()

    @property
    def plain(self) -> bytes:
        """The body as the browser sees it."""
        return gzip.decompress(self.body) if self._came_packed else self.body

    @property
    def bytes_over_the_wire(self) -> int:
        """How much of the reader's line it takes, headers left out."""
        if self.kind.startswith(PACKED):
            return len(gzip.compress(self.plain, LEVEL, mtime=0))
        return len(self.body)

    @property
    def is_packed_if_text(self) -> bool:
        """Whether the site sent text compressed, as it should; too little text is left alone."""
        return self._came_packed or not self.kind.startswith(PACKED) or len(self.body) < 1000

    @property
    def _came_packed(self) -> bool:
        return self.headers.get("Content-Encoding") == "gzip"


def fetch(address: str, method: str = "GET") -> Answer:
    """What the site answers a browser that understands gzip; an error is an answer too."""
    request = urllib.request.Request(  # noqa: S310
        address, headers={"Accept-Encoding": "gzip"}, method=method
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as found:  # noqa: S310
            return Answer(found.status, found.headers, found.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return Answer(refused.code, refused.headers, refused.read())

"""Asking another website whether an address still leads somewhere.

Politely: it says who asks, obeys robots.txt, asks for the head alone where it can, and never reads
a page. Safely: whatever the address, the name server or a redirect says, only public addresses are
connected to, and to the very number that was looked at. It tells nothing of where the link stands.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from django.conf import settings
from django.utils.encoding import iri_to_uri

from foundation.outside_links.models import Problem

PORTS = {"http": 80, "https": 443}
PATIENCE_SECONDS = 10
# All that one question may take, however slowly it is answered.
LONGEST_SECONDS = 20
MOST_REDIRECTS = 5
MOST_OF_ROBOTS = 100_000
GONE = (404, 410)
NAME = "Atgardsplan-lankkontroll"


class NotAskedError(Exception):
    """The address may not be asked: it leads inside a network, or robots are not wanted."""


class FailedError(Exception):
    """The address leads nowhere."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Answer:
    """What became of asking: a problem, an answer, or neither where nobody was asked."""

    was_asked: bool = True
    problem: Problem | None = None


@dataclass(frozen=True)
class Reply:
    """As much of a website's answer as is read."""

    status: int
    location: str = ""
    text: str = ""


def is_public(number: str, port: int) -> bool:
    """Whether the number may be connected to: one of the internet's own, at the usual ports."""
    address = ipaddress.ip_address(number)
    address = getattr(address, "ipv4_mapped", None) or address
    tunnels = (getattr(address, "sixtofour", None), getattr(address, "teredo", None))
    inside = address.is_multicast or any(tunnels) or address in _TRANSLATED
    return address.is_global and not inside and port in PORTS.values()


# IPv4 numbers, also private ones, written as IPv6.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


@dataclass
class Asker:
    """Asks one address at a time, and remembers what each website wants of robots."""

    may_connect: Callable[[str, int], bool] = is_public
    _robots: dict[tuple, RobotFileParser] = field(default_factory=dict, init=False)

    def ask(self, address: str) -> Answer:
        """What the address answers, redirects followed."""
        try:
            self._follow(address)
        except NotAskedError:
            return Answer(was_asked=False)
        except FailedError as failure:
            return Answer(problem=failure.problem)
        return Answer()

    def _follow(self, address: str) -> None:
        for _ in range(MOST_REDIRECTS + 1):
            parts = _parts(address)
            if not self._robots_of(parts).can_fetch(NAME, parts.geturl()):
                raise NotAskedError
            reply = self._head_or_get(parts)
            if not (300 <= reply.status < 400 and reply.location):
                return _judge(reply.status)
            address = urljoin(address, reply.location)
        raise FailedError(Problem.ASTRAY)

    def _head_or_get(self, parts: SplitResult) -> Reply:
        with contextlib.suppress(FailedError):
            reply = self._exchange("HEAD", parts)
            if reply.status < 400:
                return reply
        # Many answer a question for the head in their own way: only a whole one is believed.
        return self._exchange("GET", parts)

    def _robots_of(self, parts: SplitResult) -> RobotFileParser:
        website = (parts.scheme, parts.hostname, parts.port)
        if website not in self._robots:
            robots = RobotFileParser()
            reply = self._read_robots(urlsplit(urljoin(parts.geturl(), "/robots.txt")))
            robots.parse(reply.text.splitlines() if reply.status == 200 else [])
            self._robots[website] = robots
        return self._robots[website]

    def _read_robots(self, parts: SplitResult) -> Reply:
        try:
            return self._exchange("GET", parts, is_read=True)
        except FailedError as failure:
            if failure.problem is Problem.ERROR:
                return Reply(status=500)
            # The website cannot be reached, and need not be asked once more for that.
            raise

    def _exchange(self, method: str, parts: SplitResult, is_read: bool = False) -> Reply:
        with _as_failures():
            port = parts.port or PORTS[parts.scheme]
            plain = self._connect(parts.hostname, port)
            with plain, _cut_in_the_end(plain):
                return _ask_on(plain, method, parts, is_read)

    def _connect(self, host: str, port: int) -> socket.socket:
        """A line to the host, by a number that may be connected to: all it has must be."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        places = list(dict.fromkeys(place for *_, place in found))
        if not places or not all(self.may_connect(place[0], port) for place in places):
            raise NotAskedError
        for place in places[:-1]:
            with contextlib.suppress(OSError):
                return socket.create_connection(place[:2], PATIENCE_SECONDS)
        return socket.create_connection(places[-1][:2], PATIENCE_SECONDS)


def _parts(address: str) -> SplitResult:
    """The address as it is sent, with å, ä and ö written the way the web writes them."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
        if parts.scheme not in PORTS or not host or port == 0 or "@" in parts.netloc:
            raise NotAskedError
        netloc = f"[{host}]" if ":" in host else host.encode("idna").decode()
    except UnicodeError as error:
        raise FailedError(Problem.UNKNOWN_NAME) from error
    except ValueError as error:
        raise NotAskedError from error
    if port:
        netloc += f":{port}"
    return urlsplit(iri_to_uri(parts._replace(netloc=netloc).geturl()))


def _ask_on(plain: socket.socket, method: str, parts: SplitResult, is_read: bool) -> Reply:
    connection = http.client.HTTPConnection(parts.hostname, parts.port)
    connection.sock = _secured(plain, parts)
    try:
        path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", parts.netloc)
        connection.putheader("User-Agent", f"{NAME}/1.0 (+{settings.WAGTAILADMIN_BASE_URL})")
        connection.putheader("Accept", "*/*")
        connection.putheader("Connection", "close")
        connection.endheaders()
        with connection.getresponse() as response:
            text = response.read(MOST_OF_ROBOTS).decode(errors="replace") if is_read else ""
            return Reply(response.status, response.headers.get("Location", ""), text)
    finally:
        connection.close()


def _secured(plain: socket.socket, parts: SplitResult) -> socket.socket:
    if parts.scheme == "http":
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)


@contextmanager
def _cut_in_the_end(line: socket.socket) -> Iterator[None]:
    """Cut the line when all patience is used, whatever the website does: asking fails then."""
    # A copy: the line itself changes owner when it is secured.
    with line.dup() as copy:
        cut = threading.Timer(LONGEST_SECONDS, _cut, [copy])
        cut.start()
        try:
            yield
        finally:
            cut.cancel()
            cut.join()


def _cut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _judge(status: int) -> None:
    if status in GONE:
        raise FailedError(Problem.GONE)
    if 500 <= status < 600:
        raise FailedError(Problem.ERROR)
    # Whoever says no to a robot (401, 403, 429 …) is there for readers.


@contextmanager
def _as_failures() -> Iterator[None]:
    try:
        yield
    except socket.gaierror as error:
        raise FailedError(Problem.UNKNOWN_NAME) from error
    except ssl.SSLError as error:
        raise FailedError(Problem.CERTIFICATE) from error
    except UnicodeError as error:
        raise FailedError(Problem.UNKNOWN_NAME) from error
    except OSError as error:
        raise FailedError(Problem.SILENT) from error
    except http.client.HTTPException as error:
        raise FailedError(Problem.ERROR) from error

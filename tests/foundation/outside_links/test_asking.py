"""Asking another website: politely, and never one that is inside our own network."""

import socket
import threading

import pytest

from foundation.outside_links import asking
from foundation.outside_links.asking import Answer, Asker, is_public
from foundation.outside_links.models import Problem

ANSWERED, NOT_ASKED = Answer(), Answer(was_asked=False)


@pytest.fixture
def asker(website):
    """One that may connect to the website of the test and nowhere else."""
    return Asker(may_connect=lambda number, port: port == website.server_port)


def paths(website):
    return [(method, path) for method, path, _ in website.asked if path != "/robots.txt"]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/finns", None),
        ("/inloggning", None),
        ("/bara-get", None),
        ("/borta", Problem.GONE),
        ("/borttagen", Problem.GONE),
        ("/trasig", Problem.ERROR),
        ("/till?/finns", None),
        ("/till?/till?/borta", Problem.GONE),
        ("/till?/till?/till?/till?/till?/till?/till?/finns", Problem.ASTRAY),
    ],
)
def test_what_the_website_says_is_what_is_noted(website, asker, path, problem):
    assert asker.ask(website.root + path) == Answer(problem=problem)


def test_the_head_alone_is_asked_for_where_that_is_enough(website, asker):
    asker.ask(f"{website.root}/finns")
    assert paths(website) == [("HEAD", "/finns")]

    asker.ask(f"{website.root}/borta")
    assert paths(website)[1:] == [("HEAD", "/borta"), ("GET", "/borta")]


def test_it_says_who_asks_and_not_where_the_link_stands(website, asker):
    asker.ask(f"{website.root}/finns?fr%C3%A5ga=1")

    for _, _, headers in website.asked:
        assert headers["User-Agent"].startswith("Atgardsplan-lankkontroll/1.0 (+http")
        assert not {"Referer", "Cookie", "Origin", "From"} & headers.keys()


def test_swedish_letters_in_an_address_are_sent_as_the_web_writes_them(website, asker):
    assert asker.ask(f"{website.root}/åtgärder?väg=bön") == ANSWERED
    assert paths(website) == [("HEAD", "/%C3%A5tg%C3%A4rder?v%C3%A4g=b%C3%B6n")]


def test_who_wants_no_robots_is_not_asked(website, asker):
    website.robots = "User-agent: *\nDisallow: /hemligt\n"

    assert asker.ask(f"{website.root}/hemligt/x") == NOT_ASKED
    assert asker.ask(f"{website.root}/finns") == ANSWERED
    assert [path for _, path, _ in website.asked] == ["/robots.txt", "/finns"]


def test_nobody_is_asked_inside_our_own_network(website):
    assert Asker().ask(f"{website.root}/finns") == NOT_ASKED
    assert Asker().ask("http://localhost/") == NOT_ASKED
    assert website.asked == []


def test_a_redirect_leads_nobody_inside(website, asker):
    inside = f"{website.root}/till?http://127.0.0.1:1/hemligt"

    assert asker.ask(inside) == NOT_ASKED
    assert asker.ask(f"{website.root}/till?file:///etc/passwd") == NOT_ASKED
    assert asker.ask(f"{website.root}/till?http://anna:lösen@127.0.0.1:1/") == NOT_ASKED


def test_a_name_that_has_one_number_inside_is_not_asked_at_the_other(website, monkeypatch):
    """A name server that is told by an attacker: what is looked at must be what is connected to."""
    monkeypatch.setattr(
        asking.socket,
        "getaddrinfo",
        lambda host, port, **_: [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))
            for number in ("93.184.215.14", "127.0.0.1")
        ],
    )
    monkeypatch.setattr(asking.socket, "create_connection", pytest.fail)

    assert Asker().ask("http://tva-nummer.example/") == NOT_ASKED


def test_the_number_that_was_looked_at_is_the_one_that_is_connected_to(website, monkeypatch):
    """A second look-up could give another number."""
    asked = []

    def once(host, port, **_):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", website.server_port))]

    monkeypatch.setattr(asking.socket, "create_connection", _connect)
    monkeypatch.setattr(asking.socket, "getaddrinfo", once)

    assert Asker(may_connect=lambda *_: True).ask("http://namn.example/finns") == ANSWERED
    # Once for robots.txt and once for the page.
    assert asked == ["namn.example"] * 2
    assert {headers["Host"] for *_, headers in website.asked} == {"namn.example"}


def _connect(place, timeout):
    line = socket.socket()
    line.settimeout(timeout)
    line.connect(place)
    return line


@pytest.mark.parametrize(
    ("number", "port", "may"),
    [
        ("93.184.215.14", 443, True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", 80, True),
        ("93.184.215.14", 22, False),
        ("127.0.0.1", 80, False),
        ("10.1.2.3", 80, False),
        ("172.16.0.1", 443, False),
        ("192.168.1.1", 80, False),
        ("169.254.169.254", 80, False),
        ("100.64.0.1", 80, False),
        ("0.0.0.0", 80, False),  # noqa: S104
        ("224.0.0.1", 80, False),
        ("255.255.255.255", 80, False),
        ("::1", 80, False),
        ("fe80::1", 80, False),
        ("fc00::1", 80, False),
        ("ff02::1", 80, False),
        ("::ffff:127.0.0.1", 80, False),
        ("::ffff:93.184.215.14", 80, True),
        ("64:ff9b::7f00:1", 80, False),
        ("2002:7f00:1::", 80, False),
    ],
)
def test_only_numbers_of_the_internet_at_the_usual_ports_are_connected_to(number, port, may):
    assert is_public(number, port) is may


@pytest.mark.parametrize(
    "address", ["ftp://example.com/", "javascript:alert(1)", "http://", "http://x:0/", "http://[::"]
)
def test_what_is_no_web_address_is_not_asked(address):
    assert Asker(may_connect=pytest.fail).ask(address) == NOT_ASKED


def test_a_name_that_nobody_has_and_a_door_that_is_shut_are_told_apart(monkeypatch):
    asker = Asker(may_connect=lambda *_: True)
    assert asker.ask("http://127.0.0.1:1/") == Answer(problem=Problem.SILENT)
    assert asker.ask(f"http://{'x' * 70}.example/") == Answer(problem=Problem.UNKNOWN_NAME)

    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(asking.socket, "getaddrinfo", unknown)
    assert asker.ask("http://finns-inte.example/") == Answer(problem=Problem.UNKNOWN_NAME)


def test_a_website_without_a_certificate_to_trust_is_told_of(website, asker):
    address = website.root.replace("http:", "https:")
    assert asker.ask(f"{address}/finns") == Answer(problem=Problem.CERTIFICATE)


def test_a_website_that_answers_drop_by_drop_is_left(monkeypatch):
    monkeypatch.setattr(asking, "LONGEST_SECONDS", 0.2)
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        thread = threading.Thread(target=_drip, args=(server, stop))
        thread.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        try:
            answer = Asker(may_connect=lambda *_: True).ask(address)
        finally:
            stop.set()
            thread.join()

    # Cut between two signs or in the middle of one.
    assert answer.problem in (Problem.SILENT, Problem.ERROR)


def _drip(server, stop):
    """Send a first line that never ends, a sign at a time."""
    lines = []
    while not stop.is_set():
        try:
            lines.append(server.accept()[0])
            lines[-1].sendall(b"HTTP/1.1 ")
        except TimeoutError:
            pass
        for line in lines:
            try:
                line.sendall(b"x")
            except OSError:
                continue
    for line in lines:
        line.close()

"""With the database away every published page is read as before, and the rest says so, quickly."""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

from actionplan import sheets
from delivery import generation
from delivery.keeper import Keeper
from delivery.keeping import public_addresses
from delivery.page_cache import PageCache
from delivery.page_copy import PageCopy
from delivery.shelf import Shelf, key_of
from news.models import NewsIndexPage
from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
)


@pytest.fixture
def lose_the_database(monkeypatch):
    """Whatever asks the database from now on learns that it is away."""

    def away(*args, **kwargs):
        raise OperationalError("away")

    def lose():
        for name in ("cursor", "_cursor", "chunked_cursor"):
            monkeypatch.setattr(BaseDatabaseWrapper, name, away)

    return lose


@pytest.mark.django_db
@pytest.mark.usefixtures("outside_a_request")
def test_every_published_page_is_read_also_those_that_nobody_has_visited(
    ask, plan, measure, tmp_path, lose_the_database, monkeypatch
):
    monkeypatch.setattr(sheets, "MOST", 1)
    monkeypatch.setattr(NewsIndexPage, "PER_PAGE", 1)
    MeasurePageFactory(parent=measure.get_parent(), title="På nästa sida")
    news = NewsIndexPageFactory(parent=plan.get_parent())
    for _ in range(2):
        NewsPageFactory(parent=news)
    StatusUpdatePageFactory(parent=measure)
    safe = FocusAreaPageFactory(parent=plan, title="Hemma", safe_mode=True, slug="hemma")
    MeasurePageFactory(parent=measure.get_parent(), title="Ett utkast", live=False)
    cache = PageCache(WSGIHandler(), Shelf(tmp_path))
    addresses = public_addresses()
    assert {"/", plan.url, measure.url, safe.url, "/sitemap.xml"} <= addresses
    further = f"{measure.get_parent().url}?sida=2"
    assert {
        further,
        f"{plan.url}?sida=2",
        f"{plan.url}?visa=alla",
        f"{news.url}?sida=2",
    } <= addresses
    assert Keeper(cache, threading.Event()).go_round()
    generation.advance_now()

    lose_the_database()

    restarted = PageCache(WSGIHandler(), Shelf(tmp_path))
    told = {address: ask(restarted, *address.split("?")) for address in addresses}
    assert {one.status for one in told.values()} == {"200 OK"}
    assert measure.title in told[measure.url].body.decode()
    assert "På nästa sida" in told[further].body.decode()
    assert measure.title not in told[further].body.decode().split("<main")[1]
    assert told[safe.url].headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
@pytest.mark.usefixtures("outside_a_request")
def test_what_has_no_copy_says_so_in_swedish_and_when_to_try_again(
    ask, home, tmp_path, lose_the_database
):
    lose_the_database()

    told = ask(PageCache(WSGIHandler(), Shelf(tmp_path)), "/finns-inte/")

    assert told.status == "503 Service Unavailable"
    assert told.headers["Retry-After"] == "10"
    assert told.headers["Cache-Control"] == "no-store"
    assert "Något gick fel" in told.body.decode()
    assert "tel:112" in told.body.decode()


# With the web server itself.


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port: int, path: str, **headers):
    """The answer of the running server, with its bytes read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        response.content = response.read()
        return response
    finally:
        connection.close()


@pytest.fixture
def server(tmp_path):
    """A web server of two processes whose database was never there, and one page kept since before."""
    page = PageCopy.of(
        b"<h1>Trygga platser</h1>" * 20, [("Content-Type", "text/html")], "", 0, set()
    )
    Shelf(tmp_path / "pages").keep(key_of("/atgardsplan/"), page)
    port = free_port()
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, settings.BASE_DIR / "site/manage.py", "run_web", f"--port={port}"],
        env={
            **{name: told for name, told in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            "ATGARDSPLAN_VAR": str(tmp_path),
            "DATABASE_URL": f"sqlite:///{tmp_path}/no-such-folder/db.sqlite3",
            "PORT": str(port),
        },
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            get(port, "/halsa/lever")
            break
        except OSError:
            time.sleep(0.1)
    yield port
    process.terminate()
    process.wait(20)


def test_a_server_that_starts_without_its_database_shows_what_was_kept(server):
    etags = set()
    for _ in range(8):
        response = get(server, "/atgardsplan/", **{"Accept-Encoding": "br, gzip"})
        assert response.status == 200
        assert response.headers["Content-Encoding"] == "br"
        etags.add(response.headers["ETag"])
    # Whichever process answered.
    assert len(etags) == 1
    again = get(
        server, "/atgardsplan/?utm_id=1", **{"Accept-Encoding": "br", "If-None-Match": etags.pop()}
    )
    assert (again.status, again.content) == (304, b"")
    started = time.monotonic()
    other = get(server, "/nyheter/")
    assert other.status == 503
    assert "Något gick fel" in other.content.decode()
    assert time.monotonic() - started < 5
    assert get(server, "/halsa/redo").status == 503
    assert get(server, "/halsa/lever").status == 200

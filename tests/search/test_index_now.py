"""Search engines are told at once of what all may read, if the operator wants it, and publishing waits for nobody."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from wagtail.models import PageViewRestriction

from search.engines import index_now
from tests.factories import (
    CampaignPageFactory,
    MeasurePageFactory,
    SupportPageFactory,
)

pytestmark = pytest.mark.django_db
KEY = "0123456789abcdef"


class SearchEngine(HTTPServer):
    """A search engine on this machine that notes what it is told."""

    def __init__(self, delay=0.0, status=200):
        super().__init__(("127.0.0.1", 0), Listener)
        self.delay, self.status, self.messages = delay, status, []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/indexnow"


class Listener(BaseHTTPRequestHandler):
    """Takes one message."""

    def do_POST(self):
        time.sleep(self.server.delay)
        length = int(self.headers["Content-Length"])
        self.server.messages.append(json.loads(self.rfile.read(length)))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def engine(settings, monkeypatch):
    """A search engine that listens, and a site that is set to tell it."""
    server = SearchEngine()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    settings.INDEXNOW_KEY, settings.INDEXNOW_URL = KEY, server.address
    monkeypatch.setattr(index_now, "PAUSE_SECONDS", 0.02)
    monkeypatch.setattr(index_now, "messenger", index_now.Messenger())
    yield server
    index_now.messenger.finish(5)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publish a page, and commit."""

    def publish(factory, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            return factory(**fields)

    return publish


def told(engine):
    """The addresses that the search engine has been told."""
    index_now.messenger.finish(5)
    return [address for message in engine.messages for address in message["urlList"]]


def test_nobody_is_told_unless_the_operator_wants_it(client, engine, settings, publish, area):
    settings.INDEXNOW_KEY = ""
    publish(MeasurePageFactory, parent=area)

    assert told(engine) == []
    assert client.get(f"/{KEY}.txt").status_code == 404


def test_a_published_page_is_told_with_a_key_that_can_be_looked_up(client, engine, publish, area):
    page = publish(MeasurePageFactory, parent=area)

    assert told(engine) == [page.full_url]
    (message,) = engine.messages
    assert (message["host"], message["key"]) == ("localhost", KEY)
    assert client.get(message["keyLocation"]).content.decode() == KEY
    assert client.get("/fedcba9876543210.txt").status_code == 404


def test_what_is_published_together_is_told_together(
    engine, area, django_capture_on_commit_callbacks, monkeypatch
):
    monkeypatch.setattr(index_now, "PAUSE_SECONDS", 0.5)
    with django_capture_on_commit_callbacks(execute=True):
        pages = [MeasurePageFactory(parent=area) for _ in range(2)]

    assert told(engine) == [page.full_url for page in pages]
    assert len(engine.messages) == 1


def test_nothing_is_told_that_is_not_public_real_and_outside_safe_mode(
    engine, publish, home, area, django_capture_on_commit_callbacks
):
    publish(MeasurePageFactory, parent=area, live=False)
    publish(MeasurePageFactory, parent=area, is_example=True)
    publish(MeasurePageFactory, parent=area, hide_from_search_engines=True)
    support = publish(SupportPageFactory, parent=type(home).objects.get(pk=home.pk))
    publish(CampaignPageFactory, parent=support)
    PageViewRestriction.objects.create(page=area, restriction_type=PageViewRestriction.LOGIN)
    publish(MeasurePageFactory, parent=area)

    assert told(engine) == []


def test_what_is_never_committed_is_never_told(engine, area):
    MeasurePageFactory(parent=area)

    assert told(engine) == []


def test_publishing_waits_for_no_search_engine_and_stands_whatever_it_answers(
    engine, publish, area, caplog
):
    engine.delay, engine.status = 0.5, 500
    page = publish(MeasurePageFactory, parent=area)
    assert engine.messages == []  # published, and nothing is told yet

    assert told(engine) == [page.full_url]
    assert page.live
    assert page.url not in caplog.text
    assert "IndexNow" in caplog.text


def test_nor_for_one_that_is_not_there(engine, publish, area, settings, caplog):
    settings.INDEXNOW_URL = "http://127.0.0.1:9/"

    assert publish(MeasurePageFactory, parent=area).live
    assert told(engine) == []
    assert "IndexNow" in caplog.text

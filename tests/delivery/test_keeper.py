"""Every public page has a copy, also one that nobody has asked for; nothing else has."""

import threading
import time

import pytest
from django.db import OperationalError
from django.http import HttpResponse

from delivery import generation, keeping
from delivery.keeper import Keeper
from delivery.page_cache import PageCache
from delivery.shelf import Shelf

pytestmark = pytest.mark.usefixtures("outside_a_request")


@pytest.fixture
def addresses(monkeypatch):
    """The public addresses, which a test may change."""
    found = ["/", "/plan/"]
    monkeypatch.setattr(keeping, "_addresses", [lambda: found])
    return found


@pytest.fixture
def asked():
    return []


@pytest.fixture
def cache(tmp_path, asked):
    def site(environ, start_response):
        asked.append(environ["PATH_INFO"])
        response = may_answer(environ["PATH_INFO"])
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response

    def may_answer(path):
        if path == "/trasig/":
            return HttpResponse(status=500)
        return keeping.may_be_kept(HttpResponse(path))

    return PageCache(site, Shelf(tmp_path))


@pytest.fixture
def keeper(cache):
    return Keeper(cache, threading.Event())


def test_pages_that_nobody_asked_for_are_kept(keeper, addresses, tmp_path):
    assert keeper.go_round()

    assert Shelf(tmp_path).from_disk("/plan/?").forms["identity"].body == b"/plan/"


def test_what_is_fresh_is_left_alone(keeper, addresses, asked):
    keeper.go_round()
    keeper.go_round()
    assert sorted(asked) == ["/", "/plan/"]

    generation.advance_now()
    keeper.go_round()
    assert len(asked) == 4


def test_what_is_missing_comes_before_what_is_old(keeper, addresses, asked):
    keeper.go_round()
    generation.advance_now()
    addresses.append("/ny/")
    asked.clear()

    keeper.go_round()

    assert asked[0] == "/ny/"


def test_what_is_no_longer_public_is_cleared_away(keeper, addresses, cache):
    keeper.go_round()
    addresses.remove("/plan/")

    keeper.go_round()

    assert cache.shelf.from_disk("/plan/?") is None
    assert cache.shelf.from_disk("/?")


def test_a_page_that_cannot_be_made_stops_no_other_and_is_tried_again(keeper, addresses, asked):
    addresses.insert(0, "/trasig/")

    assert not keeper.go_round()
    assert sorted(asked) == ["/", "/plan/", "/trasig/"]


def test_it_goes_round_when_something_was_published_and_rests_otherwise(
    keeper, addresses, asked, monkeypatch
):
    monkeypatch.setattr("delivery.keeper.LOOK_EVERY", 0.01)
    running = threading.Thread(target=keeper.run)

    def wait_for(number):
        deadline = time.monotonic() + 10
        while len(asked) < number and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.05)
        return len(asked)

    running.start()
    try:
        assert wait_for(2) == 2
        generation.advance_now()
        assert wait_for(4) == 4
    finally:
        keeper._stop.set()
        running.join()


@pytest.mark.django_db
def test_without_a_database_everything_stays_as_it_is(
    keeper, addresses, cache, monkeypatch, caplog
):
    keeper.go_round()

    def away():
        raise OperationalError("away")

    monkeypatch.setattr(keeping, "_addresses", [away])

    assert not keeper.go_round()
    assert cache.shelf.from_disk("/plan/?")
    assert "vilka sidor som är publika" in caplog.text

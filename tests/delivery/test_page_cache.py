"""What is the same for all is made once and given to all; nothing else is kept."""

import gzip
import threading
import time

import pytest
from django.http import HttpResponse

from delivery import generation
from delivery.keeping import may_be_kept
from delivery.page_cache import PageCache
from delivery.shelf import Shelf

pytestmark = pytest.mark.usefixtures("outside_a_request")


class Site:
    """Stands for Django: counts what it is asked, and answers with a number of its own."""

    def __init__(self):
        self.asked = []
        self.answer = self.page

    def __call__(self, environ, start_response):
        self.asked.append(environ)
        response = self.answer(environ)
        reason = response.reason_phrase
        start_response(f"{response.status_code} {reason}", list(response.items()))
        return response

    def page(self, environ):
        return may_be_kept(HttpResponse(f"Sida {len(self.asked)} " * 20), ["sida"])


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pages"


@pytest.fixture
def cache(site, folder, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    return PageCache(site, Shelf(folder))


def publish():
    generation.advance_now()


def test_a_page_is_made_once_for_all(ask, cache, site):
    assert ask(cache) == ask(cache, host="localhost:1234", cookie="_ga=1", user_agent="robot")
    assert len(site.asked) == 1


def test_and_once_for_all_processes_and_after_a_restart(ask, cache, site, folder):
    first = ask(cache)

    assert ask(PageCache(site, Shelf(folder))) == first
    assert len(site.asked) == 1


def test_after_a_publication_every_process_makes_it_anew(ask, cache, site, folder):
    other = PageCache(site, Shelf(folder))
    ask(cache), ask(other)
    publish()

    assert b"Sida 2" in ask(cache)[2]
    assert b"Sida 2" in ask(other)[2]


def test_what_is_published_while_a_page_is_made_is_not_missed(ask, cache, site):
    site.answer = lambda environ: publish() or site.page(environ)
    ask(cache)
    site.answer = site.page

    assert b"Sida 2" in ask(cache)[2]


def test_should_the_news_of_a_publication_be_lost_a_page_lives_no_longer_than_minutes(
    ask, cache, site, monkeypatch
):
    ask(cache)
    later = time.time() + generation.LIFETIME_SECONDS + 1
    monkeypatch.setattr(time, "time", lambda: later)

    assert b"Sida 2" in ask(cache)[2]


def test_what_is_said_of_today_is_said_no_longer_than_today(ask, cache, site, monkeypatch):
    monkeypatch.setattr("delivery.page_cache.end_of_day", lambda now: now + 0.05)
    ask(cache)
    time.sleep(0.06)

    assert b"Sida 2" in ask(cache)[2]


def test_what_django_is_asked_tells_nothing_of_who_asked(ask, cache, site):
    ask(
        cache,
        "/nyheter/",
        "fbclid=1&sida=2",
        cookie="_ga=1",
        accept_language="en",
        if_none_match='"x"',
        range="bytes=0-1",
        x_forwarded_host="evil.example",
        host="localhost:9",
    )

    for asked in site.asked:
        sent = {name: value for name, value in asked.items() if name.startswith("HTTP_")}
        assert sent == {"HTTP_HOST": "127.0.0.1:8000", "HTTP_ACCEPT_ENCODING": ""}
    assert [asked["QUERY_STRING"] for asked in site.asked] == ["", "sida=2"]


@pytest.mark.parametrize(
    "query", ["utm_source=brev", "sida=&x", "a=1&b=2", "%00", "=", "x=" + "y" * 2000]
)
def test_keys_that_the_page_does_not_know_neither_split_nor_fill(ask, cache, site, query):
    site.answer = lambda environ: may_be_kept(HttpResponse("Sida"))
    plain = ask(cache)

    assert ask(cache, query=query) == plain
    assert len(site.asked) == 1


def test_keys_that_it_knows_make_pages_of_their_own_in_whatever_order(ask, cache, site):
    site.answer = lambda environ: may_be_kept(HttpResponse(environ["QUERY_STRING"]), ["a", "b"])

    assert ask(cache, query="b=2&x=3&a=1") == ask(cache, query="a=1&b=2&utm_id=9")
    assert ask(cache, query="a=1&b=2")[2] == b"a=1&b=2"
    # The plain page, which tells what it knows, and the variant.
    assert len(site.asked) == 2


def test_variants_are_made_anew_after_a_publication_too(ask, cache, site):
    site.answer = lambda environ: may_be_kept(HttpResponse(str(len(site.asked))), ["a"])
    ask(cache, query="a=1")
    publish()

    assert ask(cache, query="a=1")[2] == b"4"


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param({"method": "POST"}, id="writing"),
        pytest.param({"cookie": "a=b; sessionid=1"}, id="logged in"),
        pytest.param({"authorization": "Basic x"}, id="credentials"),
        pytest.param({"host": "evil.example"}, id="another site"),
        pytest.param({"host": ""}, id="no host"),
        pytest.param({"path": "/redaktion/"}, id="the admin"),
        pytest.param({"path": "/sok/", "query": "q=hjälp"}, id="a search"),
    ],
)
def test_what_is_not_anybody_s_question_goes_to_django_as_it_is(ask, cache, site, request_):
    for _ in range(2):
        ask(cache, **request_)

    assert len(site.asked) == 2
    assert not cache.shelf._at_hand


def test_an_address_that_is_https_is_not_answered_over_http(ask, site, folder, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://127.0.0.1:8000"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    cache = PageCache(site, Shelf(folder))
    ask(cache, x_forwarded_proto="https")
    ask(cache, x_forwarded_proto="https")
    assert len(site.asked) == 1
    assert site.asked[0]["HTTP_X_FORWARDED_PROTO"] == "https"

    ask(cache)
    assert len(site.asked) == 2


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(HttpResponse("hej"), id="not marked"),
        pytest.param(may_be_kept(HttpResponse("hej", status=404)), id="not found"),
        pytest.param(may_be_kept(HttpResponse("hej", status=301)), id="moved"),
        pytest.param(may_be_kept(HttpResponse("hej", status=500)), id="failed"),
        pytest.param(
            may_be_kept(HttpResponse("hej", headers={"Cache-Control": "private"})), id="private"
        ),
        pytest.param(
            may_be_kept(HttpResponse("hej", headers={"Set-Cookie": "a=b"})), id="with a cookie"
        ),
    ],
)
def test_only_what_is_well_and_said_to_be_for_all_is_kept(ask, cache, site, answer):
    site.answer = lambda environ: answer
    for _ in range(2):
        assert ask(cache)[2] == answer.content

    assert len(site.asked) == 2
    assert cache.shelf.from_disk("/?") is None


def test_a_head_tells_all_but_the_page(ask, cache):
    status, headers, page = ask(cache)

    assert page
    assert ask(cache, method="HEAD") == (status, headers, b"")


def test_a_head_for_what_is_not_kept_has_no_body_either(ask, cache, site):
    site.answer = lambda environ: HttpResponse("finns inte", status=404)

    assert ask(cache, method="HEAD")[::2] == ("404 Not Found", b"")


def test_a_part_of_a_page_is_the_whole(ask, cache):
    assert ask(cache, range="bytes=0-9") == ask(cache)


def test_a_reader_who_has_the_page_is_told_so_in_few_bytes(ask, cache, site, folder):
    etag = ask(cache, accept_encoding="br")[1]["ETag"]
    restarted = PageCache(site, Shelf(folder))

    status, headers, body = ask(restarted, accept_encoding="br", if_none_match=etag)

    assert (status, body) == ("304 Not Modified", b"")
    assert headers["ETag"] == etag
    assert len(f"{status}{headers}") < 300


def test_the_same_page_made_anew_is_still_the_one_the_reader_has(ask, cache, site):
    site.answer = lambda environ: may_be_kept(HttpResponse("Samma sida"))
    etag = ask(cache)[1]["ETag"]
    publish()

    assert ask(cache, if_none_match=etag)[0] == "304 Not Modified"
    assert len(site.asked) == 2


def test_a_page_goes_out_compressed(ask, cache):
    _, headers, body = ask(cache, accept_encoding="gzip")

    assert headers["Content-Encoding"] == "gzip"
    assert headers["Vary"] == "Accept-Encoding"
    assert int(headers["Content-Length"]) == len(body)
    assert gzip.decompress(body) == ask(cache)[2]


def fail(environ):
    raise RuntimeError("the database is away")


def answer_503(environ):
    return HttpResponse(status=503)


@pytest.mark.parametrize("failure", [fail, answer_503])
def test_when_the_site_fails_the_last_copy_stands_in_and_it_is_not_asked_each_time(
    ask, cache, site, failure
):
    page = ask(cache)
    publish()
    site.answer = failure

    for _ in range(3):
        assert ask(cache) == page
    assert len(site.asked) == 2


def test_a_variant_that_the_keeper_has_asked_for_stands_in_and_no_other(ask, cache, site, folder):
    cache.refresh("/?sida=2")
    asked_for = ask(cache, query="sida=2")
    ask(cache, query="sida=3")
    site.answer = fail
    restarted = PageCache(site, Shelf(folder))

    assert ask(restarted, query="sida=2") == asked_for
    assert ask(restarted, query="sida=3").status.startswith("500")


def test_while_the_database_is_away_no_page_waits_for_it_in_vain(ask, cache, site):
    pages = {path: ask(cache, path) for path in ("/a/", "/b/", "/c/")}
    publish()
    site.answer = answer_503
    site.asked.clear()

    assert {path: ask(cache, path) for path in pages} == pages
    assert len(site.asked) == 1


def test_a_page_that_is_broken_by_itself_keeps_no_other_from_being_fresh(ask, cache, site):
    ask(cache, "/a/"), ask(cache, "/b/")
    publish()
    site.answer = fail
    ask(cache, "/a/")
    site.answer = site.page

    assert b"Sida 4" in ask(cache, "/b/").body


def test_and_when_it_is_well_again_so_is_the_page(ask, cache, site, monkeypatch):
    monkeypatch.setattr("delivery.page_cache.STANDS_IN_SECONDS", 0.0)
    ask(cache)
    publish()
    site.answer = fail
    ask(cache)
    site.answer = site.page

    assert b"Sida 3" in ask(cache)[2]


def test_what_has_no_copy_is_an_error(ask, cache, site):
    site.answer = fail

    assert ask(cache)[0].startswith("500")


def test_what_was_withdrawn_does_not_stand_in(ask, cache, site):
    ask(cache)
    publish()
    site.answer = lambda environ: HttpResponse(status=404)
    ask(cache)
    site.answer = lambda environ: HttpResponse("fel", status=500)

    assert ask(cache)[0] == "500 Internal Server Error"


def test_a_rush_makes_a_page_once(ask, cache, site):
    def slowly(environ):
        time.sleep(0.05)
        return site.page(environ)

    site.answer = slowly
    readers = [threading.Thread(target=ask, args=(cache,)) for _ in range(16)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    assert len(site.asked) == 1

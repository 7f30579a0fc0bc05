"""Who is refused is told so in plain Swedish, on a page of the site's own, and gets no cookie."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.test import Client

from delivery import generation
from foundation.frame import current_frame
from foundation.risk_words import risk_words
from tests.factories import SupportPageFactory
from tests.pages.markup import faults
from tests.safe_pages import seen_of, traces_of

FORM, BAD, READ, ERROR = (
    "Formuläret kunde inte tas emot",
    "Det gick inte att läsa frågan",
    "Sidan går bara att läsa",
    "Något gick fel",
)
SAFE = "/stod-och-rad/"


def is_our_own(answer, heading):
    """Whether the answer is a whole, faultless Swedish page with this heading, and leaves nothing behind."""
    page = answer.content.decode()
    assert faults(page) == []
    return (
        '<html lang="sv">' in page
        and f"<h1>{heading}</h1>" in page
        and 'content="noindex"' in page
        and 'href="/">' in page
        and "Forbidden" not in page
        and not answer.cookies
    )


def is_discreet(answer):
    """Whether it gives its reader away no more than a page in safe mode does, and can be left like one."""
    page = answer.content.decode()
    body = BeautifulSoup(page, "html.parser").body
    assert [word for text in seen_of(page) for word in risk_words(text)] == []
    return (
        "data-exit" in body.find("a").attrs
        and "leave.js" in page
        and "one_entry.js" in page
        and "raderar inte webbhistoriken" in page
        and traces_of(page) == []
        and answer["Cache-Control"] == "no-store"
        and answer["Referrer-Policy"] == "no-referrer"
    )


@pytest.fixture
def safe(home):
    """The start of a safe branch, which readers know of."""
    return SupportPageFactory(parent=home, slug="stod-och-rad", safe_mode=True)


@pytest.fixture
def fail(monkeypatch):
    """Let every public page end in an error before anybody knows where it lies; ask for one."""

    def do(error, address):
        def broken(*args, **kwargs):
            raise error

        monkeypatch.setattr("foundation.routing._way", broken)
        return Client(raise_request_exception=False).get(address)

    return do


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_form_that_nobody_can_vouch_for_is_refused(safe, method):
    client = Client(enforce_csrf_checks=True)
    for address in ("/sok/", "/", "/redaktion/login/"):
        answer = getattr(client, method)(address, {"q": "torget"}, "application/json")

        assert answer.status_code == 403
        assert is_our_own(answer, FORM)
        assert "data-exit" not in answer.text

    for address in (SAFE, f"{SAFE}finns-inte/"):
        answer = getattr(client, method)(address, {"q": "torget"}, "application/json")

        assert answer.status_code == 403
        assert is_our_own(answer, FORM)
        assert is_discreet(answer)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/sok/", "/", SAFE, "/robots.txt"])
def test_what_can_only_be_read_says_so_in_words(client, safe, address):
    answer = client.put(address)

    assert answer.status_code == 405
    assert "GET" in answer["Allow"]
    assert is_our_own(answer, READ)
    assert is_discreet(answer) if address == SAFE else "data-exit" not in answer.text


@pytest.mark.django_db
def test_a_program_that_asks_wrongly_gets_no_page(client, home):
    assert client.put("/sok/", headers={"accept": "application/json"}).content == b""


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/atgardsplan/", SAFE])
def test_who_may_not_see_a_page_is_told_where_to_go(safe, fail, address):
    answer = fail(PermissionDenied(), address)

    assert answer.status_code == 403
    assert is_our_own(answer, "Du får inte se sidan")
    assert is_discreet(answer) if address == SAFE else "Sök på webbplatsen" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("below", ["a.b", "finns-inte", "finns inte/", "finns-inte/"])
def test_what_is_not_there_leaves_no_traces_where_nothing_does(client, safe, below):
    answer = client.get(SAFE + below, follow=False)

    assert answer.status_code in (404, 301)
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer.status_code == 301 or is_discreet(answer)


def test_a_question_that_cannot_be_read_costs_no_query(settings):
    settings.ALLOWED_HOSTS = ["hagfors.example"]
    answer = Client().get("/", headers={"host": "annan.example"})

    assert answer.status_code == 400
    assert is_our_own(answer, BAD)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        (BadRequest(), 400, BAD),
        (ZeroDivisionError(), 500, ERROR),
        (OperationalError("away"), 503, ERROR),
    ],
)
def test_neither_a_bad_question_nor_an_error_needs_the_database(
    safe, fail, django_assert_num_queries, error, status, heading
):
    current_frame()
    for address in (SAFE, "/atgardsplan/"):
        with django_assert_num_queries(0):
            answer = fail(error, address)

        assert answer.status_code == status
        assert is_our_own(answer, heading)
        assert is_discreet(answer) if address == SAFE else "data-exit" not in answer.text
        assert answer.headers.get("Retry-After") == ("10" if status == 503 else None)


@pytest.mark.django_db
def test_where_nobody_can_say_what_is_safe_everything_is(safe, fail, monkeypatch):
    current_frame()
    monkeypatch.setattr(generation, "at_hand", lambda name: 1 / 0)

    answer = fail(ZeroDivisionError(), "/atgardsplan/")

    assert is_our_own(answer, ERROR)
    assert is_discreet(answer)
    assert "https://www.smhi.se/" in answer.text


@pytest.mark.django_db
def test_an_error_is_told_also_before_the_static_files_are_there(home, fail, monkeypatch):
    def not_collected(path):
        raise ValueError(path)

    monkeypatch.setattr("foundation.error_pages.static", not_collected)

    answer = fail(ZeroDivisionError(), "/atgardsplan/")

    assert is_our_own(answer, ERROR)
    assert "/static/" not in answer.text

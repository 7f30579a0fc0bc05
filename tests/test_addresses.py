"""The addresses that outside programs rely on, on a site filled with the demonstration."""

import re

import pytest
from django.core.management import call_command
from wagtail.models import Page

from actionplan.models import (
    FocusAreaPage,
    IndicatorPage,
    MeasurePage,
    StatusUpdatePage,
    SurveyPage,
)
from foundation.visibility import visible
from news.models import CampaignPage, NewsPage

pytestmark = pytest.mark.django_db

STEP = "[a-z0-9-]+"
FIXED = [
    "/",
    "/atgardsplan/",
    "/atgardsplan/indikatorer/",
    "/atgardsplan/undersokningar/",
    "/nyheter/",
    "/stod-och-rad/",
    "/om-webbplatsen/",
    "/sok/",
    "/sok/?q=torget",
    "/sitemap.xml",
    "/sitemap-nyheter.xml",
    "/robots.txt",
    *(f"/flode/{name}.atom" for name in ("allt", "atgardsplan", "nyheter", "rattelser")),
    "/flode/",
    "/flode/kalender.ics",
    "/oppna-data/",
    *(
        f"/oppna-data/{name}.{form}"
        for name in ("atgarder", "lagesrapporter", "indikatorvarden")
        for form in ("csv", "json")
    ),
    "/api/v1/",
    "/api/v1/openapi.json",
    "/datasets/dcat",
    "/atgardsplan/flode.atom",
    "/llms.txt",
    "/index.md",
    "/atgardsplan/index.md",
    "/halsa/lever",
    "/halsa/redo",
]
PLACES = {
    FocusAreaPage: f"/atgardsplan/{STEP}/",
    MeasurePage: f"/atgardsplan/{STEP}/{STEP}/",
    StatusUpdatePage: rf"/atgardsplan/{STEP}/{STEP}/\d{{4}}-\d\d-\d\d(-\d+)?/",
    IndicatorPage: f"/atgardsplan/indikatorer/{STEP}/",
    SurveyPage: f"/atgardsplan/undersokningar/{STEP}/",
    NewsPage: f"/nyheter/{STEP}/",
    CampaignPage: f"/stod-och-rad/{STEP}/",
}
# The start page of the admin sends one on to log in; no document or file has these names.
ELSEWHERE = {
    "/redaktion/": 302,
    # Nobody can say for the municipality who reads of the holes in its site.
    "/.well-known/security.txt": 404,
    "/dokument/1/finns-inte.pdf": 404,
    "/media/finns-inte.jpg": 404,
    "/media/": 404,
    # A link in a letter, of which none holds that nobody has signed.
    "/paminnelser/k1.x/": 404,
    "/finns-inte/": 404,
    "/api/v2/pages/": 404,
    "/api/v3/": 404,
}


@pytest.fixture
def demonstration(put_demonstration_back, db):
    """The site as `make serve` fills it the first time."""
    put_demonstration_back()
    call_command("update_index", verbosity=0)


def test_every_address_of_the_contract_answers_and_leaves_no_cookie(
    client, subtests, demonstration
):
    for address in FIXED:
        with subtests.test(address):
            answer = client.get(address)
            assert answer.status_code == 200
            assert not answer.cookies

    for page_type, pattern in PLACES.items():
        with subtests.test(page_type.__name__):
            addresses = [page.url for page in page_type.objects.visible()]
            assert addresses
            assert all(re.fullmatch(pattern, address) for address in addresses), addresses

    for address, status in ELSEWHERE.items():
        with subtests.test(address):
            answer = client.get(address)
            assert answer.status_code == status
            assert not answer.cookies


def test_every_page_of_the_demonstration_can_be_read(client, subtests, demonstration):
    pages = visible(Page.objects.filter(depth__gt=1))
    assert pages.count() > 20
    for page in pages:
        with subtests.test(page.url):
            answer = client.get(page.url)
            html = answer.content.decode()
            assert answer.status_code == 200
            assert not answer.cookies
            assert "Cookie" not in answer.headers.get("Vary", "")
            assert html.count("<h1") == 1
            assert "<!doctype html>" in html


def test_every_link_of_the_sitemap_leads_to_a_page(client, subtests, demonstration):
    addresses = re.findall(
        r"<loc>https?://[^/]+([^<]*)</loc>", client.get("/sitemap.xml").content.decode()
    )
    assert "/atgardsplan/" in addresses
    for address in addresses:
        with subtests.test(address):
            answer = client.get(address)
            assert answer.status_code == 200
            assert 'content="noindex"' not in answer.content.decode()


def test_an_error_is_told_in_swedish_with_a_way_on(client, home, monkeypatch):
    client.raise_request_exception = False

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("search.views.answer_to", broken)

    answer = client.get("/sok/?q=torg")

    html = answer.content.decode()
    assert answer.status_code == 500
    assert "Något gick fel" in html
    assert 'href="tel:112"' in html
    assert "Traceback" not in html


def test_an_address_that_is_nobodys_is_told_in_swedish_with_ways_on(client, home):
    answer = client.get("/finns-inte/")

    html = answer.content.decode()
    assert answer.status_code == 404
    assert "Sidan finns inte" in html
    assert 'href="/"' in html
    assert 'href="/sok/"' in html
    assert not answer.cookies

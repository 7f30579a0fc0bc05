"""The sitemap is exactly the set of pages that search engines may show, and its dates are true."""

import datetime
import re
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.utils.dateparse import parse_datetime
from wagtail.models import PageViewRestriction

from foundation.last_changes import last_changes
from home.models import StandardPage
from search.engines import sitemap as engine
from search.engines.sitemap import indexable_pages
from tests import noting
from tests.factories import (
    CampaignPageFactory,
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
)
from tests.many_measures import add_measures
from tests.search.sitemap_rules import faults

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def sitemap(client):
    """The sitemap, as what it says of each address."""

    def sitemap():
        answer = client.get("/sitemap.xml")
        assert answer["Content-Type"].startswith("application/xml")
        assert faults(answer.content) == []
        root = ElementTree.fromstring(answer.content)  # noqa: S314 (our own)
        assert root.tag == f"{NAMESPACE}urlset"
        return {
            url.findtext(f"{NAMESPACE}loc"): url.findtext(f"{NAMESPACE}lastmod") for url in root
        }

    return sitemap


@pytest.fixture
@noting.once
def everything(home, plan, area, measure):
    """Pages of many kinds and in every state."""
    StatusUpdatePageFactory(parent=measure)
    news = NewsIndexPageFactory(parent=home)
    NewsPageFactory(parent=news, slug="a-och-b")
    support = SupportPageFactory(parent=home, safe_mode=True)
    CampaignPageFactory(parent=support)
    example = FocusAreaPageFactory(parent=plan, title="Exempel", is_example=True)
    MeasurePageFactory(parent=example, is_example=True)
    FocusAreaPageFactory(parent=plan, title="Gömd", hide_from_search_engines=True)
    MeasurePageFactory(parent=FocusAreaPageFactory(parent=plan, title="Utkast", live=False))
    private = FocusAreaPageFactory(parent=plan, title="Inloggning")
    MeasurePageFactory(parent=private)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    MeasurePageFactory(parent=area, live=False)
    return home


def addresses_outside_the_tree(resolver=None, before="/"):
    """The address of everything that no editor has made and that takes nothing."""
    for pattern in (resolver or get_resolver()).url_patterns:
        address = before + str(pattern.pattern)
        if address != "/redaktion/" and re.fullmatch(r"[\w./-]+", address):
            if hasattr(pattern, "url_patterns"):
                yield from addresses_outside_the_tree(pattern, address)
            else:
                yield address


def test_it_is_exactly_the_pages_that_answer_and_do_not_refuse_to_be_shown(
    client, sitemap, everything
):
    listed = set(sitemap())

    in_tree = [page.url for page in everything.get_descendants(inclusive=True)]
    shown = set()
    for address in {*in_tree, *addresses_outside_the_tree()}:
        answer = client.get(address)
        is_page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
        if is_page and 'name="robots" content="noindex"' not in answer.content.decode():
            shown.add(f"http://localhost{address}")
            assert f'rel="canonical" href="http://localhost{address}"' in answer.content.decode()
    assert listed == shown
    assert {"http://localhost/oppna-data/", "http://localhost/flode/"} < listed
    assert len(listed) == 11


def test_it_says_when_readers_last_saw_each_page_change(sitemap, everything):
    said = sitemap()

    for page in everything.get_descendants(inclusive=True).specific():
        if page.full_url in said:
            moment = parse_datetime(said[page.full_url])
            assert moment == page.updated_at.replace(microsecond=0), page


def test_pages_asked_for_together_answer_as_each_does(everything):
    pages = indexable_pages()
    alone = {page.pk: type(page).objects.get(pk=page.pk).updated_at for page in pages}

    assert last_changes(pages) == alone


def test_a_new_update_moves_its_measure_and_a_draft_moves_nothing(sitemap, measure):
    before = sitemap()
    measure.title = "Inte än"
    measure.save_revision()
    assert sitemap() == before

    update = StatusUpdatePageFactory(parent=measure)
    type(update).objects.update(changed_at=datetime.datetime(2199, 1, 1, tzinfo=datetime.UTC))

    assert sitemap()[measure.full_url].startswith("2199-01-01")


def test_addresses_are_safe_in_xml_and_whole(sitemap, home):
    page = home.add_child(instance=StandardPage(title="A & B <c>", slug="a-b"))

    assert f"http://localhost{page.url}" in sitemap()


def test_it_costs_the_same_number_of_queries_for_ten_pages_and_for_a_thousand(
    client, plan, measure
):
    def queries():
        client.get("/sitemap.xml")
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get("/sitemap.xml").status_code == 200
        return len(captured)

    few = queries()
    add_measures(FocusAreaPageFactory(parent=plan, title="Trygga hem"), 300, updates_each=2)
    assert queries() == few
    assert few <= 20


def test_a_very_long_one_is_a_list_of_lists_that_hold_the_same(
    client, sitemap, everything, monkeypatch
):
    whole = sitemap()
    monkeypatch.setattr(engine, "PER_LIST", 4)

    index = client.get("/sitemap.xml")
    assert faults(index.content) == []
    entries = list(ElementTree.fromstring(index.content))  # noqa: S314 (our own)
    assert len(entries) == 3
    parts = {}
    for number, entry in enumerate(entries, start=1):
        address = entry.findtext(f"{NAMESPACE}loc")
        assert address.endswith(f"/sitemap-{number}.xml")
        part = client.get(address)
        assert faults(part.content) == []
        said = {
            url.findtext(f"{NAMESPACE}loc"): url.findtext(f"{NAMESPACE}lastmod")
            for url in ElementTree.fromstring(part.content)  # noqa: S314 (our own)
        }
        assert 0 < len(said) <= 4
        newest = max(parse_datetime(moment) for moment in said.values() if moment)
        assert parse_datetime(entry.findtext(f"{NAMESPACE}lastmod")) == newest
        parts |= said

    assert parts == whole
    assert client.get("/sitemap-4.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_a_short_one_has_no_parts(client, home):
    assert client.get("/sitemap-1.xml").status_code == 404

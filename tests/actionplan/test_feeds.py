"""Feeds tell what readers can see, name it the same for ever, and are valid Atom."""

import re
from xml.etree import ElementTree

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.dateparse import parse_datetime
from wagtail.models import PageViewRestriction

from actionplan.models import MeasurePage, StatusUpdatePage
from actionplan.status import MeasureStatus
from foundation.corrections import Correction
from foundation.feeds.entry import LIMIT
from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
)
from tests.many_measures import add_measures

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
FEEDS = ("allt", "atgardsplan", "nyheter", "rattelser")


@pytest.fixture
def read(client):
    """What a feed reader makes of an address."""

    def read(address):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer["Content-Type"] == "application/xml; charset=utf-8"
        assert answer["X-Robots-Tag"] == "noindex"
        is_valid_atom(answer.content)
        feed = feedparser.parse(answer.content)
        assert not feed.bozo
        return feed

    return read


def is_valid_atom(content):
    """The rules of RFC 4287, section 4, for what we write."""
    feed = ElementTree.fromstring(content)  # noqa: S314 (our own)
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        assert element.findtext(f"{ATOM}id").startswith("tag:localhost,2026:")
        for name in ("updated", "published"):
            for moment in element.findall(f"{ATOM}{name}"):
                assert RFC_3339.fullmatch(moment.text)
        links = element.findall(f"{ATOM}link")
        assert all(link.get("href").startswith("http://localhost/") for link in links)
        assert sum(link.get("rel") == "alternate" for link in links) == 1
        for content in element.findall(f"{ATOM}content"):
            assert content.get("type") == "xhtml"
            assert [child.tag for child in content] == ["{http://www.w3.org/1999/xhtml}div"]
    assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
    assert [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    names = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(set(names)) == len(names)


def publish(page, **changes):
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def entry_of(feed, page):
    return next(entry for entry in feed.entries if entry.id.endswith(str(page.translation_key)))


def test_a_new_update_is_told_of_everywhere_with_its_whole_text(read, plan, area, measure):
    update = StatusUpdatePageFactory(
        parent=measure,
        status=MeasureStatus.PAUSED,
        reason="Leveransen dröjer & väntar",
        text='<p>Se <a href="/nyheter/">nyheterna</a> och <b>vänta</b>.</p>',
    )
    addresses = [
        *("/flode/allt.atom", "/flode/atgardsplan.atom"),
        *(f"{page.url}flode.atom" for page in (plan, area, measure)),
    ]
    for address in addresses:
        told = entry_of(read(address), update)
        assert told.title == "Ett tryggare torg: Lägesrapport 3 maj 2025 (Pausad)"
        assert told.link == f"http://localhost{update.url}"
        text = told.content[0].value
        assert "Status: Pausad" in text
        assert "Leveransen dröjer &amp; väntar" in text
        assert '<a href="http://localhost/nyheter/">nyheterna</a>' in text


def test_a_page_has_the_same_name_whatever_its_address_and_title(read, measure):
    before = entry_of(read("/flode/atgardsplan.atom"), measure)
    feed_before = read(f"{measure.url}flode.atom").feed.id

    moved = publish(measure, slug="ljusare-torg", title="Ett ljusare torg")

    after = entry_of(read("/flode/atgardsplan.atom"), moved)
    assert after.id == before.id
    assert (after.title, after.link) == ("Ett ljusare torg", moved.full_url)
    assert read(f"{moved.url}flode.atom").feed.id == feed_before


def test_entries_and_feeds_change_when_their_pages_say_so(read, plan, area, measure):
    StatusUpdatePageFactory(parent=measure)

    for page in (plan, area, measure):
        says = type(page).objects.get(pk=page.pk).updated_at
        feed = read(f"{page.url}flode.atom")
        assert parse_datetime(feed.feed.updated) == says.replace(microsecond=0)
        assert parse_datetime(entry_of(feed, page).updated) == says.replace(microsecond=0)
    assert read("/flode/atgardsplan.atom").feed.updated == feed.feed.updated


def test_a_typing_error_put_right_in_a_draft_changes_nothing(client, measure):
    before = client.get("/flode/allt.atom").content
    measure.title = "Inte än"
    measure.save_revision()

    assert client.get("/flode/allt.atom").content == before


def test_what_all_may_not_read_is_in_no_feed(client, home, plan, area, measure):
    hidden = {
        "utkast": MeasurePageFactory(parent=area, title="HEMLIG utkast", live=False),
        "inloggning": FocusAreaPageFactory(parent=plan, title="HEMLIG privat"),
        "exempel": FocusAreaPageFactory(parent=plan, title="HEMLIG exempel", is_example=True),
        "skydd": FocusAreaPageFactory(
            parent=plan, title="HEMLIG skydd", slug="trygg", safe_title="Trygghet", safe_mode=True
        ),
        "avpublicerat": FocusAreaPageFactory(parent=plan, title="HEMLIG borta"),
        "stöd": SupportPageFactory(parent=home, title="HEMLIG stöd", slug="stod"),
    }
    for name in ("inloggning", "exempel", "skydd", "avpublicerat"):
        below = MeasurePageFactory(parent=hidden[name], title=f"HEMLIG under {name}", slug="under")
        StatusUpdatePageFactory(parent=below, text="<p>HEMLIG rapport</p>")
        Correction.objects.create(
            page=below, corrected_on="2026-05-03", what_changed="HEMLIG", reason="HEMLIG"
        )
    PageViewRestriction.objects.create(
        page=hidden["inloggning"], restriction_type=PageViewRestriction.LOGIN
    )
    hidden["avpublicerat"].unpublish()
    measure.title = "HEMLIG nästa"
    measure.save_revision()

    addresses = [*(f"/flode/{name}.atom" for name in FEEDS), "/flode/kalender.ics"]
    for address in [*addresses, f"{plan.url}flode.atom"]:
        assert "HEMLIG" not in client.get(address).text, address
    for name, page in hidden.items():
        answer = client.get(f"/{page.url_path.removeprefix(home.url_path)}flode.atom")
        # What all have read once is gone; of the others nobody is told that they exist.
        assert answer.status_code == (410 if name == "avpublicerat" else 404), page
    assert client.get(f"{home.url}flode.atom").status_code == 404
    assert client.get("/flode/finns-inte.atom").status_code == 404
    skydd = client.get(f"{hidden['skydd'].url}flode.atom")
    assert skydd["Cache-Control"] == "no-store"


def test_corrections_have_a_feed_of_their_own(read, measure):
    Correction.objects.create(
        page=measure, corrected_on="2020-01-01", what_changed="Elva, inte tolv.", reason="Räknefel"
    )
    [told] = read("/flode/rattelser.atom").entries

    assert told.title == "Rättelse: Ett tryggare torg"
    assert "Elva, inte tolv." in told.content[0].value
    assert parse_datetime(told.updated) == measure.first_published_at.replace(microsecond=0)


def test_nothing_hostile_gets_through(read, measure):
    update = StatusUpdatePageFactory(parent=measure)
    StatusUpdatePage.objects.filter(pk=update.pk).update(
        text='<p onclick="x()">A<br>B &lt;&amp; ]]&gt;<script>x()</script><img src="x"/>'
        '<a href="javascript:x()">länk</a>'
    )
    MeasurePage.objects.filter(pk=measure.pk).update(title="A\x08 ]]> <b> & torg")

    feed = read("/flode/atgardsplan.atom")

    text = entry_of(feed, update).content[0].value
    assert not re.search(r"script|onclick|<img", text)
    assert "länk" in text


def test_a_page_leads_to_its_feed_but_none_in_safe_mode(client, home, plan, measure):
    safe = FocusAreaPageFactory(
        parent=plan, title="Trygga hem", safe_title="Trygghet", safe_mode=True
    )
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=home))
    for page, address in (
        (home, "/flode/allt.atom"),
        (plan, f"{plan.url}flode.atom"),
        (measure, f"{measure.url}flode.atom"),
        (news, "/flode/nyheter.atom"),
    ):
        html = client.get(page.url).text
        [found] = [
            link
            for link in re.findall(r"<link [^>]*>", html)
            if 'rel="alternate"' in link and f'href="{address}"' in link
        ]
        assert 'type="application/atom+xml"' in found
        assert client.get(address).status_code == 200
    assert "atom" not in client.get(safe.url).text


def test_a_feed_costs_the_same_with_few_and_with_many(client, plan, area, measure):
    def queries(address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    body = [("paragraph", f'<p><a linktype="page" id="{plan.pk}">planen</a></p>')]
    publish(measure, body=body)
    StatusUpdatePageFactory(parent=measure)
    addresses = ("/flode/allt.atom", "/flode/kalender.ics", f"{plan.url}flode.atom")
    few = {address: queries(address) for address in addresses}

    other = FocusAreaPageFactory(parent=plan, title="Trygga hem")
    add_measures(
        other, 80, updates_each=2, content=lambda n: {"title": f"Nummer {n}", "body": body}
    )

    assert {address: queries(address) for address in addresses} == few
    assert max(few.values()) <= 35
    assert client.get(f"{plan.url}flode.atom").text.count("<entry") == LIMIT

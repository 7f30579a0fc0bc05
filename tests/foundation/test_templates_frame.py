"""The frame around every page: the same for all, and quieter where a reader may be watched."""

from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from foundation.navigation import FooterColumn, MenuItem
from foundation.settings import SiteSettings


def request(path="/nyheter/torget/", **facts):
    got = RequestFactory().get(path)
    got.frame = SimpleNamespace(
        **{
            "settings": SiteSettings(municipality="Exempelkommun"),
            "menu": [MenuItem("Nyheter", "/nyheter/"), MenuItem("Stöd", "/stod/")],
            "footer": [FooterColumn("", [MenuItem("Tillgänglighet", "/om/tillganglighet/")])],
            "has_examples": False,
            **facts,
        }
    )
    return got


def page(**facts):
    return SimpleNamespace(
        **{
            "title": "Torget",
            "browser_title": "Torget",
            "summary": "Om torget.",
            "is_indexable": True,
            "in_safe_branch": False,
            "is_example": False,
            "breadcrumb": [],
            "live": False,
            **facts,
        }
    )


def framed(shown_page=None, **facts):
    return render_to_string("base.html", {"page": shown_page or page()}, request(**facts))


class Links(HTMLParser):
    """The links of a page, in order."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append(dict(attrs))


def test_the_page_speaks_swedish_and_begins_with_a_way_to_the_content_wcag_2_4_1():
    html = framed()

    assert '<html lang="sv">' in html
    assert Links(html).found[0] == {"class": "skip", "href": "#innehall"}
    assert '<main id="innehall"' in html
    assert "<title>Torget – Exempelkommun</title>" in html


def test_the_menu_tells_where_the_reader_is_wcag_2_4_8():
    assert '<a href="/nyheter/" aria-current="true">' in framed()
    assert '<a href="/nyheter/" aria-current="page">' in framed(path="/nyheter/")
    assert "aria-current" not in framed(path="/annat/")


def test_the_way_out_comes_first_where_a_reader_may_be_watched():
    html = framed(page(in_safe_branch=True, browser_title="Stöd och råd"))
    way_out, skip, second_way_out = Links(html).found[:3]

    assert way_out["href"] == second_way_out["href"] == "https://www.smhi.se/"
    assert way_out["rel"] == second_way_out["rel"] == "nofollow noreferrer"
    assert skip["href"] == "#innehall"
    assert "Lämna sidan snabbt" not in framed()


def test_the_script_that_leaves_is_loaded_only_where_there_is_something_to_leave():
    inside = framed(page(in_safe_branch=True), safe_addresses=["/stod/", "/annat/"])
    outside = framed(safe_addresses=["/stod/"])

    assert "js/leave" in inside
    assert 'data-inside="/stod/ /annat/"' in inside
    assert "js/leave" not in outside
    assert 'data-inside="/stod/"' in outside
    assert "<script" not in framed(safe_addresses=[])
    assert "preconnect" not in inside
    assert "prefetch" not in inside


def test_what_the_button_does_not_do_is_said_once_and_leads_to_what_can_be_done():
    traces = MenuItem("Så döljer du ditt besök", "/stod/spar/")

    html = framed(page(in_safe_branch=True), traces_page=traces)

    assert html.count("Den raderar inte webbhistoriken.") == 1
    assert '<a href="/stod/spar/">Så döljer du ditt besök</a>' in html
    assert "webbhistoriken" not in framed(traces_page=traces)
    itself = framed(page(in_safe_branch=True), path="/stod/spar/", traces_page=traces)
    assert 'href="/stod/spar/"' not in itself


def test_the_head_of_a_safe_page_names_no_subject():
    html = framed(page(in_safe_branch=True, browser_title="Stöd", title="Våld", summary="Om våld."))

    assert "åld" not in html.partition("</head>")[0]
    assert 'href="/sok/"' not in html


def test_a_missing_page_in_a_safe_branch_is_as_quiet_as_a_page():
    got = request("/stod-och-rad/finns-inte/")
    got.safe_branch = True

    html = render_to_string("404.html", {}, got)

    assert "Lämna sidan snabbt" in html
    assert 'href="/sok/"' not in html


def test_an_example_page_says_so_and_asks_to_stay_out_of_search_engines():
    html = framed(page(is_example=True, is_indexable=False), has_examples=True)

    assert "Exempeldata" in html
    assert "Demonstration – inte Exempelkommuns officiella webbplats" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "noindex" not in framed()


def test_a_missing_page_says_so_and_leads_on():
    html = render_to_string("404.html", {}, request("/finns/inte/"))

    assert "<h1>Sidan finns inte</h1>" in html
    assert "noindex" in html
    assert {"/", "/nyheter/", "/stod/", "/sok/"} <= {link["href"] for link in Links(html).found}


def test_when_everything_is_broken_there_are_still_numbers_to_call(db):
    html = render_to_string("500.html")

    for number in ("tel:112", "tel:11414", "tel:020505050"):
        assert f'href="{number}"' in html
    assert "<link" not in html
    assert "style" not in html


@pytest.mark.django_db
def test_who_reads_gets_no_cookie_and_no_page_that_differs_by_cookie(client):
    response = client.get("/finns-inte/")

    assert response.status_code == 404
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.django_db
def test_the_editor_who_is_logged_in_gets_the_way_to_edit(admin_client):
    assert "wagtail-userbar" in admin_client.get("/finns-inte/").content.decode()

"""Residents find pages by the words on them, and never more than they may see."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from wagtail.contrib.search_promotions.models import Query

from search.models import Form, Synonyms
from search.views import PER_PAGE
from tests.factories import (
    CampaignPageFactory,
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
)
from tests.frame import put_in_menu
from tests.many_measures import add_measures
from tests.search.conftest import titles

pytestmark = pytest.mark.django_db

MOST_QUERIES = 6


def heading(soup):
    return soup.select_one("main h2").text


def test_pages_are_found_by_title_lead_and_body_those_with_the_word_in_the_title_first(
    search, plan
):
    body = [("paragraph", "<p>Lamporna lyser längs stigen.</p>")]
    FocusAreaPageFactory(parent=plan, title="Lamporna")
    FocusAreaPageFactory(parent=plan, title="Ljus", summary="Lamporna byts.")
    FocusAreaPageFactory(parent=plan, title="Stigen", body=body)

    soup = search("lamporna")

    assert titles(soup) == ["Lamporna", "Ljus", "Stigen"]
    assert heading(soup) == "Tre sidor med ”lamporna”"
    assert "Lamporna byts." in soup.select_one(".rows").text
    assert "Fokusområde" in soup.select_one(".rows").text


def test_every_word_must_be_there(search, plan):
    FocusAreaPageFactory(parent=plan, title="Trygga torg")
    FocusAreaPageFactory(parent=plan, title="Trygga hem")

    assert titles(search("trygga torg")) == ["Trygga torg"]
    assert titles(search("torg   TRYGGA")) == ["Trygga torg"]
    assert titles(search('"trygga')) == ["Trygga hem", "Trygga torg"]


def test_without_words_there_is_only_the_form(client, home):
    for address in ("/sok/", "/sok/?q=", "/sok/?q=+", '/sok/?q="', "/sok/?q=%00"):
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        assert soup.select_one("main form input[name=q]")["value"] == ""
        assert soup.select("main h2") == []
        assert ("Skriv minst ett ord" in soup.main.text) == ("q" in address)


def test_where_nothing_is_found_there_are_ways_on(search, home):
    put_in_menu(NewsIndexPageFactory(parent=home))

    soup = search("xyzzy")

    assert heading(soup) == "Ingen sida med ”xyzzy”"
    assert soup.select_one('main a[href="/nyheter/"]')


def test_one_page_is_one_page(search, measure):
    assert heading(search("torget")) == "En sida med ”torget”"


def test_drafts_and_what_was_written_in_them_are_not_found(search, area, measure):
    MeasurePageFactory(parent=area, title="Hemligheten", live=False)
    measure.title = "Hemligheten"
    measure.save_revision()

    assert titles(search("hemligheten")) == []


def test_an_example_says_that_it_is_one(search, plan):
    FocusAreaPageFactory(parent=plan, title="Exempeltorg", is_example=True)

    row = search("exempeltorg").select_one(".rows li")

    assert "Exempeldata" in row.text


def test_help_is_found_by_its_own_words_and_shown_by_its_neutral_title(search, home):
    support = SupportPageFactory(parent=home, safe_mode=True, slug="stod-och-rad")
    CampaignPageFactory(
        parent=support,
        title="En vecka fri från våld",
        safe_title="Orange vecka",
        slug="orange-vecka",
        summary="Om våld hemma.",
    )

    soup = search("våld")

    assert titles(soup) == ["Orange vecka"]
    assert "hemma" not in soup.select_one(".rows").text
    assert soup.select_one(".rows a")["href"] == "/stod-och-rad/orange-vecka/"


def test_twenty_pages_at_a_time(search, area):
    add_measures(area, PER_PAGE + 1)
    call_command("index_pages", verbosity=0)

    first, second = search("nummer"), search("nummer", sida=2)

    assert len(titles(first)) == PER_PAGE
    assert len(set(titles(first)) | set(titles(second))) == PER_PAGE + 1
    assert first.select_one("a[rel=next]")["href"] == "?q=nummer&sida=2"
    assert heading(second) == "21 sidor med ”nummer”"
    assert "sida 2" in second.title.text
    for odd in ("0", "-1", "x", "9" * 5000, "1.5", ""):
        assert titles(search("nummer", sida=odd))


def test_words_in_an_address_stay_words(search, area):
    add_measures(area, PER_PAGE + 1)
    call_command("index_pages", verbosity=0)

    further = search("åtgärd & nummer").select_one("a[rel=next]")["href"]

    assert parse_qs(further.lstrip("?")) == {"q": ["åtgärd & nummer"], "sida": ["2"]}


def test_what_is_typed_is_shown_as_it_is_and_never_run(search, home):
    soup = search('<script>alert(1)</script>" onfocus="x')

    assert soup.select("main script") == []
    assert not soup.select_one("input[name=q]").has_attr("onfocus")


def test_search_results_are_nobodys_business(client, home):
    answer = client.get("/sok/?q=hjälp")

    assert 'name="robots" content="noindex"' in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert "hjälp" not in answer.content.decode().partition("</head>")[0]


def test_only_looking_is_allowed(client, home):
    assert client.post("/sok/", {"q": "torg"}).status_code == 405
    assert client.head("/sok/?q=torg").status_code == 200


def one_of_each_type(plan, home):
    area = FocusAreaPageFactory(parent=plan, title="Lampan i området")
    measure = MeasurePageFactory(parent=area, title="Lampan i åtgärden")
    StatusUpdatePageFactory(parent=measure, text="<p>Lampan i rapporten.</p>")
    news = NewsIndexPageFactory(parent=home, title="Lampan i nyheterna", slug="nyheter")
    NewsPageFactory(parent=news, title="Lampan i en nyhet")
    support = SupportPageFactory(parent=home, title="Lampan i stödet", safe_mode=True)
    CampaignPageFactory(parent=support, title="Lampan i kampanjen")
    return measure


@pytest.mark.parametrize("number", [1, 200])
def test_searching_costs_the_same_few_queries_for_any_number_of_pages_and_types(
    client, django_assert_max_num_queries, plan, home, number
):
    one_of_each_type(plan, home)
    area = FocusAreaPageFactory(parent=plan)
    add_measures(area, number)
    call_command("index_pages", verbosity=0)
    client.get("/sok/?q=lampan")

    with django_assert_max_num_queries(MOST_QUERIES):
        soup = BeautifulSoup(client.get("/sok/?q=lampan").content, "html.parser")
    assert len(titles(soup)) == 7
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get("/sok/?q=nummer")


def test_every_kind_of_page_can_be_listed(search, plan, home):
    one_of_each_type(plan, home)

    kinds = {row.select_one(".quiet").text for row in search("lampan").select(".rows li")}

    assert kinds == {
        "Fokusområde",
        "Åtgärd",
        "Lägesrapport",
        "Nyhetslista",
        "Nyhet",
        "Stödsida",
        "Kampanj",
    }


def test_inflected_forms_and_synonyms_find_the_page(search, area):
    MeasurePageFactory(parent=area, title="Arbete mot droger bland unga")
    Synonyms.objects.create(terms="narkotika, droger, knark")
    Synonyms.objects.create(terms="ungdomar, unga, tonåringar")

    for words in ("narkotika", "narkotikan", "ungdomar", "drogen", "DROG arbetet"):
        assert titles(search(words)) == ["Arbete mot droger bland unga"], words
    assert titles(search("arbetslös")) == []


def test_words_typed_without_dots_find_the_page_and_say_so(search, area):
    MeasurePageFactory(parent=area, title="Brottsförebyggande råd mot våld")

    assert titles(search("brottsforebyggande")) == ["Brottsförebyggande råd mot våld"]
    soup = search("vald")
    assert heading(soup) == "En sida med ”våld”"
    assert "Ingen sida har ordet ”vald”" in soup.main.text


def test_a_misspelt_word_is_offered_as_it_is_spelt_where_it_finds_something(search, area):
    MeasurePageFactory(parent=area, title="Belysningen på torget")
    MeasurePageFactory(parent=area, title="Hemligheterna", live=False)

    offered = search("belyssningen torget").select_one("main p a[href*='q=']")

    assert offered.text == "belysningen torget"
    assert titles(search(offered.text)) == ["Belysningen på torget"]
    assert search("xyzzyx torget").select_one("main p a[href*='q=']").text == "torget"
    assert "Menade du" not in search("hemlighetema").main.text


def test_newer_updates_come_before_older_ones(search, measure):
    StatusUpdatePageFactory(parent=measure, fact_on=date(2026, 2, 1), text="<p>Lyktor tänds.</p>")
    StatusUpdatePageFactory(parent=measure, fact_on=date(2026, 5, 3), text="<p>Lyktor lagas.</p>")

    assert titles(search("lyktor")) == [
        "Lägesrapport 3 maj 2026: Ett tryggare torg",
        "Lägesrapport 1 februari 2026: Ett tryggare torg",
    ]


def test_what_a_page_says_twice_is_shown_once_each_part_as_a_sentence(search, area, measure):
    MeasurePageFactory(
        parent=area,
        title="Ljus",
        summary="Lampor vid Storgatan",
        place="Storgatan",
        body=[
            ("heading", {"text": "Fler lampor", "level": "h3"}),
            ("paragraph", "<p>De lyser.</p>"),
        ],
    )
    StatusUpdatePageFactory(parent=measure, text="<p>Glödlampan byts på tisdag.</p>")

    shown = [row.text for row in search("lampor").select(".rows li p:nth-of-type(2)")]

    assert shown == ["Lampor vid Storgatan. Fler lampor. De lyser.", "Glödlampan byts på tisdag."]


def test_nothing_is_written_about_what_people_search_for(search, measure):
    search("hemligt ord")
    search("tryggare")

    assert not Query.objects.exists()
    assert not Form.objects.filter(form="hemligt").exists()


def test_other_forms_of_a_word_are_found_without_rings_and_dots(search, area):
    MeasurePageFactory(parent=area, title="Våld på bussen")

    for typed in ("valdet", "valdets", "vald"):
        assert titles(search(typed)) == ["Våld på bussen"], typed
    assert titles(search("valet")) == []

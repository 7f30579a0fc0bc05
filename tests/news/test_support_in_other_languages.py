"""Support in other languages and in easy Swedish: each a page, and each leads to the others."""

import re

import pytest
from django.core.exceptions import ValidationError

from home.models import StandardPage
from home.publishing import add_page
from tests import noting
from tests.factories import CampaignPageFactory, HelpContactFactory, SupportPageFactory

pytestmark = pytest.mark.django_db

HREFLANG = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="http://localhost([^"]+)"')
SWITCH = re.compile(r'<nav class="languages".*?</nav>', re.DOTALL)
TO_ALL = [("sv", "/stod/"), ("en", "/stod/english/"), ("x-default", "/stod/")]


@pytest.fixture
@noting.once
def support(home):
    return SupportPageFactory(parent=home, title="Stöd och råd", slug="stod")


def version(support, language, slug, **facts):
    texts = {"title": f"Titel {language}", "summary": "Ingress.", **facts}
    return SupportPageFactory(
        parent=support, language=language, version_of=support, slug=slug, **texts
    )


@pytest.fixture
@noting.once
def english(support):
    return version(
        support, "en", "english", title="Support and advice", safe_title="Support and advice"
    )


@pytest.fixture
@noting.once
def easy(support):
    return version(support, "lattlast", "lattlast")


def shown(client, page):
    return client.get(page.url).text


def test_each_language_has_its_page_and_search_engines_hear_of_all_from_each(
    client, support, english, easy
):
    assert HREFLANG.findall(shown(client, support)) == TO_ALL
    assert HREFLANG.findall(shown(client, english)) == TO_ALL
    # To a search engine easy Swedish is a Swedish page of its own.
    assert HREFLANG.findall(shown(client, easy)) == []
    for page in (support, english, easy):
        canonical = f'<link rel="canonical" href="http://localhost{page.url}">'
        assert canonical in shown(client, page)


def test_the_reader_chooses_among_them_at_the_top_wcag_3_1_2(client, support, english, easy):
    switch = SWITCH.search(shown(client, english))[0]

    assert switch.index(">Svenska<") < switch.index(">Lättläst<") < switch.index(">English<")
    assert '<li lang="sv"><a href="/stod/" hreflang="sv">Svenska</a></li>' in switch
    assert '<li lang="sv"><a href="/stod/lattlast/" hreflang="sv">Lättläst</a></li>' in switch
    assert '<li lang="en"><span aria-current="true">English</span></li>' in switch


def test_versions_that_are_not_public_are_not_offered(client, support, english):
    english.unpublish()

    html = shown(client, support)

    assert "English" not in html
    assert not SWITCH.search(html)
    assert not HREFLANG.search(html)


def test_a_version_that_search_engines_may_not_show_is_offered_to_readers_only(client, support):
    version(support, "en", "english", hide_from_search_engines=True)

    html = shown(client, support)

    assert ">English</a>" in html
    assert not HREFLANG.search(html)


def test_the_page_and_its_frame_are_in_its_language_wcag_3_1_1(client, english):
    HelpContactFactory(name="Kvinnofridslinjen", is_free=True)
    html = shown(client, english)

    assert '<html lang="en">' in html
    assert "<title>Support and advice – " in html
    for words in (
        "Leave this page quickly",
        "Skip to content",
        "Call someone who will listen",
        "Press Shift two more times to leave this page.",
        "Is the call shown on the phone bill? We do not know.",
        "To the previous page",
        "Free to call.",
        "Published by",
        "Not reviewed since it was published.",
    ):
        assert words in html
    assert '<li><a href="/stod/" lang="sv">Stöd och råd</a></li>' in html
    assert '<b><span lang="sv">Kvinnofridslinjen</span>.</b>' in html
    outside = re.sub(
        r"<(\w+)[^>]* lang=\"sv\".*?</\1>", "", html.split("<body")[1], flags=re.DOTALL
    )
    assert not re.findall(r"[åäöÅÄÖ]\w*", re.sub(r"<[^>]*>", "", outside))


def test_around_a_language_that_the_frame_does_not_speak_it_stays_swedish(client, support):
    page = version(support, "ar", "arabiska", title="مرحبا", body=[("paragraph", "<p>أهلا</p>")])

    html = shown(client, page)

    assert '<html lang="ar">' in html
    assert '<body lang="sv">' in html
    assert '<h1 lang="ar" dir="rtl">مرحبا</h1>' in html
    assert '<div lang="ar" dir="rtl">' in html
    assert "Hoppa till innehållet" in html


def test_easy_swedish_is_swedish(client, easy):
    html = shown(client, easy)

    assert '<html lang="sv">' in html
    assert "<body>" in html


def test_versions_are_no_subpages(client, support, english, easy):
    below = SupportPageFactory(parent=support, title="Besök", slug="besok")

    assert list(client.get(support.url).context["subpages"]) == [below]


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"language": "sv"}, "language", "på ett annat språk eller på lättläst"),
        ({"language": "en"}, "language", "redan en version på det språket"),
        ({"language": "fi", "of": "english"}, "version_of", "vanlig svenska"),
        ({"language": "fi", "of": "itself"}, "version_of", "av sig själv"),
    ],
)
def test_what_is_no_version_is_refused(support, english, facts, field, words):
    page = SupportPageFactory(parent=support, slug="ny", live=False)
    page.language = facts["language"]
    page.version_of = {"english": english, "itself": page}.get(facts.get("of"), support)

    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()

    assert words in str(refused.value.message_dict[field])


def test_a_page_with_versions_is_no_version_itself(home, support, english):
    support.version_of = SupportPageFactory(parent=home, title="Annan", slug="annan")
    support.language = "lattlast"

    assert set(support.publication_errors()) == {"version_of"}


def test_a_copy_is_no_second_version(support, english):
    copy = english.copy(update_attrs={"slug": "copy"})

    assert (copy.language, copy.version_of) == ("en", None)


def test_it_costs_eight_queries_at_most_with_all_its_versions(
    client, support, english, easy, django_assert_max_num_queries
):
    version(support, "fi", "suomi")
    for number in range(3):
        HelpContactFactory(name=f"Linje {number}")
        CampaignPageFactory(parent=support, slug=f"k-{number}")
    for page in (support, english):
        client.get(page.url)
        with django_assert_max_num_queries(8):
            client.get(page.url)


def test_an_ordinary_page_has_versions_too(client, home):
    about = add_page(home, StandardPage(title="Om webbplatsen", slug="om"))
    add_page(about, StandardPage(title="About", slug="about", language="en", version_of=about))

    html = shown(client, about)

    assert '<a href="/om/about/" hreflang="en">English</a>' in html
    assert "Mer om detta" not in html
    assert '<html lang="en">' in client.get("/om/about/").text

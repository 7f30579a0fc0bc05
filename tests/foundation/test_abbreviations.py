"""An abbreviation is explained in words where a page first uses it, and nowhere in the way."""

import pytest

from foundation.abbreviations import Abbreviation, explained
from home.models import StandardPage
from home.publishing import add_page

MEANINGS = {"NTU": "Nationella trygghetsundersökningen", "Brå": "Brottsförebyggande rådet"}
NTU = "NTU (Nationella trygghetsundersökningen)"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "<p>Enligt NTU är det så. NTU är stor.</p>",
            f"<p>Enligt {NTU} är det så. NTU är stor.</p>",
        ),
        ("<ul><li>NTU</li></ul><p>NTU</p>", f"<ul><li>{NTU}</li></ul><p>NTU</p>"),
        ("<p>Se <b>NTU</b>.</p>", f"<p>Se <b>{NTU}</b>.</p>"),
        ("<h2>NTU</h2><p>Om NTU.</p>", f"<h2>NTU</h2><p>Om {NTU}.</p>"),
        ('<p><a href="/ntu/">NTU</a> och NTU</p>', f'<p><a href="/ntu/">NTU</a> och {NTU}</p>'),
        (
            "<p>NTU:s svar</p>",
            "<p>NTU:s (NTU: Nationella trygghetsundersökningen) svar</p>",
        ),
        (
            "<p>NTU-rapporten</p>",
            "<p>NTU-rapporten (NTU: Nationella trygghetsundersökningen)</p>",
        ),
    ],
)
def test_the_first_use_in_a_sentence_is_explained_wcag_3_1_4(written, read):
    assert explained(written, MEANINGS) == read


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ingenting.</p>",
        "<p>NTUX, ANTU och brå.</p>",
        "<h1>NTU</h1>",
        "<nav><ul><li>NTU</li></ul></nav>",
        "<dl><dt>NTU</dt><dd><p>Brå</p></dd></dl>",
        "<table><tr><td><p>NTU</p></td></tr></table>",
        "<blockquote><p>– NTU säger det.</p></blockquote>",
        '<div lang="en"><p>The NTU survey.</p></div>',
        "<svg><title>NTU</title></svg>",
        '<img alt="NTU">',
        "<p>Brottsförebyggande rådet (Brå) frågar. Brå är en myndighet.</p>",
        "<p>Nationella\n trygghetsundersökningen, <b>NTU</b>.</p>",
        "<p>NTU (en undersökning) visar. NTU.</p>",
    ],
)
def test_what_is_no_sentence_or_is_explained_already_stays_as_it_is(html):
    assert explained(html, MEANINGS) == html


def test_after_an_element_that_is_left_alone_sentences_go_on():
    html = '<p lang="en">NTU<br></p><blockquote><p>NTU</p></blockquote><img alt=""><p>NTU</p>'

    assert explained(html, MEANINGS) == html.removesuffix("NTU</p>") + f"{NTU}</p>"


def test_a_meaning_is_text_and_no_markup():
    assert explained("<p>AB</p>", {"AB": "<b>&"}) == "<p>AB (&lt;b&gt;&amp;)</p>"


@pytest.mark.django_db
def test_a_page_explains_what_the_register_knows_in_its_lead_and_once(client, home):
    Abbreviation.objects.create(short="NTU", meaning="Nationella trygghetsundersökningen")
    body = [("paragraph", "<p>NTU görs varje år.</p>")]
    page = add_page(
        home, StandardPage(title="Om NTU", slug="om", summary="Det här är NTU.", body=body)
    )

    html = client.get(page.url).text

    assert f'<p class="lead">Det här är {NTU}.</p>' in html
    assert "<p>NTU görs varje år.</p>" in html
    assert "<title>Om NTU – " in html
    assert "<h1>Om NTU</h1>" in html
    assert html.count("(Nationella") == 1


@pytest.mark.django_db
def test_english_pages_are_not_explained_in_swedish(client, home):
    Abbreviation.objects.create(short="NTU", meaning="Nationella trygghetsundersökningen")
    page = add_page(
        home, StandardPage(title="About", slug="about", summary="About NTU.", language="en")
    )

    assert "Nationella" not in client.get(page.url).text

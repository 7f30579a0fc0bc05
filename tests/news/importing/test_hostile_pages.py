"""What is meant to do harm ends as plain text, as nothing, or in one sentence; and soon."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation.importing.refusal import Refused
from news.importing.article import ItemList, LinkList, Paragraph
from news.importing.text import parse_text
from news.importing.webpage import parse_html
from tests.foundation.test_sanitise import ATTACKS, Witness

ALLOWED = {"p", "br", "b", "strong", "i", "em", "a", "ul", "ol", "li"}
PIECES = [
    "<h1>", "</h1>", "<h2>", "<p>", "</p>", "<br>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td rowspan=2>",
    "</table>", "<figure>", "<figcaption>", "<img src=a.jpg alt=b>", "<img>", "<blockquote>", "<cite>",
    "</blockquote>", "<a href=/x>", "<a href='javascript:x'>", "<a href='https://['>", "</a>", "<dl>", "<dt>", "<dd>",
    "<main>", "</main>", "<article>", "<nav>", "</nav>", "<form>", "<details>", "<summary>", "<script>", "</script>",
    "<b>", "</b>", "<time datetime=2024-01-01>", "<div class=ingress>", "</div>", "<meta name=description content=x>",
    "<base href=//x>", "– Bra, säger Anna Berg.", "Publicerad av", "Publicerad: 2024-99-99",
    "Länk till annan webbplats", "(Pdf, 3 kB)",
    "text ", "\x00", "&", "<", "1. a\n", "• b\n", "\n\n", "a\tb\n", "» c\n", "https://[", "\ud800",
]  # fmt: skip
soup = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join)


def outcome(parse, source):
    try:
        return parse(source)
    except Refused:
        return None


def stored_html(read) -> list[str]:
    return [block.html for block in read.of_kind(Paragraph)] + [
        item for block in read.of_kind(ItemList) for item in block.items
    ]


def assert_harmless(read):
    for html in stored_html(read):
        for element, attributes in Witness(html).elements:
            assert element in ALLOWED
            assert set(attributes) <= {"href"}
            assert re.match(r"(?:https?|mailto|tel):", attributes.get("href", "https:"))
    for block in read.of_kind(LinkList):
        assert all(
            link.url is None or link.url.startswith(("http://", "https://")) for link in block.links
        )


@given(soup)
@settings(max_examples=300, deadline=None)
def test_whatever_a_page_holds_it_is_read_or_refused(source):
    read = outcome(parse_html, source)

    if read:
        assert_harmless(read)


@given(soup)
@settings(max_examples=300, deadline=None)
def test_whatever_a_text_holds_it_is_read_or_refused(source):
    read = outcome(parse_text, source)

    if read:
        assert_harmless(read)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_known_attack_comes_through(attack):
    article = f"<main><h1>Rubrik</h1><p>Ingress.</p><p>Text {attack}</p><ul><li>{attack}</li></ul><p>Slut.</p></main>"

    assert_harmless(parse_html(article))
    assert_harmless(
        parse_text(f"Rubrik\n\nIngress.\n\nText {attack}\n\n• {attack}\n\nSlut på texten.")
    )


def test_the_text_of_scripts_and_styles_is_no_text_of_the_article():
    read = parse_html(
        "<main><h1>Rubrik</h1><script>alert('skript')</script><style>p{color:red}</style><p>Ingress.</p>"
        "<p onclick='stjal()'>Text.</p><svg><text>bild</text></svg><iframe>ram</iframe></main>"
    )

    assert (read.lead, read.blocks) == ("Ingress.", [Paragraph("<p>Text.</p>")])


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "<",
            "<div>",
            "<p>x",
            "<ul><li>",
            "<b><p>",
            "<table><tr><td>",
            "<a href='/x'>y</a> ",
            "<!--",
            "<a '",
            "&",
        ),
        *(
            "<blockquote>",
            "<img src=x alt=y>",
            "x<br>",
            "<time>",
            "<h2>x</h2>",
            "<svg>",
            "<dl><dt>x<dd>y",
            "( ",
        ),
        *(
            "Länk till annan ",
            "säger Anna ",
            ", säger ",
            "- ",
            "1 ",
            "\t",
            "» x\n",
            "x\n\n",
            "- x, säger A.\n",
            "“",
        ),
    ],
)
@pytest.mark.parametrize("parse", [parse_html, parse_text])
def test_a_page_that_is_hard_to_read_is_answered_soon(parse, unit):
    """Time must not grow with the square of the size: a slow machine does this in three seconds."""
    marks = max(unit.count("<") + unit.count("&"), unit.count("\n"), 1)
    started = time.process_time()

    outcome(parse, "<main><h1>Rubrik</h1>" + unit * min(200_000 // len(unit), 4_900 // marks))

    assert time.process_time() - started < 30


@pytest.mark.parametrize("unit", ["<", "<p>x", "&", "x\n\n", "x"])
@pytest.mark.parametrize("parse", [parse_html, parse_text])
def test_ten_megabytes_are_refused_soon(parse, unit):
    started = time.process_time()

    assert outcome(parse, unit * (10_000_000 // len(unit))) is None
    assert time.process_time() - started < 30

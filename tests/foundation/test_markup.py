"""Any markup becomes small, well-formed markup, in linear time."""

import time
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from foundation.markup import VOID, plain_text, well_formed

BLOCKS = ["p", "div", "section", "h2", "ul", "li", "dl", "dt", "dd", "table", "tr", "td"]
PAGE = {name: frozenset() for name in [*BLOCKS, "b", "i", "br"]}
PAGE |= {"a": frozenset({"href"}), "img": frozenset({"alt", "src"})}

NAMES = [*PAGE, "script", "font", "svg"]
tags = st.sampled_from([form.format(name) for name in NAMES for form in ("<{}>", "</{}>")])
soup = st.lists(
    tags | st.text(max_size=3) | st.sampled_from(["<", "<!--", "-->", "&", '<a href="'])
).map("".join)


class Balance(HTMLParser):
    """Fails on a start tag without its end tag, or the other way round."""

    def __init__(self, html):
        super().__init__()
        self.open, self.deepest = [], 0
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
            self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def rewritten(html, depth=20):
    return well_formed(html, keep=PAGE, depth=depth)


@given(soup)
@settings(max_examples=400, deadline=None)
def test_every_element_is_closed_in_order(html):
    Balance(rewritten(html))


@given(soup, st.integers(min_value=1, max_value=6))
@example("<b><p>", 1)
@settings(max_examples=200, deadline=None)
def test_no_element_lies_deeper_than_asked(html, depth):
    assert Balance(rewritten(html, depth)).deepest <= depth


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>ett<p>två", "<p>ett</p><p>två</p>"),
        ("<ul><li>ett<li>två</ul>", "<ul><li>ett</li><li>två</li></ul>"),
        (
            "<ul><li>ett<ul><li>inre</ul><li>två</ul>",
            "<ul><li>ett<ul><li>inre</li></ul></li><li>två</li></ul>",
        ),
        (
            "<table><tr><td>1<td>2<tr><td>3</table>",
            "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>",
        ),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<p>text<h2>rubrik</h2>", "<p>text</p><h2>rubrik</h2>"),
        ("<li>ett</li><td>två</td>", "\nett\ntvå"),
        ("</p></b>text</div>", "text"),
        ("<div><b>x</div>y", "<div><b>x</b></div>y"),
        ("<img alt='Torget' src=torg.jpg onerror=x>", '<img alt="Torget" src="torg.jpg">'),
        ('<a title="a > b" href="/x">y</a>', '<a href="/x">y</a>'),
        ("<a href=it's>y</a>", '<a href="it">y</a>'),
        ("<A HREF='/x' href='/y'>z</A>", '<a href="/x">z</a>'),
        ("<!-- dold --><p>syns</p><!-- <p>dold", "<p>syns</p>"),
        ("<!DOCTYPE html><?xml?><p>x</p>", "<p>x</p>"),
        ("1 < 2 och <3", "1 &lt; 2 och &lt;3"),
        ("å&nbsp;&ouml;&#228;&bogus;", "å\xa0öä&amp;bogus;"),
        ("<video>reserv</video><p>kvar</p>", "<p>kvar</p>"),
        ("<object><p>kvar</p>", "<p>kvar</p>"),
        ("<center>a</center>b", "\na\nb"),
    ],
)
def test_what_a_browser_would_understand(html, expected):
    assert rewritten(html) == expected


def test_an_address_longer_than_any_real_one_is_dropped():
    picture = f'<img alt="Torget" src="data:image/png;base64,{"A" * 5000}">'

    assert rewritten(picture) == '<img alt="Torget">'


def test_characters_no_database_takes_are_gone():
    assert plain_text("a\x00b\ud800c\x07d&#0;&#99999999999999999999;e") == "abcd\ufffd\ufffde"


@pytest.mark.parametrize(
    "hostile",
    [
        "<",
        "<div>",
        "<div><p>",
        "<b><p>",
        "<!--",
        "<a '",
        "<svg>",
        "<script>",
        "&",
        "<a b ",
        '<a b="<',
    ],
)
def test_time_grows_no_faster_than_the_text(hostile):
    started = time.monotonic()

    rewritten(hostile * (1_000_000 // len(hostile)))

    assert time.monotonic() - started < 20

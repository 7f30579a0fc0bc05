"""A saved page as a tree that is safe to walk: bounded, balanced, without scripts."""

import re

from bs4 import BeautifulSoup

from foundation.importing.refusal import Refused
from foundation.markup import well_formed

EVERYWHERE = "class id role hidden aria-hidden style itemprop lang"
ATTRIBUTES = {
    "a": "href rel",
    "base": "href",
    "img": "src data-src alt width height",
    "link": "rel href",
    "meta": "name property content",
    "td": "colspan rowspan",
    "th": "colspan rowspan",
    "time": "datetime",
}
ELEMENTS = [
    "a",
    "address",
    "article",
    "aside",
    "b",
    "base",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "cite",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "img",
    "label",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "ul",
]
KEEP = {name: frozenset(f"{EVERYWHERE} {ATTRIBUTES.get(name, '')}".split()) for name in ELEMENTS}
DEEPEST = 100
MOST_MARKS = 100_000


def soup_of(source: str) -> BeautifulSoup:
    """The page's elements, ready to be searched."""
    if source.count("<") + source.count("&") > MOST_MARKS:
        raise Refused("Sidan har för mycket kod för att läsas som en artikel.")
    tree = well_formed(source, keep=KEEP, depth=DEEPEST)
    # Text alone would be taken for an address or the name of a file, with a warning.
    return BeautifulSoup(f"<html>{tree}</html>", "html.parser")


def words(element) -> str:
    """The element's text on one line."""
    return re.sub(r"\s+", " ", element.get_text(" " if element.find("br") else "")).strip()


def names(element) -> str:
    """The element's classes and id, as one text to search in."""
    return " ".join([*element.get("class", []), element.get("id", "")]).lower()

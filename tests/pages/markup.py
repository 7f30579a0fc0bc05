"""Faults of HTML that a parser can see, for tests; `make pages` asks the Nu HTML checker as well."""

from collections import Counter
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

# Attributes that name other elements of the same page, one or several.
POINTERS = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers", "list")


def faults(html: str) -> list[str]:
    """What a browser has to mend, ids that are there twice, and names of elements that are not."""
    parser = HTMLParser(namespace_html_elements=False)
    tree = parser.parse(html)
    return [
        *(f"rad {place[0]}: {code} {facts}" for place, code, facts in parser.errors),
        *_faults_of_ids(list(tree.iter())),
    ]


def _faults_of_ids(elements: list[Element]) -> list[str]:
    ids = Counter(element.get("id") for element in elements if element.get("id"))
    named = {
        name
        for element in elements
        for pointer in POINTERS
        for name in (element.get(pointer) or "").split()
    }
    named |= {
        href[1:]
        for element in elements
        if (href := element.get("href") or "")[:1] == "#" and href[1:]
    }
    return [
        *(f"id {name} finns {number} gånger" for name, number in ids.items() if number > 1),
        *(f"id {name} finns inte" for name in sorted(named - set(ids))),
    ]

"""The rules of sitemaps.org and of Google's news sitemaps, as far as a list of pages needs them.

Written from the rules, element by element: what may stand where, how often, and of what form.
"""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
DATE = r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?"
# Each element with what may stand in it, in this order, and whether it must.
RULES = {
    f"{SITEMAP}urlset": [(f"{SITEMAP}url", "some")],
    f"{SITEMAP}sitemapindex": [(f"{SITEMAP}sitemap", "some")],
    f"{SITEMAP}url": [
        (f"{SITEMAP}loc", "one"),
        (f"{SITEMAP}lastmod", "at most one"),
        (f"{NEWS}news", "at most one"),
    ],
    f"{SITEMAP}sitemap": [(f"{SITEMAP}loc", "one"), (f"{SITEMAP}lastmod", "at most one")],
    f"{NEWS}news": [
        (f"{NEWS}publication", "one"),
        (f"{NEWS}publication_date", "one"),
        (f"{NEWS}title", "one"),
    ],
    f"{NEWS}publication": [(f"{NEWS}name", "one"), (f"{NEWS}language", "one")],
}
TEXTS = {
    f"{SITEMAP}loc": r"https?://\S{5,2040}",
    f"{SITEMAP}lastmod": DATE,
    f"{NEWS}publication_date": DATE,
    f"{NEWS}language": r"[a-z]{2,3}",
    f"{NEWS}name": r"\S(.*\S)?",
    f"{NEWS}title": r"\S(.*\S)?",
}


def faults(xml: bytes) -> list[str]:
    """What the list breaks, in words; nothing if it keeps all rules."""
    assert len(xml) < 50_000_000
    root = ElementTree.fromstring(xml)  # noqa: S314 (our own)
    found = [] if root.tag in list(RULES)[:2] else [f"root {root.tag}"]
    found += [fault for element in root.iter() for fault in _faults_of(element)]
    hosts = {urlsplit(loc.text).netloc for loc in root.iter(f"{SITEMAP}loc")}
    return found + ([f"hosts {hosts}"] if len(hosts) > 1 else [])


def _faults_of(element: ElementTree.Element) -> list[str]:
    if element.tag in TEXTS:
        is_right = re.fullmatch(TEXTS[element.tag], element.text or "") and not len(element)
        return [] if is_right else [f"{element.tag}: {element.text}"]
    if element.tag not in RULES:
        return [f"unknown {element.tag}"]
    order = [tag for tag, _ in RULES[element.tag]]
    tags = [child.tag for child in element]
    faults = [f"{tag} in {element.tag}" for tag in tags if tag not in order]
    if not faults and tags != sorted(tags, key=order.index):
        faults.append(f"order in {element.tag}")
    fitting = {"one": {1}, "at most one": {0, 1}, "some": range(1, len(tags) + 1)}
    for tag, times in RULES[element.tag]:
        if tags.count(tag) not in fitting[times]:
            faults.append(f"{tags.count(tag)} {tag}")
    return faults

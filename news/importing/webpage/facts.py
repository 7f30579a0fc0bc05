"""What the page says about its article: title, day, publisher and address."""

import re
from datetime import date
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from foundation.importing.refusal import shown
from news.importing.article import Article
from news.importing.dates import day_in
from news.importing.links import whole_address
from news.importing.webpage.soup import names, words
from news.importing.webpage.word import title_in

SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
SITE_NAME = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
PUBLISHED = (
    "article:published_time",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "datepublished",
    "date",
)
LEAD_NAMES = re.compile(
    r"(?:^|[\s_-])(?:ingress|lead|lede|preamble|preambel|introduction|intro|excerpt|entry-summary)(?:$|[\s_-])"
)


def take_facts(soup: BeautifulSoup, root: Tag, source: str, article: Article) -> None:
    """Fill in what the page tells outside the running text."""
    article.source_url = _source_url(soup, source)
    article.title = _title(soup, root, article)
    article.published_on = _published_on(soup)
    article.published_by = _author(soup, root, article)
    article.lead = _marked_lead(root, article)


def base_of(soup: BeautifulSoup, article: Article) -> str:
    """What relative addresses on the page begin from; empty when nobody knows."""
    base = soup.find("base", href=True)
    return absolute(base["href"], article.source_url) if base else article.source_url


def absolute(address: str, base: str) -> str:
    """The whole web address, or nothing if it cannot be known."""
    try:
        return whole_address(urljoin(base, address.strip()))
    except ValueError:
        return ""


def meta(soup: BeautifulSoup, *wanted: str) -> str:
    """The content of the first of these meta elements that says anything."""
    said = {}
    for element in soup.find_all("meta"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or ""
        ).lower()
        said.setdefault(name, element.get("content", "").strip())
    return next((said[name] for name in wanted if said.get(name)), "")


def _source_url(soup: BeautifulSoup, source: str) -> str:
    canonical = next(
        (
            link.get("href", "")
            for link in soup.find_all("link")
            if "canonical" in link.get("rel", [])
        ),
        "",
    )
    saved = SAVED_FROM.search(source[:4_000])
    for address in (canonical, meta(soup, "og:url"), saved[1] if saved else ""):
        if address and (whole := absolute(address, "")) and len(whole) <= 200:
            return whole
    return ""


def _title(soup: BeautifulSoup, root: Tag, article: Article) -> str:
    heading = root.find("h1") or title_in(root) or soup.find("h1")
    if heading and words(heading):
        title = words(heading)
        heading.decompose()
        return title
    title = meta(soup, "og:title") or SITE_NAME.sub("", words(soup.title) if soup.title else "")
    if title:
        article.notes.guess(
            f"Sidan har ingen huvudrubrik: rubriken {shown(title)} hämtades från sidans namn."
        )
    return title


def _published_on(soup: BeautifulSoup) -> date | None:
    marked = soup.find(attrs={"itemprop": "datePublished"})
    if day := day_in(meta(soup, *PUBLISHED)):
        return day
    return (
        day_in(marked.get("datetime") or marked.get("content") or words(marked)) if marked else None
    )


def guess_day(root: Tag, article: Article) -> None:
    """The day that the article's own text marks as a time, where nothing else says when."""
    time = root.find("time", class_=re.compile("publi")) or root.find("time")
    day = day_in(f"{time.get('datetime', '')} {words(time)}") if time else None
    if day:
        article.published_on = day
        article.notes.guess(f"Datumet {day.isoformat()} på sidan togs som publiceringsdatum.")


def _author(soup: BeautifulSoup, root: Tag, article: Article) -> str:
    element = (
        root.find(rel="author")
        or root.find(attrs={"itemprop": "author"})
        or root.find(class_="author")
    )
    name = (words(element) if element else "") or meta(soup, "author")
    name = re.sub(r"^(?:av|by|skriven av)\s+", "", name, flags=re.IGNORECASE)
    if not 2 < len(name) <= 80 or "://" in name:
        return ""
    article.notes.guess(f"{name} står som sidans författare och togs som ”Publicerad av”.")
    return name


def _marked_lead(root: Tag, article: Article) -> str:
    """The lead, where the page marks it as one."""
    for element in root.find_all(["p", "div", "section", "span", "strong"]):
        if LEAD_NAMES.search(names(element)) and not element.find(["h1", "h2", "h3"]):
            lead = words(element)
            if 20 <= len(lead) <= 2_000:
                if element.find("a"):
                    article.notes.leave_out(
                        "Länkar i ingressen togs inte med: en ingress är ren text."
                    )
                element.decompose()
                return lead
    return ""

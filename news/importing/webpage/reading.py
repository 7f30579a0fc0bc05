"""Reading a saved page: find the article, take its facts, then its blocks."""

import re
from dataclasses import replace

from foundation.importing.refusal import Refused, shown
from news.importing.article import Article, Heading, Paragraph, Picture
from news.importing.speakers import name_the_roles, plain
from news.importing.webpage.facts import base_of, guess_day, meta, take_facts
from news.importing.webpage.flow import Flow
from news.importing.webpage.frame import article_in
from news.importing.webpage.inline import settle_links, strike_repeated_links, strike_site_words
from news.importing.webpage.soup import soup_of
from news.importing.webpage.typed_lists import with_typed_lists
from news.importing.webpage.word import lists_for_paragraphs

MOST_TEXT = 300_000
MOST_ELEMENTS = 10_000
EMBEDDED = re.compile(r"<(?:iframe|embed|object|video|audio)\b", re.IGNORECASE)
PROGRAMS = re.compile(r"<(?:script|style)\b|\son[a-z]+\s*=", re.IGNORECASE)


def parse_html(source: str) -> Article:
    """The article that a saved web page holds."""
    article = Article()
    soup = soup_of(source)
    root = article_in(soup, article.notes)
    if len(root.get_text()) > MOST_TEXT or len(root.find_all(True)) > MOST_ELEMENTS:
        raise Refused("Sidan är för lång för att läsas som en artikel.")
    take_facts(soup, root, source, article)
    settle_links(root, base_of(soup, article), article.notes)
    strike_repeated_links(root)
    strike_site_words(root, article.notes)
    lists_for_paragraphs(soup, root)
    Flow(article).read(root)
    article.blocks = with_typed_lists(article.blocks, article.notes)
    if not article.published_on:
        guess_day(root, article)
    _take_lead(article, meta(soup, "description", "og:description"))
    _level_headings(article)
    _drop_last_heading(article)
    _note_what_never_comes_along(source, article)
    if not article.title and not article.lead and not article.blocks:
        raise Refused("Filen innehåller ingen artikeltext.")
    name_the_roles(article)
    return article


def _take_lead(article: Article, description: str) -> None:
    """Where the page marks no lead: its first paragraph, or what it says about itself."""
    if article.lead:
        return
    first = next((block for block in article.blocks if not isinstance(block, Picture)), None)
    text = plain(first.html) if isinstance(first, Paragraph) else ""
    described = len(description) > 40 and not text.startswith(description.rstrip(" .…")[:60])
    if first and text and (_is_bold(first) or not described):
        article.blocks.remove(first)
        article.lead = text
        article.notes.guess(f"Första stycket {shown(text)} blev ingress.")
        if "<a " in first.html:
            article.notes.leave_out("Länkar i ingressen togs inte med: en ingress är ren text.")
    elif described:
        article.lead = description
        article.notes.guess(f"Sidans beskrivning {shown(description)} blev ingress.")
    else:
        article.notes.guess("Ingen ingress hittades: skriv en.")


def _is_bold(paragraph: Paragraph) -> bool:
    return re.fullmatch(r"<p><(b|strong)>[^<]*</\1></p>", paragraph.html) is not None


def _level_headings(article: Article) -> None:
    """The highest heading used becomes the highest there is, the next one its subheading."""
    used = sorted({heading.level for heading in article.of_kind(Heading)})
    for place, block in enumerate(article.blocks):
        if isinstance(block, Heading):
            article.blocks[place] = replace(block, level=min(used.index(block.level) + 2, 3))


def _drop_last_heading(article: Article) -> None:
    """A heading with nothing under it stood over something that was taken away."""
    while article.blocks and isinstance(article.blocks[-1], Heading):
        heading = article.blocks.pop()
        article.notes.leave_out(f"Rubriken {shown(heading.text)} hade ingen text under sig.")


def _note_what_never_comes_along(source: str, article: Article) -> None:
    if EMBEDDED.search(source):
        article.notes.leave_out("Inbäddat innehåll, som filmer och kartor, togs inte med.")
    if PROGRAMS.search(source):
        article.notes.leave_out("Skript och formatmallar togs inte med.")

"""From a file to an article, whatever kind of file it is."""

import hashlib
import re
from pathlib import Path

from news.importing.article import Article, LinkList
from news.importing.dates import day_in
from news.importing.source import decoded, read_text
from news.importing.text import parse_text
from news.importing.webpage import parse_html

MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h[1-6]|ul|table)\b",
    re.IGNORECASE,
)


def read_article(path: Path) -> Article:
    """The article in this file, or `Refused` with one sentence about why there is none."""
    return _article_in(read_text(path), path.name)


def article_of(content: bytes, name: str) -> Article:
    """The article in these bytes of a file, or `Refused`."""
    return _article_in(decoded(content, name), name)


def _article_in(text: str, name: str) -> Article:
    article = parse_html(text) if MARKUP.search(text[:20_000]) else parse_text(text)
    # Line ends differ from one computer to the next, and pasted text ends anywhere.
    same = "\n".join(text.splitlines()).strip()
    article.digest = hashlib.sha256(same.encode()).hexdigest()
    if not article.published_on:
        _guess_day(article, name, article.source_url)
    _note_links_to_fill_in(article)
    return article


def _guess_day(article: Article, *places: str) -> None:
    """Old addresses and file names often begin with the day of publication."""
    for place in places:
        if day := day_in(place):
            article.published_on = day
            article.notes.guess(
                f"Publiceringsdatumet {day.isoformat()} hämtades från filens namn eller adress."
            )
            return


def _note_links_to_fill_in(article: Article) -> None:
    missing = [
        link.label for block in article.of_kind(LinkList) for link in block.links if not link.url
    ]
    if missing:
        labels = ", ".join(f"”{label}”" for label in missing[:10])
        article.notes.leave_out(f"Adress saknas och ska fyllas i före publicering: {labels}.")

"""The articles that these tests read: one from Hagfors, the others made up in the manner of others."""

from pathlib import Path

from news.importing.article import Article, LinkList
from news.importing.reading import read_article

ARTICLES = Path(__file__).parent / "articles"
HAGFORS = ARTICLES / "hagfors.txt"
ALL = sorted(path.name for path in ARTICLES.iterdir())


def article(name: str) -> Article:
    """The article as it is read from its file."""
    return read_article(ARTICLES / name)


def links(read: Article) -> list[tuple[str, str | None]]:
    """Label and address of every link that stands by itself."""
    return [(link.label, link.url) for block in read.of_kind(LinkList) for link in block.links]

"""What an import tells the one who ran it: what was taken, guessed and left out."""

from foundation.swedish.dates import long_date
from news.importing.article import (
    Article,
    Heading,
    ItemList,
    LinkList,
    Paragraph,
    Picture,
    Quote,
    Table,
)

KINDS = {
    Heading: ("mellanrubrik", "mellanrubriker"),
    Paragraph: ("stycke", "stycken"),
    Quote: ("citat", "citat"),
    ItemList: ("lista", "listor"),
    Table: ("tabell", "tabeller"),
    Picture: ("anteckning om en bild", "anteckningar om bilder"),
}


def report_on(article: Article) -> list[str]:
    """The lines of the report, headings and all."""
    parts = [("Det här togs:", taken(article))]
    parts.append(("Det här är gissningar, kontrollera dem:", article.notes.guessed))
    parts.append(("Det här togs inte med eller saknas:", article.notes.left_out))
    return [
        line
        for heading, notes in parts
        if notes
        for line in (heading, *(f"  {note}" for note in notes))
    ]


def taken(article: Article) -> list[str]:
    """What the article holds, kind by kind."""
    facts = [f"Rubrik: {article.title}"]
    if article.lead:
        facts.append(f"Ingress: {len(article.lead.split())} ord.")
    facts += [
        _counted(len(article.of_kind(kind)), *forms)
        for kind, forms in KINDS.items()
        if article.of_kind(kind)
    ]
    facts += [
        f"Citat av {quote.speaker}{_role(quote)}."
        for quote in article.of_kind(Quote)
        if quote.speaker
    ]
    facts += [f"Länk: {link.label}" for block in article.of_kind(LinkList) for link in block.links]
    if article.published_by:
        facts.append(f"Publicerad av: {article.published_by}")
    if article.published_on:
        facts.append(f"Publicerad: {long_date(article.published_on)}")
    if article.source_url:
        facts.append(f"Källa: {article.source_url}")
    return facts


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}."


def _role(quote: Quote) -> str:
    return f", {quote.role}" if quote.role else ""

"""An article's blocks in the form that a page stores."""

import re

from foundation.blocks.quote import QuoteBlock
from foundation.importing.refusal import shown
from news.importing.article import (
    Article,
    Block,
    Heading,
    ItemList,
    LinkList,
    Paragraph,
    Picture,
    Quote,
    Table,
)

NUMBER = re.compile(r"[\d\s.,%–-]*")


def body_of(article: Article) -> list[dict]:
    """The page's body; running text between other blocks stands together."""
    body: list[dict] = []
    for block in article.blocks:
        stored = _stored(block, article)
        if stored["type"] == "paragraph" and body and body[-1]["type"] == "paragraph":
            body[-1]["value"] += stored["value"]
        else:
            body.append(stored)
    return body


def note(text: str) -> dict:
    """Words for the editor, which no reader sees."""
    return {"type": "note", "value": text}


def _stored(block: Block, article: Article) -> dict:
    match block:
        case Heading(text, level):
            return {
                "type": "heading",
                "value": {"text": text, "level": "h2" if level == 2 else "h3"},
            }
        case Paragraph(html):
            return {"type": "paragraph", "value": html}
        case ItemList(items, ordered):
            return {"type": "paragraph", "value": _list_html(items, "ol" if ordered else "ul")}
        case Quote():
            return {"type": "quote", "value": _quote(block, article)}
        case LinkList(links):
            items = [{"label": link.label, "url": link.url or ""} for link in links]
            return {"type": "link_list", "value": {"heading": "", "items": items}}
        case Table():
            return {"type": "table", "value": _table(block, article)}
        case Picture():
            return note(_picture_note(block))


def _list_html(items: tuple[str, ...], element: str) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<{element}>{rows}</{element}>"


def _quote(quote: Quote, article: Article) -> dict:
    """The quote; a name or role too long for its field is left for the editor."""
    stored = {"text": quote.text, "speaker": quote.speaker, "role": quote.role}
    for name in ("speaker", "role"):
        longest = QuoteBlock.base_blocks[name].field.max_length
        if len(stored[name]) > longest:
            article.notes.leave_out(
                f"Citatets uppgift {shown(stored[name])} är för lång: skriv en kortare."
            )
            stored[name] = ""
    return stored


def _table(table: Table, article: Article) -> dict:
    headings = table.rows[0] if table.has_header else ("",) * len(table.rows[0])
    rows = table.rows[1:] if table.has_header else table.rows
    if not table.caption:
        article.notes.leave_out("En tabell saknar rubrik: skriv vad den visar.")
    if not table.has_header:
        article.notes.leave_out("En tabell saknar kolumnrubriker: skriv dem.")
    columns = [
        {"type": _kind_of_column([row[place] for row in rows]), "heading": heading}
        for place, heading in enumerate(headings)
    ]
    cells = {
        "columns": columns,
        "rows": [{"values": list(row)} for row in rows],
        "caption": table.caption,
    }
    return {"cells": cells, "first_column_is_heading": True}


def _kind_of_column(cells: list[str]) -> str:
    numbers = all(NUMBER.fullmatch(cell) for cell in cells)
    return "number" if numbers and re.search(r"\d", "".join(cells)) else "text"


def _picture_note(picture: Picture) -> str:
    facts = [
        ("Alternativtext", picture.alt),
        ("Bildtext", picture.caption),
        ("Filens namn", picture.file_name),
    ]
    told = " ".join(f"{name}: {fact.rstrip('.')}." for name, fact in facts if fact)
    return f"Här ska en bild läggas in. {told}"

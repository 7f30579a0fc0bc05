"""What Word writes in its own way: a list as paragraphs with a mark typed before each, a title without an h1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag

from news.importing.webpage.soup import names

LEVEL = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
# The bullets as letters: Symbol, Courier New and Wingdings draw something else for them.
TYPED_MARK = re.compile(r"\s*(?:[·•o§Øüqv–-]|\(?(?:\d{1,2}|[a-z])[.)])[\s\xa0]+")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]")


@dataclass
class Row:
    """One paragraph that is an item of a list."""

    paragraph: Tag
    level: int
    is_numbered: bool


def lists_for_paragraphs(soup: BeautifulSoup, root: Tag) -> None:
    """Make lists of what Word shows as lists, and leave no typed marks."""
    for paragraph in root.find_all("p"):
        if paragraph.parent is not None and (rows := list(_rows_from(paragraph))):
            _make_list(soup, rows)
    for mark in root.find_all("span", style=MARK):
        mark.decompose()


def title_in(root: Tag) -> Tag | None:
    """The paragraph that Word calls the title."""
    return root.find("p", class_="MsoTitle")


def _rows_from(paragraph: Tag) -> Iterator[Row]:
    """The items from this paragraph on, as long as nothing else comes between."""
    following: Tag | None = paragraph
    while following is not None and (row := _row(following)):
        yield row
        following = _next(following)


def _next(paragraph: Tag) -> Tag | None:
    after = paragraph.next_sibling
    while isinstance(after, NavigableString) and not after.strip():
        after = after.next_sibling
    return after if isinstance(after, Tag) and after.name == "p" else None


def _row(paragraph: Tag) -> Row | None:
    level = LEVEL.search(paragraph.get("style", ""))
    if level:
        mark = paragraph.find("span", style=MARK)
        said = mark.get_text().strip() if mark else ""
        return Row(paragraph, int(level[1]), NUMBER.match(said) is not None)
    if "msolistparagraph" in names(paragraph) and (mark := _typed_mark(paragraph)):
        return Row(paragraph, 1, NUMBER.match(mark) is not None)
    return None


def _typed_mark(paragraph: Tag) -> str:
    found = TYPED_MARK.match(paragraph.get_text())
    return found[0].strip() if found else ""


def _make_list(soup: BeautifulSoup, rows: list[Row]) -> None:
    """Put the list where the first of its paragraphs stood; deeper levels inside the item above."""
    open_lists: list[tuple[Row, Tag]] = []
    for row in rows:
        while open_lists and open_lists[-1][0].level > row.level:
            open_lists.pop()
        around = open_lists[-1] if open_lists else None
        if around is None or around[0].level < row.level or _is_another(around[0], row):
            made = soup.new_tag("ol" if row.is_numbered else "ul")
            if around is not None and around[0].level < row.level:
                around[1].find_all("li", recursive=False)[-1].append(made)
            else:
                row.paragraph.insert_before(made)
                open_lists.clear()
            open_lists.append((row, made))
        open_lists[-1][1].append(_item(soup, row))


def _is_another(before: Row, row: Row) -> bool:
    """A numbered list straight after one with bullets is a list of its own."""
    return before.level == row.level == 1 and before.is_numbered != row.is_numbered


def _item(soup: BeautifulSoup, row: Row) -> Tag:
    mark = row.paragraph.find("span", style=MARK)
    if mark:
        mark.decompose()
    else:
        _strike_typed_mark(row.paragraph)
    item = soup.new_tag("li")
    for child in list(row.paragraph.contents):
        item.append(child)
    row.paragraph.decompose()
    return item


def _strike_typed_mark(paragraph: Tag) -> None:
    """Take the mark and the spaces after it from the texts that they stand in."""
    left = len(TYPED_MARK.match(paragraph.get_text())[0]) if _typed_mark(paragraph) else 0
    for text in list(paragraph.find_all(string=True)):
        taken = min(left, len(text))
        text.replace_with(NavigableString(text[taken:]))
        left -= taken

"""From the text of a page, as HTML that this site made, to the same text in Markdown.

What is only for finding one's way in a browser is left out: menus, forms, pictures of figures that
stand in a table beside them.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

LEFT_OUT = "nav, details:has(form), form, script, style, svg, template, source, .on-paper, [hidden]"
BLOCKS = [
    *("address", "article", "aside", "blockquote", "details", "div", "dl", "dd", "dt"),
    *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
    *("main", "ol", "p", "section", "summary", "table", "ul"),
]
EMPHASIS = {"b": "**", "strong": "**", "em": "*", "i": "*"}

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_SPACE = re.compile(r"\s+")
# What would make a list, a heading or a rule of a line that begins with it.
_BEGINS_A_BLOCK = re.compile(r"^(?=[#+\-=~])|^(?P<number>\d+)(?=[.)]\s)")


def markdown_of(html: str, address: str) -> str:
    """The text of the page's main part; links lead on from `address`."""
    main = BeautifulSoup(html, "html.parser").find("main")
    if main is None:
        return ""
    for part in main.select(LEFT_OUT):
        part.decompose()
    blocks = _Writer(address).blocks(main)
    return "\n\n".join(blocks) + "\n"


class _Writer:
    def __init__(self, address: str) -> None:
        self.address = address

    def blocks(self, element: Tag) -> list[str]:
        """The paragraphs, lists and tables in an element, in order."""
        found: list[str] = []
        loose: list = []
        for child in element.children:
            if isinstance(child, Tag) and (child.name in BLOCKS or child.find(BLOCKS)):
                found += self._paragraph(loose)
                loose = []
                found += self._block(child)
            else:
                loose.append(child)
        return found + self._paragraph(loose)

    def _block(self, element: Tag) -> Iterable[str]:
        name = element.name
        if re.fullmatch("h[1-6]", name):
            text = self._inline(element.children)
            return [f"{'#' * int(name[1])} {text}"] if text else []
        if name in ("p", "dt", "figcaption", "summary") and not element.find(BLOCKS):
            paragraph = self._paragraph(element.children)
            return [f"**{text}**" for text in paragraph] if name == "dt" else paragraph
        if name in ("ul", "ol"):
            return self._list(element)
        if name == "table":
            return self._table(element)
        if name == "blockquote":
            return [_indented("\n\n".join(self.blocks(element)), "> ", "> ")]
        if name == "hr":
            return ["---"]
        return self.blocks(element)

    def _list(self, element: Tag) -> list[str]:
        items = []
        for number, item in enumerate(element.find_all("li", recursive=False), start=1):
            mark = f"{number}. " if element.name == "ol" else "- "
            text = "\n\n".join(self.blocks(item))
            if text:
                items.append(_indented(text, mark, " " * len(mark)))
        return ["\n".join(items)] if items else []

    def _table(self, element: Tag) -> list[str]:
        rows = [
            [self._inline(cell.children) for cell in row.find_all(["th", "td"])]
            for row in element.find_all("tr")
        ]
        caption = element.find("caption")
        heading = self._paragraph(caption.children) if caption else []
        if not rows:
            return heading
        width = max(len(row) for row in rows)
        lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        return [*heading, "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])]

    def _paragraph(self, parts: Iterable) -> list[str]:
        text = self._inline(parts)
        return [_BEGINS_A_BLOCK.sub(r"\g<number>\\", text)] if text else []

    def _inline(self, parts: Iterable) -> str:
        text = _SPACE.sub(" ", "".join(self._words(parts)))
        return text.replace(" \0 ", "\0").replace("\0", "  \n").strip()

    def _words(self, parts: Iterable) -> Iterator[str]:
        for part in parts:
            if isinstance(part, PreformattedString):
                continue
            if isinstance(part, NavigableString):
                yield _SPECIAL.sub(r"\\\1", part.replace("\u00ad", ""))
            elif part.name == "br":
                yield " \0 "
            elif part.name == "img":
                yield f"![{self._plain(part.get('alt', ''))}]({self._link(part.get('src', ''))})"
            else:
                yield self._marked(part)

    def _marked(self, element: Tag) -> str:
        words = "".join(self._words(element.children))
        text = words.strip()
        if not text:
            return words
        if element.name == "a" and element.get("href"):
            text = f"[{text}]({self._link(element['href'])})"
        elif element.name in EMPHASIS:
            text = f"{EMPHASIS[element.name]}{text}{EMPHASIS[element.name]}"
        before = words[: len(words) - len(words.lstrip())]
        return f"{before}{text}{words[len(words.rstrip()) :]}"

    def _plain(self, text: str) -> str:
        return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text))

    def _link(self, address: str) -> str:
        whole = urljoin(self.address, address)
        return whole.replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def _indented(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    rest = [f"{others}{line}".rstrip() for line in lines[1:]]
    return "\n".join([f"{first}{lines[0]}", *rest])

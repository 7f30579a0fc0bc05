"""What an editor has written or chosen, taken apart into what the rules look at."""

from dataclasses import dataclass, field
from itertools import chain

from bs4 import BeautifulSoup, Tag

from foundation.languages import Language


@dataclass(frozen=True)
class Place:
    """Where in the form something stands: in words, and as the form's own path to it."""

    words: str
    path: tuple[str, ...]

    def within(self, name: str, label: str = "") -> "Place":
        """The place of a part of what stands here; without a label it is called the same."""
        label = label[:1].upper() + label[1:]
        return Place(f"{self.words}, {label}" if label else self.words, (*self.path, name))


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or an item of a list, and the links in it as (text, address)."""

    text: str
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Text:
    """Running text in the language of the page."""

    place: Place
    paragraphs: tuple[Paragraph, ...]
    # Somebody else's words, which the editor must not change.
    verbatim: bool = False


@dataclass(frozen=True)
class Words:
    """Words that are no running text: a title, a caption, a name, a passage in another language."""

    place: Place
    text: str


@dataclass(frozen=True)
class Heading:
    """A heading within the page; the title is level 1."""

    place: Place
    text: str
    level: int


@dataclass(frozen=True)
class Link:
    """A link that stands by itself. What the site itself has is called by its kind and key: page:12."""

    place: Place
    text: str
    address: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture and what it shows in words."""

    place: Place
    alt: str
    decorative: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its caption, and the headings of its columns."""

    place: Place
    caption: str
    headings: tuple[str, ...]


@dataclass(frozen=True)
class KeyFigure:
    """A figure that an editor has written, and who is said to have found it."""

    place: Place
    value: str
    source: str


Part = Text | Words | Heading | Link | Picture | Table | KeyFigure


@dataclass(frozen=True)
class Written:
    """All that an editor has written on one page."""

    parts: tuple[Part, ...] = ()
    language: Language = Language.SWEDISH
    # Read by somebody who is afraid, and may have little time.
    safe: bool = False
    # Whether the page as a whole says where its facts come from.
    has_source: bool = False
    # The lead, which is the most read.
    lead: tuple[str, ...] = field(default=("summary",))

    @property
    def in_swedish(self) -> bool:
        """Whether what is known of Swedish words holds for it."""
        return self.language.tag == "sv"

    def of(self, *kinds: type) -> list:
        """The parts of these kinds, in the order of the form."""
        return [part for part in self.parts if isinstance(part, kinds)]


def paragraphs_of_html(html: str) -> tuple[Paragraph, ...]:
    """The paragraphs and list items of rich text, as it is stored."""
    soup = BeautifulSoup(html, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    # A list within a list item is read after it, not in the middle of it.
    blocks = [block.extract() for block in reversed(soup.find_all(["p", "li"]))]
    return tuple(filter(None, map(_paragraph, chain(reversed(blocks), [soup]))))


def paragraphs_of_lines(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of plain text, one a line."""
    return tuple(Paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _paragraph(block: Tag | BeautifulSoup) -> Paragraph | None:
    text = " ".join(block.get_text().split())
    links = [
        (" ".join(link.get_text().split()), str(link.get("href") or _own(link)))
        for link in block.find_all("a")
    ]
    return Paragraph(text, tuple(links)) if text else None


def _own(link: Tag) -> str:
    """What the site itself has, as rich text is stored; empty where the link leads nowhere."""
    return f"{link['linktype']}:{link['id']}" if link.get("linktype") and link.get("id") else ""

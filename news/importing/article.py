"""An article as it was read, before it becomes a page."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Heading:
    """A heading inside the article; level 2 is the highest."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text, as sanitised HTML."""

    html: str


@dataclass(frozen=True)
class Quote:
    """What somebody said, word for word."""

    text: str
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True)
class Link:
    """A label that leads somewhere; no address means that the editor must fill it in."""

    label: str
    url: str | None = None
    external: bool = False


@dataclass(frozen=True)
class LinkList:
    """Links that stand by themselves, one a row."""

    links: tuple[Link, ...]


@dataclass(frozen=True)
class ItemList:
    """A list in running text; every item is sanitised HTML."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of plain text, all of one length."""

    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    has_header: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture that the editor must put in: only what describes it was read."""

    alt: str
    caption: str = ""
    file_name: str = ""


Block = Heading | Paragraph | Quote | LinkList | ItemList | Table | Picture


@dataclass
class Notes:
    """What the editor should know about how the article was read, in Swedish sentences."""

    guessed: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def guess(self, sentence: str) -> None:
        if sentence not in self.guessed:
            self.guessed.append(sentence)

    def leave_out(self, sentence: str) -> None:
        if sentence not in self.left_out:
            self.left_out.append(sentence)


@dataclass
class Article:
    """One article, as the old website showed it."""

    title: str = ""
    lead: str = ""
    blocks: list[Block] = field(default_factory=list)
    published_by: str = ""
    published_on: date | None = None
    source_url: str = ""
    # The same text has the same fingerprint, so that it becomes a page only once.
    digest: str = ""
    notes: Notes = field(default_factory=Notes)

    def of_kind(self, kind: type) -> list:
        """The blocks of one kind, in order."""
        return [block for block in self.blocks if isinstance(block, kind)]

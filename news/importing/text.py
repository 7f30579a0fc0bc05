"""An article from text that somebody copied from the old web page."""

import re
from collections.abc import Callable

from foundation.importing.refusal import Refused, shown
from foundation.sanitise import Profile, clean
from news.importing import publication
from news.importing.article import (
    Article,
    Block,
    Heading,
    ItemList,
    LinkList,
    Paragraph,
    Picture,
    Table,
)
from news.importing.furniture import Label, is_frame, labelled, says_who_took_it
from news.importing.lines import (
    BULLET,
    HYPHEN_BULLET,
    KNOWN_HEADING,
    NUMBER,
    Line,
    lines_of,
    unwrapped,
)
from news.importing.links import STRUCK, as_link, has_site_words, linked, without_site_words
from news.importing.speakers import name_the_roles
from news.importing.speech import attributed, begins_speech, unattributed

ITEM = re.compile(rf"{BULLET.pattern}|{HYPHEN_BULLET.pattern}")
MOST_TEXT = 300_000
MOST_LINES = 5_000


def parse_text(text: str) -> Article:
    """The article that a copied text holds."""
    if len(text) > MOST_TEXT:
        raise Refused("Texten är för lång för att läsas som en artikel.")
    lines = lines_of(text)
    if len(lines) > MOST_LINES:
        raise Refused("Filen har för många rader för att läsas som en artikel.")
    article = Article()
    lines = _without_frame(lines, article)
    lines = publication.taken_from_lines(lines, article)
    together = unwrapped(lines)
    if together != lines:
        article.notes.guess("Raderna var avhuggna på samma bredd och fogades ihop till stycken.")
    if not together:
        raise Refused("Filen innehåller ingen artikeltext.")
    _Reader(together, article).read()
    name_the_roles(article)
    return article


def _without_frame(lines: list[Line], article: Article) -> list[Line]:
    kept = []
    for line in lines:
        if is_frame(line.text):
            article.notes.leave_out(
                f"Raden {shown(line.text)} hör till den gamla webbplatsens sidram."
            )
        else:
            kept.append(line)
    return kept


class _Reader:
    """Walks down the lines; at each, the first kind of block that fits takes what is its own."""

    def __init__(self, lines: list[Line], article: Article):
        self.lines = lines
        self.article = article
        self.notes = article.notes
        self.at = 0

    def read(self) -> None:
        self.article.title = self.lines[0].text.strip("\t")
        self.notes.guess(f"Första raden {shown(self.article.title)} blev rubrik.")
        self.at = 1
        kinds: list[Callable[[], Block | None]] = [
            self.link_list,
            self.numbered_list,
            self.bullet_list,
            self.quote,
            self.hyphen_list,
            self.table,
            self.picture,
            self.short_lines,
            self.heading,
            self.lead_or_paragraph,
        ]
        while self.at < len(self.lines):
            # The last kind takes any line, so one always fits or the lead has been taken.
            block = next((found for kind in kinds if (found := kind())), None)
            if block:
                self.article.blocks.append(block)
        if not self.article.lead:
            self.notes.guess("Ingen ingress hittades: skriv en.")

    @property
    def line(self) -> Line:
        return self.lines[self.at]

    def below(self, distance: int = 1) -> Line | None:
        """The line so many lines further down."""
        place = self.at + distance
        return self.lines[place] if place < len(self.lines) else None

    def run(self, belongs: Callable[[Line], object], over_gaps: bool = False) -> list[Line]:
        """The lines from here on that belong together; some do although empty lines part them."""
        lines: list[Line] = []
        for place in range(self.at, len(self.lines)):
            line = self.lines[place]
            if not belongs(line) or (lines and line.after_gap and not over_gaps):
                break
            lines.append(line)
        return lines

    # The kinds of block

    def link_list(self) -> LinkList | None:
        lines = self.run(lambda line: as_link(line.text), over_gaps=True)
        if any(has_site_words(line.text) for line in lines):
            self.notes.leave_out(STRUCK)
        links = tuple(link for line in lines if (link := as_link(line.text)))
        return self.take(len(lines), LinkList(links)) if links else None

    def numbered_list(self) -> ItemList | None:
        lines = self.run(lambda line: NUMBER.match(line.text), over_gaps=True)
        numbers = [int(found["number"]) for line in lines if (found := NUMBER.match(line.text))]
        if len(lines) < 2 or numbers != list(range(1, len(lines) + 1)):
            return None
        return self.take(len(lines), self.items(lines, NUMBER, ordered=True))

    def bullet_list(self) -> Block | None:
        if not BULLET.match(self.line.text):
            return None
        lines = self.run(self.is_item, over_gaps=True)
        links = [as_link(BULLET.sub("", line.text)) for line in lines]
        if all(links):
            return self.take(len(lines), LinkList(tuple(link for link in links if link)))
        return self.take(len(lines), self.items(lines, ITEM))

    @staticmethod
    def is_item(line: Line) -> bool:
        """Whether a list of bullets goes on: with a bullet, or straight below with a dash."""
        text = line.text
        dashed = HYPHEN_BULLET.match(text) and not line.after_gap and not attributed(text)
        return bool(BULLET.match(text) or dashed)

    def quote(self) -> Block | None:
        if quote := attributed(self.line.text):
            return self.take(1, quote)
        if not begins_speech(self.line.text) or not self.is_speech():
            return None
        quote = unattributed(self.line.text)
        self.notes.guess(
            f"Raden {shown(quote.text)} börjar med talstreck och blev ett citat utan namn."
        )
        return self.take(1, quote)

    def is_speech(self) -> bool:
        """A line after a dash that ends as a sentence, and is not one of several short items."""
        text = self.line.text
        items = self.run(lambda line: HYPHEN_BULLET.match(line.text))
        near = [line for line in items if attributed(line.text)]
        return text.endswith((".", "!", "?", "”", "…")) and (
            len(items) < 2 or bool(near) or len(text) > 100
        )

    def hyphen_list(self) -> ItemList | None:
        lines = self.run(lambda line: begins_speech(line.text) and not attributed(line.text))
        if not lines:
            return None
        self.notes.guess(
            f"Rader med streck, från {shown(lines[0].text[1:])}, blev en punktlista och inte citat."
        )
        return self.take(len(lines), self.items(lines, re.compile(r"^\s*[-–—−]\s*")))

    def table(self) -> Table | None:
        lines = self.run(lambda line: "\t" in line.text)
        if len(lines) < 2:
            return None
        cells = [[cell.strip() for cell in line.text.split("\t")] for line in lines]
        width = max(len(row) for row in cells)
        rows = tuple(tuple(row + [""] * (width - len(row))) for row in cells)
        header = not any(re.search(r"\d", cell) for cell in rows[0])
        self.notes.guess(
            f"{len(rows)} rader med tabbar blev en tabell"
            + (", med första raden som kolumnrubriker." if header else " utan kolumnrubriker.")
        )
        return self.take(len(lines), Table(rows, has_header=header))

    def picture(self) -> Picture | None:
        caption = labelled(self.line.text)
        if (caption and caption[0] is Label.PICTURE) or says_who_took_it(self.line.text):
            return self.take(1, Picture(alt="", caption=self.line.text))
        below = self.below()
        at_the_lead = all(isinstance(block, Picture) for block in self.article.blocks)
        alone = self.line.after_gap and below is not None and below.after_gap
        if not (self.line.may_describe_picture and alone and at_the_lead and self.text_follows()):
            return None
        self.notes.guess(
            f"Raden {shown(self.line.text)} står vid ingressen och liknar en bilds alternativtext. "
            "Den blev en anteckning om bilden, inte en rubrik."
        )
        return self.take(1, Picture(alt=self.line.text))

    def text_follows(self) -> bool:
        below = self.below()
        return below is not None and (below.is_long or not below.is_short)

    def short_lines(self) -> Paragraph | Heading | None:
        """Short lines straight below each other: a name, an address, a telephone number."""
        lines = self.run(
            lambda line: line.is_short and not begins_speech(line.text) and "\t" not in line.text
        )
        below = self.below(len(lines))
        if below and not below.after_gap and not begins_speech(below.text):
            lines = lines[:-1]
        if len(lines) < 2:
            return None
        if KNOWN_HEADING.match(lines[0].text):
            return self.take(1, Heading(lines[0].text))
        self.notes.guess(
            f"Korta rader, från {shown(lines[0].text)}, blev ett stycke med radbrytningar."
        )
        return self.take(
            len(lines), self.paragraph("<br>".join(self.words(line) for line in lines))
        )

    def heading(self) -> Heading | None:
        below = self.below()
        if not (self.line.may_be_heading and below):
            return None
        twin = below.may_be_heading and self.below(2) is None
        if twin:
            return None
        if not self.article.blocks and self.article.lead:
            self.notes.guess(
                f"Raden {shown(self.line.text)} direkt efter ingressen blev en mellanrubrik."
            )
        return self.take(1, Heading(self.line.text))

    def lead_or_paragraph(self) -> Paragraph | None:
        words = self.words(self.line)
        text = self.line.text
        if (
            not self.article.lead
            and not self.article.of_kind(Paragraph)
            and not self.article.of_kind(Heading)
        ):
            self.article.lead = without_site_words(text)
            self.notes.guess(f"Första stycket {shown(text)} blev ingress.")
            return self.take(1, None)
        if self.line.is_short and self.line.may_be_heading:
            self.notes.guess(
                f"Raden {shown(text)} ser ut som en rubrik men har ingen text under sig."
            )
        return self.take(1, self.paragraph(words))

    # What blocks are made of

    def take(self, count: int, block):
        """Go past the lines that the block was made of."""
        self.at += count
        return block

    def items(self, lines: list[Line], mark: re.Pattern[str], ordered: bool = False) -> ItemList:
        items = (self.words(Line(mark.sub("", line.text))) for line in lines)
        return ItemList(tuple(clean(item, Profile.INLINE) for item in items), ordered)

    def paragraph(self, html: str) -> Paragraph:
        return Paragraph(clean(f"<p>{html}</p>", Profile.RICH))

    def words(self, line: Line) -> str:
        """The line as HTML, without the words that the new site writes by itself."""
        if has_site_words(line.text):
            self.notes.leave_out(STRUCK)
            self.notes.guess(f"Kontrollera om texten ska ha en länk här: {shown(line.text)}")
        return linked(" ".join(without_site_words(line.text).split("\t")))

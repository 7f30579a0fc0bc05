"""The lines of a copied text, and what a line looks like."""

import itertools
import re
from dataclasses import dataclass

from foundation.markup import printable

INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
BULLET = re.compile(r"^\s*(?:[•·●○▪■◦‣⁃]\s*|[*o]\s+)(?=\S)")
HYPHEN_BULLET = re.compile(r"^\s*[-–]\s+(?=\S)")
NUMBER = re.compile(r"^\s*(?P<number>\d{1,2})[.)]\s+(?=\S)")
PICTURE_WORDS = re.compile(
    r"^(?:(?:en|ett|två|tre|fyra|fem|flera|några)\s+[a-zåäö]|(?:bild|foto|fotografi|illustration|porträtt"
    r"|närbild|flygbild|karta|skärmbild)\b)",
    re.IGNORECASE,
)
# Headings that often stand over short lines, such as a name and a telephone number.
KNOWN_HEADING = re.compile(
    r"^(?:kontakt\w*(?: oss| personer)?|fakta|bakgrund|läs mer|mer information|relaterad information|länkar"
    r"|relaterade länkar|dokument|fakta om .{3,60})$",
    re.IGNORECASE,
)
LONGEST_HEADING = 110
LONG_PARAGRAPH = 120
WIDEST_HARD_WRAP = 100


@dataclass(frozen=True)
class Line:
    """One line with words on it, and whether an empty line stands before it."""

    text: str
    after_gap: bool = True

    @property
    def is_short(self) -> bool:
        """Whether it is a phrase rather than a sentence: a heading, a name, a picture's text."""
        return len(self.text) <= LONGEST_HEADING and not re.search(
            r"[.,:;!…]$|[.!?]\s+\S", self.text
        )

    @property
    def may_be_heading(self) -> bool:
        """Whether it looks like a heading, wherever it stands."""
        return (
            self.is_short
            and "\t" not in self.text
            and len(self.text.split()) <= 14
            and re.match(r"[\"”]?[A-ZÅÄÖÉ0-9]", self.text) is not None
            and not re.search(r"@|https?:|www\.|\d{2,4}[- ]\d{2,}", self.text)
            and re.search(r"[a-zåäö]{2}", self.text, re.IGNORECASE) is not None
        )

    @property
    def may_describe_picture(self) -> bool:
        """Whether it begins as descriptions of pictures do: "En polis bakom …"."""
        return self.is_short and PICTURE_WORDS.match(self.text) is not None

    @property
    def is_long(self) -> bool:
        return len(self.text) >= LONG_PARAGRAPH


def lines_of(text: str) -> list[Line]:
    """The text's lines with words on them; tabs stay, for they part the cells of tables."""
    lines: list[Line] = []
    gap = True
    for raw in BREAKS.sub("\n", text).split("\n"):
        words = INVISIBLE.sub("", printable(raw)).strip(
            " \xa0\t" if not _has_cells(raw) else " \xa0"
        )
        if words.strip():
            lines.append(Line(words, gap))
        gap = not words.strip()
    return lines


def _has_cells(raw: str) -> bool:
    return "\t" in raw.strip()


def unwrapped(lines: list[Line]) -> list[Line]:
    """Lines that an e-mail or an editor broke at a fixed width, put together again."""
    width = max((len(line.text) for line in lines), default=0)
    if not _are_hard_wrapped(lines, width):
        return lines
    joined: list[Line] = []
    room = width
    for line in lines:
        if joined and _goes_on(joined[-1], line, room):
            joined[-1] = Line(f"{joined[-1].text} {line.text}", joined[-1].after_gap)
        else:
            joined.append(line)
        room = width - len(line.text)
    return joined


def _are_hard_wrapped(lines: list[Line], width: int) -> bool:
    """Whether no line is long, and sentences go on in the line below full lines."""
    broken = [
        line
        for line, below in itertools.pairwise(lines)
        if len(line.text) > 0.7 * width and not below.after_gap and _breaks_off(line, below)
    ]
    return 50 <= width <= WIDEST_HARD_WRAP and len(broken) >= 2


def _goes_on(line: Line, below: Line, room: int) -> bool:
    """Whether the line below belongs to the same paragraph: its first word had no room above."""
    if below.after_gap or _begins_anew(below):
        return False
    return room <= len(below.text.split()[0]) or _breaks_off(line, below)


def _breaks_off(line: Line, below: Line) -> bool:
    return not line.text.endswith((".", ":", "!", "?")) and below.text[0].islower()


def _begins_anew(line: Line) -> bool:
    return (
        any(form.match(line.text) for form in (BULLET, HYPHEN_BULLET, NUMBER))
        or line.text[0] in "»›”"
    )

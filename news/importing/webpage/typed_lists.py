"""Lists that somebody typed: lines that begin with a bullet, a dash or a number, with or without paragraphs."""

import itertools
import re
from dataclasses import dataclass
from enum import Enum

from foundation.importing.refusal import shown
from foundation.sanitise import Profile, clean
from news.importing.article import Block, ItemList, Notes, Paragraph, Quote
from news.importing.lines import BULLET, NUMBER
from news.importing.speakers import plain
from news.importing.speech import SPEECH_DASH

LINE_BREAK = re.compile(r"<br\s*/?>")
SENTENCE = re.compile(r"[.!?…][”\"]?$")
LONGEST_ITEM_AS_SENTENCE = 100


class Mark(Enum):
    """What a line begins with."""

    BULLET = BULLET
    DASH = SPEECH_DASH
    NUMBER = NUMBER


@dataclass(frozen=True)
class _Line:
    """A line of a paragraph, the paragraph it stands in, and how it begins."""

    html: str
    paragraph: int
    mark: Mark | None

    @property
    def text(self) -> str:
        return plain(self.html)

    @property
    def item(self) -> str:
        """The line without its mark, which may stand in bold."""
        words = self.mark.value.match(self.text)[0].strip()
        inner = re.sub(
            rf"^((?:<[^>]+>|\s|&nbsp;)*){re.escape(words)}(?:\s|&nbsp;)*", r"\1", self.html, count=1
        )
        return clean(inner, Profile.INLINE).strip()


def with_typed_lists(blocks: list[Block], notes: Notes) -> list[Block]:
    """The blocks, with a list wherever lines of paragraphs were typed as one."""
    made: list[Block] = []
    place = 0
    while place < len(blocks):
        end = place
        while end < len(blocks) and isinstance(blocks[end], Paragraph):
            end += 1
        if end == place:
            made.append(blocks[place])
            place += 1
            continue
        beside = [blocks[place - 1] if place else None, blocks[end] if end < len(blocks) else None]
        speaks = any(isinstance(block, Quote) for block in beside)
        made += _relisted(blocks[place:end], speaks, notes)
        place = end
    return made


def _relisted(paragraphs: list[Block], speaks: bool, notes: Notes) -> list[Block]:
    lines = [line for number, one in enumerate(paragraphs) for line in _lines_of(one, number)]
    made: list[Block] = []
    kept: list[_Line] = []
    place = 0
    while place < len(lines):
        run = _run(lines, place)
        if _is_list(run, speaks):
            made += _paragraphs(kept, paragraphs)
            kept = []
            if run[0].mark is Mark.DASH:
                notes.guess(
                    f"Rader med streck, från {shown(run[0].text[1:].strip())}, blev en punktlista "
                    "och inte citat."
                )
            made.append(
                ItemList(tuple(line.item for line in run), ordered=run[0].mark is Mark.NUMBER)
            )
        else:
            kept += run
        place += len(run)
    return made + _paragraphs(kept, paragraphs)


def _lines_of(paragraph: Paragraph, number: int) -> list[_Line]:
    inner = paragraph.html.removeprefix("<p>").removesuffix("</p>")
    return [_Line(html, number, _mark_of(html)) for html in LINE_BREAK.split(inner)]


def _mark_of(html: str) -> Mark | None:
    text = plain(html)
    return next((mark for mark in Mark if mark.value.match(text)), None)


def _run(lines: list[_Line], place: int) -> list[_Line]:
    """The lines from here on that could be one list; bullets and dashes are often mixed."""
    first = lines[place]
    end = place + 1
    while first.mark and end < len(lines) and _goes_on(first, lines[end]):
        end += 1
    return lines[place:end]


def _goes_on(first: _Line, line: _Line) -> bool:
    if first.mark is Mark.BULLET and line.mark is Mark.DASH:
        return not SENTENCE.search(line.text)
    return line.mark is first.mark


def _is_list(run: list[_Line], speaks: bool) -> bool:
    """Whether the lines are items; what begins with a dash may also be what somebody says."""
    if run[0].mark is None or not all(line.item for line in run):
        return False
    if run[0].mark is Mark.NUMBER:
        numbers = [int(NUMBER.match(line.text)["number"]) for line in run]
        return len(run) > 1 and numbers == list(range(1, len(run) + 1))
    if run[0].mark is Mark.BULLET:
        return True
    sentences = [line.text for line in run if SENTENCE.search(line.text)]
    long = [text for text in sentences if len(text) > LONGEST_ITEM_AS_SENTENCE]
    return len(run) > 1 and not long and not (sentences and speaks)


def _paragraphs(lines: list[_Line], originals: list[Block]) -> list[Block]:
    """Paragraphs of the lines that are no items; one whose lines are all left is as it was."""
    made: list[Block] = []
    for number, left in itertools.groupby(lines, key=lambda line: line.paragraph):
        rest = [line.html for line in left]
        if len(rest) == len(LINE_BREAK.split(originals[number].html)):
            made.append(originals[number])
        elif any(plain(html) for html in rest):
            made.append(Paragraph(clean(f"<p>{'<br>'.join(rest)}</p>", Profile.RICH)))
    return made

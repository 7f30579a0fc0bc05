"""What each row of a list of measures is: a measure, the name of an area, a sum, headings again."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from actionplan.importing.headings import (
    JOINED,
    TICKS,
    ColumnRead,
    heads,
    settled,
)
from actionplan.importing.words import field_of, is_ditto, plain
from foundation.importing.refusal import shown
from foundation.tables.formulas import restored
from foundation.tables.sheet import Cell, Merge, Row, Sheet, letter

AREA = re.compile(
    r"(?:(?:prioriterat |strategiskt )?(?:fokus|insats|utvecklings|mål|åtgärds|problem)?område|tema)\b",
    re.IGNORECASE,
)
NAMES_A_PLAN = re.compile(r"plan\b|(?:19|20)\d\d", re.IGNORECASE)
SUM = re.compile(r"(?:(?:del|total)?summa|totalt?)(?: (?:antal )?(?:åtgärder|kostnad|st|kr|tkr))?")
LONGEST_AREA = 200
# So many rows below headings tell what their columns hold.
LOOKED_AT = 100
# A row that tells one of these, and has no title and number, goes on with the row above.
GOES_ON = JOINED - {"status_text"}


@dataclass
class Line:
    """What one row, or a row with those that go on with it, says of a measure."""

    number: int
    cells: dict[str, list[tuple[int, Cell]]] = field(default_factory=dict)
    area: str = ""
    is_raw: bool = False
    is_hidden: bool = False

    def text(self, field_name: str) -> str:
        """What stands in the boxes of the field, a line for each, as it was first written."""
        told = [cell.text.strip() for _, cell in self.cells.get(field_name, [])]
        if not self.is_raw:
            told = [restored(text) for text in told]
        return "\n".join(dict.fromkeys(text for text in told if text))

    def place(self, field_name: str) -> str:
        """Where the field stands, as messages say it."""
        columns = self.cells.get(field_name)
        return (
            f"Rad {self.number}, kolumn {letter(columns[0][0])}"
            if columns
            else f"Rad {self.number}"
        )


class LineReader:
    """Goes down the rows below the headings, and remembers what stood above."""

    def __init__(self, sheet: Sheet, columns: list[ColumnRead], rows: list[Row]) -> None:
        self.sheet, self.rows = sheet, rows
        self.lines: list[Line] = []
        self.notes: list[str] = []
        self.area, self.waiting = "", ""
        self.above: Line | None = None
        self.down = _merged_downwards(sheet)
        self.first = {row.number: row for row in sheet.rows} if self.down else {}
        self.guessed_areas = 0
        self.without_heading: dict[int, int] = {}
        self._use(columns)
        self.bands = self._bands()

    def _use(self, columns: list[ColumnRead]) -> None:
        self.columns = columns
        self.headings = {one.number: plain(one.heading) for one in columns}
        self.title = next((one.number for one in columns if one.field == "title"), None)
        self.has_areas = any(one.field == "focus_area" for one in columns)

    def read(self, area: str) -> None:
        """Read every row; `area` stands above the headings."""
        self.area = area
        for at, row in enumerate(self.rows):
            self._read(self._with_what_reaches_down(row), self.rows[at + 1 : at + LOOKED_AT])
        self._drop_waiting()
        if self.guessed_areas:
            self.notes.append(
                f"{self.guessed_areas} rader har en tom ruta i kolumnen Fokusområde och räknas till "
                "området ovanför."
            )
        for column, number in sorted(self.without_heading.items()):
            self.notes.append(
                f"Kolumn {letter(column)} har ingen rubrik och tas inte med. Det första i den står på "
                f"rad {number}."
            )

    def _read(self, row: Row, below: list[Row]) -> None:
        filled = [number for number in row.filled if number in self.headings] or row.filled
        if not filled or self._is_headings_again(row, filled):
            return
        if new := heads(row):
            self._use(settled(new, below))
            self.notes.append(f"Rad {row.number} har nya rubriker. Raderna under läses efter dem.")
            return
        if section := self._section(row, filled, below):
            self._begin(section, row.number)
            return
        if self._is_sum(row, filled):
            self.notes.append(f"Rad {row.number} är en summa och tas inte med.")
            return
        self._take(row)

    def _is_headings_again(self, row: Row, filled: list[int]) -> bool:
        """The same headings, at the top of a printed page."""
        same = sum(plain(row[n].text) == self.headings.get(n) for n in filled)
        return same >= min(2, len(filled))

    def _is_sum(self, row: Row, filled: list[int]) -> bool:
        text = row[self.title].text if self.title in filled else row[filled[0]].text
        return bool(SUM.fullmatch(plain(text)))

    def _section(self, row: Row, filled: list[int], below: list[Row]) -> str:
        """The name of a focus area that stands alone on a row, above its measures."""
        if len(filled) != 1 or self.has_areas:
            return ""
        text = " ".join(row[filled[0]].text.split())
        if not text or len(text) > LONGEST_AREA or SUM.fullmatch(plain(text)):
            return ""
        is_wide = self.sheet.width(row.number, filled[0]) > 1
        if is_wide or filled[0] != self.title or AREA.match(text):
            return text
        is_above = below and below[0].number == row.number + 1 and heads(below[0])
        if is_above or row.number in self.bands:
            self.notes.append(f"Rad {row.number}, {shown(text)}, läses som fokusområde.")
            return text
        return ""

    def _begin(self, section: str, number: int) -> None:
        """Begin an area. "Mål: färre brott" below its name is no area of its own."""
        before, colon, _ = section.partition(":")
        said, is_exact = field_of(before)
        if colon and is_exact and said not in ("focus_area", "title", None):
            self.notes.append(f"Rad {number}, {shown(section)}, är ingen åtgärd och tas inte med.")
            return
        self._drop_waiting()
        self.area, self.above = section, None
        self.waiting = f"Rad {number}, {shown(section)}, har inga åtgärder under sig"

    def _drop_waiting(self) -> None:
        if self.waiting:
            self.notes.append(f"{self.waiting} och tas inte med.")
        self.waiting = ""

    def _take(self, row: Row) -> None:
        goes_on = self.above and (
            (row.number, self.title) in self.down or self._goes_on_without_title(row)
        )
        line = (
            self.above
            if goes_on
            else Line(row.number, is_raw=self.sheet.is_raw, is_hidden=row.is_hidden)
        )
        for one in self.columns:
            if not one.field or one.number not in row.cells:
                continue
            cell = row[one.number]
            if one.tick:
                if cell.text.strip().casefold() not in TICKS:
                    continue
                cell = Cell(one.tick)
            told = line.cells.setdefault(one.field, [])
            if one.tick and one.is_time and told and told[-1][0] == one.number - 1:
                # Crosses side by side are one time.
                cell = Cell(f"{told.pop()[1].text.partition(' - ')[0]} - {one.tick}")
            told.append((one.number, cell))
        for number in row.filled:
            if number not in self.headings:
                self.without_heading.setdefault(number, row.number)
        if goes_on:
            return
        own = line.text("focus_area")
        if own and not is_ditto(own):
            self.area = own
        elif self.area and self.has_areas:
            self.guessed_areas += 1
        line.area, self.above, self.waiting = self.area, line, ""
        self.lines.append(line)

    def _goes_on_without_title(self, row: Row) -> bool:
        told = {one.field for one in self.columns if one.field and row[one.number].text.strip()}
        if not told & GOES_ON or told & {"title", "number", "focus_area", "key"}:
            return False
        self.notes.append(
            f"Rad {row.number} har ingen rubrik och läses som en fortsättning på rad {self.above.number}."
        )
        return True

    def _bands(self) -> set[int]:
        """Rows with a title alone, where the first is one of several and fuller rows follow each."""
        told = [
            (row.number, [n for n in row.filled if n in self.headings])
            for row in self.rows
            if any(n in self.headings for n in row.filled)
        ]
        alone = [filled == [self.title] for _, filled in told]
        if self.has_areas or sum(alone) < 2 or not alone[0] or alone[-1]:
            return set()
        if any(one and after for one, after in pairwise(alone)):
            return set()
        return {number for (number, _), is_alone in zip(told, alone, strict=True) if is_alone}

    def _with_what_reaches_down(self, row: Row) -> Row:
        cells = dict(row.cells)
        for one in self.columns if self.first else ():
            merge = self.down.get((row.number, one.number))
            if merge and one.number not in cells and merge.top in self.first:
                cell = self.first[merge.top][merge.left]
                if cell.text:
                    cells[one.number] = cell
        return Row(row.number, cells, row.is_hidden)


def area_above(rows: list[Row], heading: Row, below: list[Row]) -> str:
    """The area that is named above the first headings.

    It says so itself, or each of the headings further down has a lone text above it, too.
    """
    alone = {row.number: row[row.filled[0]].text for row in rows if len(row.filled) == 1}
    if text := alone.get(heading.number - 1):
        again = [row.number - 1 for row in below if heads(row)]
        if again and alone.keys() >= set(again) and not NAMES_A_PLAN.search(text):
            return text
    told = [text for number, text in alone.items() if number < heading.number and AREA.match(text)]
    return told[-1] if told and len(told[-1]) <= LONGEST_AREA else ""


def _merged_downwards(sheet: Sheet) -> dict[tuple[int, int], Merge]:
    """The boxes that are one with a box above, by row and column."""
    found = {}
    for merge in sheet.merges:
        if merge.bottom - merge.top > 2_000 or merge.right - merge.left > 200:
            continue
        for number in range(merge.top + 1, merge.bottom + 1):
            for column in range(merge.left, merge.right + 1):
                found[number, column] = merge
    return found

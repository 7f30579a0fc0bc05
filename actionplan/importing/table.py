"""Finding the measures in a file: which sheet, which heading row, which column is what."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from actionplan.importing.words import NAMES, SECOND_TITLES, field_of, is_ditto, plain
from foundation.importing.refusal import Refused, shown
from foundation.tables.formulas import restored
from foundation.tables.sheet import Cell, Merge, Row, Sheet, letter

LOOKED_AT = 60
# Columns of the same field whose texts go together; of others the first is read.
JOINED = {"problem", "goal", "body", "follow_up_how", "status_text", "partners", "target_groups"}
# Our own list of measures has headings that mean something else in other people's plans.
OUR_EXPORT = "ska vara klar sista dag"
IN_OUR_EXPORT = {
    "tidplan": "computed",
    "uppföljning": "computed",
    OUR_EXPORT: "computed",
    "nästa uppföljning sista dag": "computed",
    "senaste lägesrapport": "status_on",
    "exempeldata": "computed",
}
AREA = re.compile(
    r"(?:(?:prioriterat |strategiskt )?(?:fokus|insats|utvecklings|mål|åtgärds|problem)?område|tema)\b",
    re.IGNORECASE,
)


@dataclass
class ColumnRead:
    """A column, what stands above it, and as which field it is read; None: it is left out."""

    number: int
    heading: str
    field: str | None
    is_exact: bool = True

    @property
    def name(self) -> str:
        """What the field is called in messages."""
        return NAMES.get(self.field, "")


@dataclass
class Line:
    """What one row, or a row with those that go on with it, says of a measure."""

    number: int
    cells: dict[str, list[tuple[int, Cell]]]
    area: str = ""
    is_raw: bool = False

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


@dataclass
class MeasureTable:
    """A sheet with measures, understood."""

    sheet: Sheet
    heading_row: int
    columns: list[ColumnRead]
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def fields(self) -> set[str]:
        """The fields that some column tells."""
        return {column.field for column in self.columns if column.field}

    @property
    def is_ours(self) -> bool:
        """Whether this site wrote the file: then nothing in it needs to be interpreted."""
        words = {plain(one.heading) for one in self.columns}
        return OUR_EXPORT in words or ("key" in self.fields and "key" in words)


def tables_in(sheets: list[Sheet], wanted: str = "") -> list[MeasureTable]:
    """The sheets that look like lists of measures, the most likely first.

    `wanted` is the name of the sheet that the editor has chosen.
    """
    if wanted:
        named = [sheet for sheet in sheets if plain(sheet.name) == plain(wanted)]
        if not named:
            names = ", ".join(f"”{sheet.name}”" for sheet in sheets)
            raise Refused(f"Filen har inget blad som heter {shown(wanted)}. Bladen heter {names}.")
        sheets = named
    found = [table for sheet in sheets if (table := _understood(sheet))]
    if not found:
        raise Refused(
            "Ingen rad med rubriker som ”Åtgärd”, ”Ansvarig” och ”Tidplan” hittades"
            f"{' i bladet ' + shown(wanted) if wanted else ''}. Skriv rubriker ovanför kolumnerna."
        )
    found.sort(key=lambda table: (table.sheet.is_hidden, -len(table.fields), -len(table.lines)))
    return found


def _understood(sheet: Sheet) -> MeasureTable | None:
    tops = [(row, _columns(sheet, row)) for row in sheet.rows[:LOOKED_AT]]
    tops = [(row, columns) for row, columns in tops if _is_heading(columns)]
    if not tops:
        return None
    row, columns = max(tops, key=lambda top: len({one.field for one in top[1] if one.field}))
    at = sheet.rows.index(row)
    start = at + 1
    # A heading over two rows: "Tid" above "Start" and "Slut".
    if start < len(sheet.rows) and sheet.rows[start].number == row.number + 1:
        both = _columns(sheet, sheet.rows[start], above=columns)
        below = _columns(sheet, sheet.rows[start])
        known = [one for one in below if one.field]
        if known and len(known) == len(below) and _is_heading(both):
            columns, start = both, start + 1
    table = MeasureTable(sheet, row.number, _settled(columns))
    _read_lines(table, sheet.rows[start:])
    return table


def _columns(sheet: Sheet, row: Row, above: list[ColumnRead] | None = None) -> list[ColumnRead]:
    found = {one.number: one for one in above or []}
    for number in row.filled:
        heading = " ".join(row[number].text.split())
        if len(heading) > 120:
            continue
        named, is_exact = field_of(heading)
        if named or number not in found:
            found[number] = ColumnRead(number, heading, named, is_exact)
    return [found[number] for number in sorted(found)]


def _is_heading(columns: list[ColumnRead]) -> bool:
    fields = {one.field for one in columns if one.field}
    words = {plain(one.heading) for one in columns}
    has_title = (
        "title" in fields or bool(words & set(SECOND_TITLES)) or "official_wording" in fields
    )
    return has_title and (len(fields) >= 2 or len(columns) >= 2)


def _settled(columns: list[ColumnRead]) -> list[ColumnRead]:
    """One column for each field, but where texts go together; the exact heading before others.

    A day beside the status is its day, where no column says more plainly that it is.
    """
    words = {plain(one.heading): one for one in columns}
    if OUR_EXPORT in words:
        for word, named in IN_OUR_EXPORT.items():
            if word in words:
                words[word].field, words[word].is_exact = named, True
    if not any(one.field == "title" for one in columns):
        for word in (*SECOND_TITLES, plain("så står det i beslutet")):
            if word in words:
                words[word].field = "title"
                break
    if not any(one.field == "status_on" for one in columns):
        for one, beside in pairwise(columns):
            if one.field == "status" and plain(beside.heading) == "datum":
                beside.field, beside.is_exact = "status_on", False
    taken: set[str] = set()
    for one in sorted(columns, key=lambda one: not one.is_exact):
        if one.field in taken and one.field not in JOINED | {"computed"}:
            one.field = None
        elif one.field:
            taken.add(one.field)
    return columns


def _read_lines(table: MeasureTable, rows: list[Row]) -> None:
    headings = {one.number: plain(one.heading) for one in table.columns}
    title = next((one.number for one in table.columns if one.field == "title"), None)
    down = _merged_downwards(table.sheet)
    first = {row.number: row for row in table.sheet.rows} if down else {}
    area, above = "", None
    guessed_areas = 0
    for row in rows:
        row = _with_what_reaches_down(row, down, first, table.columns)
        filled = [number for number in row.filled if number in headings]
        if not filled:
            continue
        if sum(plain(row[n].text) == headings[n] for n in filled) >= min(2, len(filled)):
            continue  # the headings again, at the top of a printed page
        if section := _section(table, row, filled, title):
            area, above = section, None
            continue
        goes_on = above and title is not None and (row.number, title) in down
        line = above if goes_on else Line(row.number, {}, is_raw=table.sheet.is_raw)
        for one in table.columns:
            if one.field and one.number in row.cells:
                line.cells.setdefault(one.field, []).append((one.number, row[one.number]))
        if goes_on:
            continue
        own = line.text("focus_area")
        if own and not is_ditto(own):
            area = own
        elif area and "focus_area" in table.fields:
            guessed_areas += 1
        line.area, above = area, line
        table.lines.append(line)
    if guessed_areas:
        table.notes.append(
            f"{guessed_areas} rader har en tom ruta i kolumnen Fokusområde och räknas till området ovanför."
        )


def _section(table: MeasureTable, row: Row, filled: list[int], title: int | None) -> str:
    """The name of a focus area that stands alone on a row, above its measures."""
    if len(filled) != 1 or "focus_area" in table.fields:
        return ""
    text = " ".join(row[filled[0]].text.split())
    is_wide = table.sheet.width(row.number, filled[0]) > 1
    if text and (is_wide or filled[0] != title or AREA.match(text)) and len(text) <= 200:
        return text
    return ""


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


def _with_what_reaches_down(
    row: Row, down: dict, first: dict[int, Row], columns: list[ColumnRead]
) -> Row:
    cells = dict(row.cells)
    for one in columns if first else ():
        merge = down.get((row.number, one.number))
        if merge and one.number not in cells and merge.top in first:
            cell = first[merge.top][merge.left]
            if cell.text:
                cells[one.number] = cell
    return Row(row.number, cells)


def others_in_words(tables: list[MeasureTable]) -> str:
    """Which sheets could have been read instead."""
    names = Counter(f"”{table.sheet.name}”" for table in tables[1:])
    return ", ".join(names)

"""One sheet of a workbook: its filled boxes, and which of them are one to the eye."""

import datetime
import re
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING

from foundation.importing.refusal import Refused
from foundation.tables import limits
from foundation.tables.sheet import Cell, Merge, Row, Sheet
from foundation.tables.xml import events

if TYPE_CHECKING:
    from foundation.tables.workbook import Book

PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# Excel writes what a text file cannot hold as _x000D_.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
TRUE = ("1", "true")
LONGEST_NUMBER = 40
NO_VALUE = "formeln har inget sparat värde: öppna filen i Excel, spara den och försök igen"


def read_sheet(part: IO[bytes], sheet: Sheet, book: "Book", most_cells: int, name: str) -> int:
    """Fill the sheet with its rows; how many boxes it has."""
    row, column, box, cells = Row(0), 0, _Box(), 0
    for tag, attributes, text in events(part):
        if attributes is not None:
            match tag:
                case "row":
                    row, column = Row(int(attributes.get("r") or row.number + 1)), 0
                    row.is_hidden = attributes.get("hidden") in TRUE
                case "col" if attributes.get("hidden") in TRUE:
                    last = min(int(attributes["max"]), limits.MOST_COLUMNS)
                    sheet.hidden_columns.update(range(int(attributes["min"]), last + 1))
                case "c":
                    place = PLACE.fullmatch(attributes.get("r", ""))
                    column = _column(place[1]) if place else column + 1
                    box = _Box(attributes.get("t", "n"), int(attributes.get("s", "0")))
                case "rPh":
                    box.is_reading = True
                case "mergeCell" if len(sheet.merges) < limits.MOST_MERGES:
                    sheet.merges += _merges(attributes.get("ref", ""))
            continue
        match tag:
            case "v":
                box.written = text
            case "f":
                box.has_formula = True
            case "t" if not box.is_reading:
                box.inline += text
            case "rPh":
                box.is_reading = False
            case "c":
                cell = box.cell(book)
                if box.style in book.struck_styles:
                    cell = replace(cell, is_struck=True)
                if cell.text.strip() or cell.problem:
                    if column > limits.MOST_COLUMNS:
                        raise Refused(f"Filen {name} har fler än {limits.MOST_COLUMNS} kolumner.")
                    row.cells[column] = cell
                    cells += 1
            case "row" if row.cells:
                sheet.rows.append(row)
        if len(sheet.rows) > limits.MOST_ROWS or cells > most_cells:
            raise Refused(f"Filen {name} {limits.TOO_LONG}")
    return cells


@dataclass(slots=True)
class _Box:
    """A box while it is read."""

    kind: str = "n"
    style: int = 0
    written: str = ""
    inline: str = ""
    has_formula: bool = False
    is_reading: bool = False

    def cell(self, book: "Book") -> Cell:
        """What stands in it."""
        if self.kind == "inlineStr":
            return Cell(as_text(self.inline))
        if not self.written:
            is_unknown = self.has_formula and self.kind != "str"
            return Cell(problem=NO_VALUE) if is_unknown else Cell()
        match self.kind:
            case "s":
                return Cell(book.texts[int(self.written)])
            case "str":
                return Cell(as_text(self.written))
            case "b":
                return Cell(self.written.strip() in TRUE)
            case "e":
                return Cell(problem=f"rutan visar felet {self.written[:20]}")
            case "d":
                return Cell(datetime.date.fromisoformat(self.written[:10]))
        if len(self.written) > LONGEST_NUMBER:
            return Cell(problem="talet är orimligt långt")
        number = float(self.written)
        if self.style in book.date_styles:
            return _day(number, book)
        is_percent = self.style in book.percent_styles
        is_whole = number.is_integer() and abs(number) < 1e15
        return Cell(int(number) if is_whole else number, is_percent=is_percent)


def _day(number: float, book: "Book") -> Cell:
    try:
        return Cell(day_of_serial(number, book.counts_from_1904))
    except (OverflowError, ValueError):
        return Cell(problem=f"{number:g} är inget datum")


def day_of_serial(number: float, counts_from_1904: bool = False) -> datetime.date:
    """The day that Excel means by a number of days; it believes that 1900 was a leap year."""
    if number < 1:
        raise ValueError("a time of day, not a day")
    start = datetime.date(1899, 12, 31 if number < 60 else 30)
    if counts_from_1904:
        start = datetime.date(1904, 1, 1)
    return start + datetime.timedelta(days=int(number))


def as_text(text: str) -> str:
    text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")[: limits.LONGEST_TEXT]


def _merges(place: str) -> list[Merge]:
    found = re.fullmatch(rf"{PLACE.pattern}:{PLACE.pattern}", place)
    if not found:
        return []
    left, top, right, bottom = found.groups()
    return [Merge(int(top), _column(left), int(bottom), _column(right))]


def _column(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - 64
    return number

"""Finding the measures in a file: which sheet, which heading row, which rows are measures."""

import re
from dataclasses import dataclass, field

from actionplan.importing.headings import (
    OUR_EXPORT,
    ColumnRead,
    columns_of,
    is_heading,
    lies_sideways,
    settled,
    spread,
)
from actionplan.importing.lines import Line, LineReader, area_above
from actionplan.importing.words import plain
from foundation.importing.refusal import Refused, shown
from foundation.tables.sheet import Sheet, letter

LOOKED_AT = 60
# Names of sheets that tell one year's list from another's, or nothing at all.
NO_AREA = re.compile(r"(?:19|20)\d\d|^(?:blad|sheet|tabell)\s?\d*$", re.IGNORECASE)


@dataclass
class MeasureTable:
    """A sheet with measures, understood. `area_of_sheet`: the area that its name may be."""

    sheet: Sheet
    heading_row: int
    columns: list[ColumnRead]
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    area_of_sheet: str = ""

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
    found = [table for sheet in sheets if (table := _understood(sheet))]
    _name_areas_by_sheets(found)
    if wanted:
        named = [sheet for sheet in sheets if plain(sheet.name) == plain(wanted)]
        if not named:
            names = ", ".join(f"”{sheet.name}”" for sheet in sheets)
            raise Refused(f"Filen har inget blad som heter {shown(wanted)}. Bladen heter {names}.")
        sheets, found = named, [table for table in found if table.sheet in named]
    if not found and any(map(lies_sideways, sheets)):
        raise Refused(
            "Tabellen ligger på tvären: rubrikerna står under varandra i stället för på en rad. "
            "Kopiera den i Excel, klistra in den med Transponera och försök igen."
        )
    if not found:
        raise Refused(
            "Ingen rad med rubriker som ”Åtgärd”, ”Ansvarig” och ”Tidplan” hittades"
            f"{' i bladet ' + shown(wanted) if wanted else ''}. Skriv rubriker ovanför kolumnerna."
        )
    found.sort(key=lambda table: (table.sheet.is_hidden, -len(table.fields), -len(table.lines)))
    return found


def _understood(sheet: Sheet) -> MeasureTable | None:
    tops = [(row, columns_of(row)) for row in sheet.rows[:LOOKED_AT]]
    tops = [(row, columns) for row, columns in tops if is_heading(columns)]
    if not tops or lies_sideways(sheet):
        return None
    row, columns = max(tops, key=lambda top: len({one.field for one in top[1] if one.field}))
    start = sheet.rows.index(row) + 1
    # A heading over two rows: "Tid" above "Start" and "Slut".
    if start < len(sheet.rows) and sheet.rows[start].number == row.number + 1:
        both = columns_of(sheet.rows[start], above=columns)
        below = columns_of(sheet.rows[start])
        known = [one for one in below if one.field or one.is_status or one.is_time]
        if known and len(known) == len(below) and is_heading(both):
            columns, start = both, start + 1
    rows = sheet.rows[start:]
    columns = spread(columns, sheet, row.number, rows)
    table = MeasureTable(sheet, row.number, settled(columns, rows))
    reader = LineReader(sheet, table.columns, rows)
    area = "" if reader.has_areas else area_above(sheet.rows, row, rows)
    reader.read(area)
    table.lines, table.notes = reader.lines, reader.notes
    if area:
        table.notes.append(f"{shown(area)} ovanför rubrikerna läses som fokusområde.")
    table.notes += [
        f"Kolumn {letter(one.number)}, ”{one.heading}”, är dold i filen. Kontrollera att det som står i "
        "den får bli offentligt."
        for one in table.columns
        if one.number in sheet.hidden_columns and one.field not in (None, "key", "computed")
    ]
    return table


def _name_areas_by_sheets(tables: list[MeasureTable]) -> None:
    """Where sheets with the same headings say no area, each may be one, and be called so."""
    headings = [[one.heading for one in table.columns] for table in tables]
    for table, own in zip(tables, headings, strict=True):
        says_area = "focus_area" in table.fields or any(line.area for line in table.lines)
        if headings.count(own) > 1 and not says_area and not NO_AREA.search(table.sheet.name):
            table.area_of_sheet = table.sheet.name

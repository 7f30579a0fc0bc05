"""Finding the figures in a sheet, whichever way it is laid out.

A row for each figure; a row for each year and a column for each place; a column for each year;
or blocks of "Andel | KI undre | KI övre", one for each place, as BRÅ's workbooks have them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from actionplan.importing.figures.by_year import read_columns_of_years
from actionplan.importing.figures.headings import columns_of
from actionplan.importing.figures.periods import is_period
from actionplan.importing.figures.reading import ColumnRead, FigureTable, FileKind, Reading, Spot
from actionplan.importing.figures.words import is_group
from actionplan.importing.words import plain
from actionplan.opendata.figure_columns import FIGURE_COLUMNS
from foundation.importing.refusal import shown
from foundation.tables.formulas import restored
from foundation.tables.sheet import Cell, Row, Sheet, letter

LOOKED_AT = 60
NTU = re.compile(r"\bNTU\b|nationella trygghetsundersökningen", re.IGNORECASE)
EDITION = re.compile(r"NTU\s+((?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)\d\d)?)")
SOURCE = re.compile(r"källa\s*:\s*(.{2,240})", re.IGNORECASE | re.DOTALL)
# Above the columns of the open data, and of the file for Excel.
OWN = ({one.key for one in FIGURE_COLUMNS}, {one.heading for one in FIGURE_COLUMNS})
COUNT = re.compile(r"antal (?!kvinnor|män|flickor|pojkar)", re.IGNORECASE)
TEXTS = ("status", "note", "source_text", "source_url")


def table_of(sheet: Sheet) -> FigureTable | None:
    """The figures of the sheet; None if it holds none that can be told from other numbers."""
    for read in (_blocks, _rows, read_columns_of_years):
        if table := read(sheet):
            break
    else:
        return None
    above = [
        " ".join(cell.text.split())
        for row in sheet.rows
        if row.number < table.heading_row
        for cell in row.cells.values()
        if isinstance(cell.value, str)
    ]
    table.title = next(iter(above), "")
    if any(NTU.search(text) for text in (sheet.name, *above)):
        table.kind = FileKind.NTU
        editions = [found[1] for text in above if (found := EDITION.search(text))]
        table.source_text = " ".join(["Brå, NTU", *editions[:1]])
    if said := _source_line(sheet):
        table.source_text = said
    if table.is_own:
        table.source_text = _source_of_each(table)
    _say_what_was_passed_over(table, sheet)
    return table


def _source_line(sheet: Sheet) -> str:
    for row in sheet.rows:
        for cell in row.cells.values():
            if isinstance(cell.value, str) and (found := SOURCE.match(cell.text.strip())):
                return " ".join(found[1].split()).rstrip(".")
    return ""


def _source_of_each(table: FigureTable) -> str:
    """The source, if all rows name the same. They say it themselves, so nothing more is asked for."""
    told = {one.source_text for one in table.readings}
    return told.pop() if len(told) == 1 else ""


def _say_what_was_passed_over(table: FigureTable, sheet: Sheet) -> None:
    """Rows below the headings that gave nothing: notes, sums, headings again. Columns likewise."""
    read = {one.spot.row for one in table.readings}
    passed = [
        row for row in sheet.rows if row.number > table.heading_row and row.number not in read
    ]
    if passed:
        told = ", ".join(str(row.number) for row in passed[:10])
        more = " …" if len(passed) > 10 else ""
        table.notes.append(f"Rader utan siffror, som inte läses: {told}{more}")
    _say_what_eyes_pass_over(table, sheet)
    headings = next((row for row in sheet.rows if row.number == table.heading_row), Row(0))
    known = {one.number for one in table.columns}
    beside = {at for row in sheet.rows if row.number in read for at in row.filled} - known
    unread = [ColumnRead(at, " ".join(headings[at].text.split())) for at in beside]
    table.columns = sorted([*table.columns, *unread], key=lambda one: one.number)
    if left := [one for one in table.columns if not one.name]:
        told = ", ".join(
            f"{letter(one.number)} {shown(one.heading, 40) if one.heading else '(utan rubrik)'}"
            for one in left[:10]
        )
        more = " …" if len(left) > 10 else ""
        table.notes.append(f"Kolumner som inte läses: {told}{more}")


def _say_what_eyes_pass_over(table: FigureTable, sheet: Sheet) -> None:
    """Figures that are read although the file hides them or strikes them out."""
    hidden = [row.number for row in sheet.rows if row.is_hidden]
    told = {
        "står på dolda rader": [one for one in table.readings if one.spot.row in hidden],
        "står i dolda kolumner": [
            one for one in table.readings if one.spot.column in sheet.hidden_columns
        ],
        "är överstrukna": [one for one in table.readings if one.value.is_struck],
    }
    for where, found in told.items():
        if found:
            first = str(found[0].spot).replace("Rad", "rad")
            table.notes.append(
                f"{len(found)} av filens siffror {where} men läses. Den första: {first}."
            )


# A row for each figure, or for each year


def _rows(sheet: Sheet) -> FigureTable | None:
    for at, row in enumerate(sheet.rows[:LOOKED_AT]):
        columns = columns_of(row)
        names = [one.name for one in columns]
        if names.count("period") != 1 or len(columns) < 2:
            continue
        unknown = [one for one in columns if not one.name]
        if "value" in names:
            pass
        elif "either" in names:
            columns = _named(columns, "either", "value")
        elif unknown and (places := _with_figures(sheet.rows[at + 1 :], unknown)):
            is_count = COUNT.match(places[0].heading)
            if len(places) == 1 and ("geography" in names or is_count):
                columns = _named(columns, places[0], "value")
            elif "geography" not in names:
                return _place_columns(sheet, row, columns, places)
            else:
                continue
        else:
            continue
        return _figures_in_rows(sheet, row, at, _named(columns, "either", "base"))
    return None


def _named(columns: list[ColumnRead], which: str | ColumnRead, name: str) -> list[ColumnRead]:
    """The columns with another meaning for one of them, which the preview points at."""
    return [
        ColumnRead(one.number, one.heading, name, is_exact=one.name == "either")
        if which in (one, one.name)
        else one
        for one in columns
    ]


def _with_figures(rows: list[Row], columns: list[ColumnRead]) -> list[ColumnRead]:
    """Those of the columns in which most boxes begin with a digit."""
    found = []
    for one in columns:
        texts = [row[one.number].text.strip() for row in rows if row[one.number].text.strip()]
        digits = sum(bool(re.match(r"[+\-−]?\d|\.\.$", text)) for text in texts)
        if texts and digits * 2 > len(texts):
            found.append(one)
    return found


def _figures_in_rows(sheet: Sheet, heading: Row, at: int, columns: list[ColumnRead]) -> FigureTable:
    table = FigureTable(sheet.name, FileKind.TABLE, [], columns, heading_row=heading.number)
    table.is_own = any(own <= {one.heading for one in columns} for own in OWN)
    by_name: dict[str, list[int]] = {}
    for one in columns:
        by_name.setdefault(one.name, []).append(one.number)
    first = {name: numbers[0] for name, numbers in by_name.items()}
    # Of two columns of the same only the first is read, and the other is told of.
    table.columns = [
        replace(one, name="") if one.name != "group" and one.number != first[one.name] else one
        for one in columns
    ]
    headings = {one.number: plain(one.heading) for one in columns}
    as_text = str.strip if sheet.is_raw else _restored
    for row in sheet.rows[at + 1 :]:
        if sum(plain(row[n].text) == headings[n] for n in headings) >= 2:
            continue  # the headings again, at the top of a printed page
        period, value = row[first["period"]], row[first["value"]]
        told = {name: as_text(row[first[name]].text) for name in TEXTS if name in first}
        says_figure = value.text.strip() or value.problem or told.get("status")
        if not says_figure and not (period.text.strip() and len(row.filled) > 1):
            continue
        place = first.get("geography") or first.get("code")
        reading = Reading(
            Spot(row.number, first["value"]),
            period,
            value,
            place=as_text(row[place].text) if place else "",
            groups=[as_text(row[number].text) for number in by_name.get("group", [])],
            **{
                name: row[first[name]]
                for name in ("period_to", "low", "high", "interval", "base")
                if name in first
            },
            **told,
        )
        reading.about = as_text(row[first["indicator"]].text) if "indicator" in first else ""
        table.readings.append(reading)
    return table if table.readings else None


def _restored(text: str) -> str:
    return restored(text).strip()


def _place_columns(
    sheet: Sheet, heading: Row, columns: list[ColumnRead], places: list[ColumnRead]
) -> FigureTable | None:
    """A column for each place, or for each group or year: its name stands above."""
    period = next(one.number for one in columns if one.name == "period")
    groups = [one.number for one in columns if one.name == "group"]
    if len(places) == 1 and plain(places[0].heading) in ("", "totalt", "alla", "samtliga"):
        return None
    named = [
        ColumnRead(one.number, one.heading, "value", is_exact=False) if one in places else one
        for one in columns
    ]
    table = FigureTable(sheet.name, FileKind.TABLE, [], named, heading_row=heading.number)
    for row in sheet.rows:
        if row.number <= heading.number:
            continue
        for one in places:
            if row[one.number].text.strip() or row[one.number].problem:
                reading = Reading(
                    Spot(row.number, one.number),
                    row[period],
                    row[one.number],
                    groups=[row[number].text for number in groups],
                )
                if is_group(one.heading):
                    reading.groups.append(one.heading)
                elif is_period(Cell(one.heading)):
                    # A row for each month, a column for each year.
                    reading.period = Cell(f"{row[period].text} {one.heading}")
                else:
                    reading.place = one.heading
                table.readings.append(reading)
    return table if table.readings else None


# Blocks of columns, one for each place or each year


def _blocks(sheet: Sheet) -> FigureTable | None:
    for above, row in zip(sheet.rows, sheet.rows[1 : LOOKED_AT + 1], strict=False):
        columns = columns_of(row)
        blocks = list(_blocks_in(columns, above))
        if not blocks or above.number != row.number - 1:
            continue
        first = min(block["value"] for block, _ in blocks)
        years = next((one.number for one in columns if one.name == "period"), 1)
        if years >= first:
            continue
        are_years = all(is_period(Cell(above)) for _, above in blocks)
        found = [
            ColumnRead(number, f"{above}, {row[number].text.strip()}", name)
            for block, above in blocks
            for name, number in block.items()
        ]
        beside = ColumnRead(
            years, row[years].text.strip(), "geography" if are_years else "period", not are_years
        )
        table = FigureTable(
            sheet.name,
            FileKind.TABLE,
            [],
            [beside, *found],
            heading_row=row.number,
        )
        _fill_blocks(table, sheet, blocks, years)
        if table.readings:
            return table
    return None


def _fill_blocks(table: FigureTable, sheet: Sheet, blocks: list, years: int) -> None:
    for row in sheet.rows:
        if row.number <= table.heading_row or not row[years].text.strip():
            continue
        for block, above in blocks:
            value = row[block["value"]]
            is_year = is_period(Cell(above))
            if value.text.strip() or value.problem:
                table.readings.append(
                    Reading(
                        Spot(row.number, block["value"]),
                        Cell(above) if is_year else row[years],
                        value,
                        place=row[years].text if is_year else above,
                        **{name: row[at] for name, at in block.items() if name != "value"},
                    )
                )


def _blocks_in(columns: list[ColumnRead], above: Row) -> Iterator[tuple[dict[str, int], str]]:
    """Each figure with the columns that belong to it, and the place or year that stands above."""
    block: dict[str, int] = {}
    for one in [*columns, ColumnRead(0, "", "value")]:
        if one.name == "value":
            place = above[block["value"]].text.strip() if block else ""
            if place and {"low", "high"} <= block.keys():
                yield block, " ".join(place.split())
            block = {"value": one.number}
        elif one.name in ("low", "high", "base") and block:
            block[one.name] = one.number

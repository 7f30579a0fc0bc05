"""Tables with a column for each year: BRÅ's of the counties, SCB's, and those that people make."""

import re
from dataclasses import dataclass

from actionplan.importing.figures.headings import columns_of
from actionplan.importing.figures.periods import is_period
from actionplan.importing.figures.reading import ColumnRead, FigureTable, FileKind, Reading, Spot
from actionplan.importing.figures.words import is_group
from foundation.tables.sheet import Cell, Row, Sheet

LOOKED_AT = 60
# "Antal 2023", "Per 100 000 invånare 2023": the unit stands before the year.
LONGEST_HEADING = 120
UNIT_AND_YEAR = re.compile(r"(?P<unit>.*?[^\W\d].*?)[\s,]+(?P<year>(?:19|20)\d\d)")


@dataclass(frozen=True)
class YearColumn:
    """A column of figures: of which period, and in which unit where the heading says so."""

    number: int
    period: Cell
    unit: str = ""


def read_columns_of_years(sheet: Sheet) -> FigureTable | None:
    """The figures below a row of years."""
    best: tuple[Row, list[YearColumn]] | None = None
    for row in sheet.rows[:LOOKED_AT]:
        years = _years(row)
        if years and (best is None or len(years) > len(best[1])) and years[0].number > 1:
            best = row, years
    if best is None:
        return None
    row, years = best
    labels = _labels(sheet, row, years)
    if not labels:
        return None
    ends = _interval_of_the_last(sheet, row, years)
    shown = [
        *labels,
        *(ColumnRead(one.number, row[one.number].text.strip(), "value") for one in years),
        *(ColumnRead(number, row[number].text.strip(), name) for name, number in ends.items()),
    ]
    table = FigureTable(sheet.name, FileKind.TABLE, [], shown, heading_row=row.number)
    _fill(table, sheet, labels, years, ends)
    return table if table.readings else None


def _years(row: Row) -> list[YearColumn]:
    """The columns of years; a lone year could as well be a figure."""
    found = [YearColumn(n, row[n]) for n in row.filled if is_period(row[n])]
    if len({one.period.text for one in found}) == len(found) >= 2:
        return found
    named = [
        YearColumn(number, Cell(match["year"]), match["unit"])
        for number in row.filled
        if len(text := " ".join(row[number].text.split())) <= LONGEST_HEADING
        and (match := UNIT_AND_YEAR.fullmatch(text))
    ]
    return named if len({(one.unit, one.period.text) for one in named}) == len(named) >= 2 else []


def _labels(sheet: Sheet, heading: Row, years: list[YearColumn]) -> list[ColumnRead]:
    """The columns before the years: of which place and group a row is."""
    below = [row for row in sheet.rows if row.number > heading.number]
    named = {one.number: one for one in columns_of(heading)}
    found = []
    for number in range(1, years[0].number):
        texts = [row[number].text for row in below if row[number].text.strip()]
        if not texts:
            continue
        said = named.get(number) or ColumnRead(number, "", "")
        name, is_exact = said.name, said.is_exact
        if name not in ("geography", "group", "indicator", "unit", "code", "note"):
            groups = sum(map(is_group, texts))
            is_taken = any(one.name == "geography" for one in found)
            name = "group" if groups * 2 >= len(texts) or is_taken else "geography"
            is_exact = False
        found.append(ColumnRead(number, said.heading, name, is_exact))
    return found


def _interval_of_the_last(sheet: Sheet, heading: Row, years: list[YearColumn]) -> dict[str, int]:
    """The two columns after the last year that tell how sure its figures are."""
    last = years[-1].number
    after = [one for one in columns_of(heading) if one.number > last]
    ends = {one.name: one.number for one in after if one.name in ("low", "high")}
    if {"low", "high"} <= ends.keys():
        return ends
    if not ends and any(one.name == "interval" and one.number == last + 1 for one in after):
        below = [row for row in sheet.rows if row.number > heading.number]
        if any(row[last + 2].text.strip() for row in below):
            return {"low": last + 1, "high": last + 2}
        return {"interval": last + 1}
    return {}


def _fill(
    table: FigureTable,
    sheet: Sheet,
    labels: list[ColumnRead],
    years: list[YearColumn],
    ends: dict[str, int],
) -> None:
    places = [one.number for one in labels if one.name == "geography"]
    codes = [one.number for one in labels if one.name == "code"]
    groups = [one.number for one in labels if one.name == "group"]
    about = [one.number for one in labels if one.name == "indicator"]
    above: dict[int, str] = {}
    for row in sheet.rows:
        if row.number <= table.heading_row:
            continue
        told = {one.number: " ".join(row[one.number].text.split()) for one in labels}
        # A group that stands once holds for the rows below it, until the next one.
        above |= {number: told[number] for number in groups if told[number]}
        figures = [one for one in years if row[one.number].text.strip() or row[one.number].problem]
        if not figures:
            sections = [told[number] for number in places if is_group(told[number])]
            above[0] = next(filter(None, sections), above.get(0, ""))
            continue
        for one in figures:
            reading = Reading(
                Spot(row.number, one.number),
                one.period,
                row[one.number],
                place=next((told[number] for number in (*places, *codes) if told[number]), ""),
                groups=[above.get(number, "") for number in (0, *groups)],
                **({name: row[at] for name, at in ends.items()} if one is years[-1] else {}),
            )
            reading.unit = one.unit
            reading.about = next((told[number] for number in about), "")
            table.readings.append(reading)

"""The figures of an indicator as a file: one form for programs and one for Excel.

For programs: UTF-8 without a mark, commas between, decimal points, dates as ISO 8601 gives them
(2024, 2024-06, 2024-Q3), names of columns and statuses in English as in the code; an empty cell is a
figure that is not there. For Excel: a byte-order mark, semicolons and decimal commas, as a Swedish
Excel wants it, and Swedish headings. It would read the points of the other as days of the year.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import TextChoices

if TYPE_CHECKING:
    from actionplan.models.indicator import IndicatorPage
    from actionplan.models.indicator_value import IndicatorValue

# A cell that begins so is run as a formula by programs for tables.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Column:
    """A column: its name for programs, its heading for people, and what stands in it."""

    name: str
    heading: str
    cell: Callable[["IndicatorPage", "IndicatorValue"], object]


COLUMNS = (
    Column("indicator", "Fråga", lambda page, value: page.title),
    Column("unit", "Enhet", lambda page, value: page.unit),
    Column("period_from", "Från", lambda page, value: value.period_from and value.period_from.iso),
    Column("period_to", "Till och med", lambda page, value: _end(value)),
    Column("geography", "Plats", lambda page, value: value.geography),
    Column("group", "Grupp", lambda page, value: value.group),
    Column("value", "Värde", lambda page, value: value.value),
    Column("low", "Troligen minst", lambda page, value: value.low),
    Column("high", "Troligen högst", lambda page, value: value.high),
    Column("base", "Antal i underlaget", lambda page, value: value.base),
    Column("status", "Status", lambda page, value: value.Status(value.status)),
    Column("note", "Anmärkning", lambda page, value: value.note),
    Column("source", "Källa", lambda page, value: value.source_text),
    Column("source_url", "Länk till källan", lambda page, value: value.source_url),
    Column("is_example", "Exempeldata", lambda page, value: page.is_example),
)


def for_programs(page: "IndicatorPage") -> str:
    """Comma-separated, as RFC 4180 has it."""
    return _written(page, [column.name for column in COLUMNS], ",", _for_programs)


def for_excel(page: "IndicatorPage") -> str:
    """As a Swedish Excel opens it without asking."""
    table = _written(page, [column.heading for column in COLUMNS], ";", _for_people)
    return f"\ufeff{table}"


def defused(text: str) -> str:
    """Text that no program for tables takes for a formula: an apostrophe stands before it."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _written(
    page: "IndicatorPage", headings: list[str], delimiter: str, write: Callable[[object], str]
) -> str:
    file = io.StringIO()
    table = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    table.writerow(headings)
    for value in page.values_in_order:
        table.writerow(write(column.cell(page, value)) for column in COLUMNS)
    return file.getvalue()


def _for_programs(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    # Written out, never as 1E+3.
    return f"{cell:f}" if isinstance(cell, Decimal) else defused(str(cell))


def _for_people(cell: object) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, TextChoices):
        return cell.label
    text = _for_programs(cell)
    return text.replace(".", ",") if isinstance(cell, Decimal) else text


def _end(value: "IndicatorValue") -> str | None:
    last = value.period_to or value.period_from
    return last and last.iso

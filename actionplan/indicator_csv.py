"""The figures of an indicator as a file: one form for programs and one for Excel.

For programs: UTF-8 without a mark, commas between, decimal points, dates as ISO 8601 gives them
(2024, 2024-06, 2024-Q3), names of columns and statuses in English as in the code; an empty cell is a
figure that is not there. For Excel: a byte-order mark, semicolons and decimal commas, as a Swedish
Excel wants it, and Swedish headings. It would read the points of the other as days of the year.
"""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import TextChoices

from actionplan.opendata.columns import Column, Kind
from actionplan.opendata.figure_columns import FIGURE_COLUMNS
from foundation.precise_date import PreciseDate
from foundation.tables.formulas import defused

if TYPE_CHECKING:
    from actionplan.models.indicator import IndicatorPage

# The page shows examples too, and then the file says so; in the open data there are none.
COLUMNS = (
    *FIGURE_COLUMNS,
    Column(
        *("is_example", Kind.YES_NO, "Exempeldata"),
        *("Om siffran är påhittad.", "Whether the figure is made up."),
        lambda page, value: page.is_example,
    ),
)


def for_programs(page: "IndicatorPage") -> str:
    """Comma-separated, as RFC 4180 has it."""
    return _written(page, [column.key for column in COLUMNS], ",", _for_programs)


def for_excel(page: "IndicatorPage") -> str:
    """As a Swedish Excel opens it without asking."""
    table = _written(page, [column.heading for column in COLUMNS], ";", _for_people)
    return f"\ufeff{table}"


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
    if isinstance(cell, PreciseDate):
        return cell.iso
    # Written out, never as 1E+3.
    return f"{cell:f}" if isinstance(cell, Decimal) else defused(str(cell))


def _for_people(cell: object) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, TextChoices):
        return cell.label
    text = _for_programs(cell)
    return text.replace(".", ",") if isinstance(cell, Decimal) else text

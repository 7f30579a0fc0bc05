"""What stands above the columns of a table with figures."""

from actionplan.importing.figures.reading import ColumnRead
from actionplan.importing.figures.words import column_named
from foundation.tables.sheet import Row

LONGEST_HEADING = 120


def columns_of(row: Row) -> list[ColumnRead]:
    """Every filled box of the row as a heading."""
    found = []
    for number in row.filled:
        heading = " ".join(row[number].text.split())
        if heading and len(heading) <= LONGEST_HEADING:
            name, is_exact = column_named(heading)
            found.append(ColumnRead(number, heading, name, is_exact))
    return found

"""The tables: what the admin can be asked, by area, and who may.

A new address needs a line in the table of its area; how lines are read stands in `table.py`.
"""

from tests.permissions.rows import administration, files, imports, pages, registers, tools
from tests.permissions.table import Row

AREAS: dict[str, list[Row]] = {
    "sidor": pages.ROWS,
    "register": registers.ROWS,
    "filer": files.ROWS,
    "importer": imports.ROWS,
    "verktyg": tools.ROWS,
    "förvaltning": administration.ROWS,
}
ROWS = [row for rows in AREAS.values() for row in rows]

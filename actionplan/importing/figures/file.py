"""From the bytes of a file to the figures of one series in it."""

from actionplan.importing.figures.kolada import read_kolada
from actionplan.importing.figures.layouts import table_of
from actionplan.importing.figures.reading import FigureTable
from actionplan.importing.words import plain
from foundation.importing.file import check_size
from foundation.importing.refusal import Refused, shown
from foundation.tables.limits import LARGEST_FILE
from foundation.tables.reading import WHAT, read_tables
from foundation.tables.records import is_records

# More figures than this of one indicator nobody can look through, nor a page show.
MOST_FIGURES = 3_000


def tables_in(content: bytes, name: str) -> list[FigureTable]:
    """Every series that the file holds figures of, or `Refused` with a sentence about why none."""
    check_size(len(content), name, largest=LARGEST_FILE, what=WHAT)
    if is_records(content) and (tables := read_kolada(content, name)):
        return tables
    sheets = read_tables(content, name)
    tables = [table for sheet in sheets if (table := table_of(sheet))]
    if not tables:
        raise Refused(
            f"I filen {name} hittades inga siffror med period. Skriv rubriker som ”År”, ”Plats” och "
            "”Värde” ovanför kolumnerna, eller ett år ovanför varje kolumn."
        )
    return tables


def chosen(tables: list[FigureTable], wanted: str, before: str) -> FigureTable:
    """The series that the editor names, else the one of the last import, else the only one."""
    for name in (wanted, before):
        found = [one for one in tables if name and plain(name) in (plain(one.series), _title(one))]
        if found:
            return found[0]
        if name == wanted and wanted:
            raise Refused(
                f"Filen har ingen serie som heter {shown(wanted)}. Serierna heter {_named(tables)}."
            )
    if len(tables) > 1:
        raise Refused(
            f"Filen har flera serier: {_named(tables)}. Skriv under Serie vilken som ska läsas."
        )
    return tables[0]


def _title(table: FigureTable) -> str:
    return plain(table.title) if table.title else "\0"


def _named(tables: list[FigureTable]) -> str:
    told = [
        f"”{one.series}”" + (f" ({one.title[:80]})" if one.title else "") for one in tables[:20]
    ]
    return ", ".join(told) + (" …" if len(tables) > 20 else "")

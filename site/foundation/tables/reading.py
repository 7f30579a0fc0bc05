"""From a file to its tables, whatever program wrote it."""

from foundation.importing.file import check_size
from foundation.importing.refusal import Refused
from foundation.tables.limits import LARGEST_FILE
from foundation.tables.records import is_records, read_records
from foundation.tables.separated import read_separated
from foundation.tables.sheet import Sheet
from foundation.tables.workbook import read_workbook

WHAT = "en tabell"


def read_tables(content: bytes, name: str) -> list[Sheet]:
    """The sheets that hold anything, or `Refused` with one sentence about why there are none.

    What the file is, its own first bytes say, not its name.
    """
    check_size(len(content), name, largest=LARGEST_FILE, what=WHAT)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise _old_or_locked(content, name)
    if content.startswith(b"PK"):
        read = read_workbook(content, name)
    elif is_records(content):
        read = [read_records(content, name)]
    else:
        read = [read_separated(content, name)]
    sheets = [sheet for sheet in read if sheet.rows]
    if not sheets:
        raise Refused(f"Filen {name} har inga ifyllda rutor.")
    return sheets


def _old_or_locked(content: bytes, name: str) -> Refused:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Refused(
            f"Filen {name} är skyddad med lösenord. Ta bort lösenordet i Excel och försök igen."
        )
    return Refused(
        f"Filen {name} är i Excels gamla format (.xls). Öppna den i Excel och spara den som "
        "Excel-arbetsbok (.xlsx)."
    )

"""Tables as text: a row a line, with semicolons, commas or tabs between."""

import codecs
import csv
import io
import itertools

from foundation.importing.refusal import Refused
from foundation.importing.text_file import decoded
from foundation.tables.limits import LONGEST_TEXT, MOST_CELLS, MOST_ROWS, TOO_LONG
from foundation.tables.sheet import Cell, Row, Sheet

SEPARATORS = (";", "\t", ",", "|")
LOOKED_AT = 60
SAVE_AS = "Spara tabellen som en Excelfil (.xlsx) eller som CSV UTF-8, och försök igen."


def read_separated(content: bytes, name: str) -> Sheet:
    """The table, whichever separator and encoding its program chose."""
    text = decoded(
        _with_mark(content),
        name,
        save_as=SAVE_AS,
        broken="Öppna originalet och spara det på nytt som CSV UTF-8.",
    )
    text, separator = _declared(text)
    if text.lstrip()[:200].lower().startswith(("<html", "<!doctype", "<table", "<?xml")):
        raise Refused(f"Filen {name} är en webbsida, inte en tabell. {SAVE_AS}")
    sheet = Sheet("")
    cells = 0
    try:
        for number, row in _rows(text, separator or _separator(text)):
            filled = {at: Cell(value) for at, value in enumerate(row, 1) if value.strip()}
            if not filled:
                continue
            if max(len(cell.value) for cell in filled.values()) > LONGEST_TEXT:
                raise Refused(f"Filen {name} har en ruta med orimligt mycket text.")
            cells += len(filled)
            if len(sheet.rows) >= MOST_ROWS or cells > MOST_CELLS:
                raise Refused(f"Filen {name} {TOO_LONG}")
            sheet.rows.append(Row(number, filled))
    except csv.Error:
        raise Refused(f"Filen {name} går inte att läsa som en tabell. {SAVE_AS}") from None
    return sheet


def _rows(text: str, separator: str):
    """Each row with the number that programs for tables give it: one for each row, not each line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return enumerate(reader, 1)


def _with_mark(content: bytes) -> bytes:
    """UTF-16 that does not say so is known by the noughts between its letters."""
    start = content[:200]
    if len(start) < 4 or content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content
    if start[1::2].count(0) > len(start) // 3 and not start[::2].count(0):
        return codecs.BOM_UTF16_LE + content
    if start[::2].count(0) > len(start) // 3 and not start[1::2].count(0):
        return codecs.BOM_UTF16_BE + content
    return content


def _declared(text: str) -> tuple[str, str]:
    """The rest of the text and the separator, where Excel's own first line names it."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == 5:
        return rest, first[4]
    return text, ""


def _separator(text: str) -> str:
    """The one that parts most rows into equally many boxes."""
    return max(SEPARATORS, key=lambda separator: _fit(text, separator))


def _fit(text: str, separator: str) -> tuple[int, int]:
    try:
        widths = [len(row) for _, row in itertools.islice(_rows(text, separator), LOOKED_AT)]
    except csv.Error:
        return 0, 0
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0, 0
    common = max(set(wide), key=lambda width: (wide.count(width), width))
    return wide.count(common), common

"""Tables as JSON: a list of rows, each with the names of its columns."""

import json

from foundation.importing.refusal import Refused
from foundation.tables.limits import (
    LONGEST_TEXT,
    MOST_CELLS,
    MOST_CONTAINERS,
    MOST_PARTS_OF_JSON,
    MOST_ROWS,
    TOO_LONG,
)
from foundation.tables.sheet import Cell, Row, Sheet


def is_records(content: bytes) -> bool:
    """Whether the file says that it is JSON."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_json(content: bytes, name: str) -> object:
    """What the JSON says; refused before it is unpacked if it has more parts than any table."""
    if content.count(b"{") + content.count(b"[") > MOST_CONTAINERS or (
        content.count(b",") > MOST_PARTS_OF_JSON
    ):
        raise Refused(f"Filen {name} {TOO_LONG}")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(f"Filen {name} är trasig JSON och går inte att läsa.") from None


def read_records(content: bytes, name: str) -> Sheet:
    """The rows as a sheet: the names of the columns stand on row 1."""
    told = read_json(content, name)
    rows = told.get("rows") if isinstance(told, dict) else told
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Refused(f"Filen {name} är JSON men ingen lista med rader.")
    names = list(dict.fromkeys(key for row in rows for key in row))
    if len(rows) > MOST_ROWS or len(rows) * len(names) > MOST_CELLS:
        raise Refused(f"Filen {name} {TOO_LONG}")
    sheet = Sheet("", is_raw=True)
    for number, row in enumerate([dict(zip(names, names, strict=True)), *rows], 1):
        cells = {at: Cell(_value(row.get(key))) for at, key in enumerate(names, 1)}
        sheet.rows.append(Row(number, {at: one for at, one in cells.items() if one.text}))
    return sheet


def _value(value: object) -> str | int | float | bool | None:
    if isinstance(value, list):
        return "\n".join(map(str, value))[:LONGEST_TEXT]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)[:LONGEST_TEXT]

"""What stands above the columns of a list of measures, and as which field each is read."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from actionplan.importing.words import (
    FIELD_OF,
    LATE_WORDS,
    NAMES,
    SECOND_TITLES,
    STATUS_OF,
    field_of,
    plain,
)
from foundation.tables.sheet import Row, Sheet

# Columns of the same field whose texts go together; of others the first is read.
JOINED = {"problem", "goal", "body", "follow_up_how", "status_text", "partners", "target_groups"}
# Our own list of measures has headings that mean something else in other people's plans.
OUR_EXPORT = "ska vara klar sista dag"
IN_OUR_EXPORT = {
    "tidplan": "computed",
    "uppföljning": "computed",
    OUR_EXPORT: "computed",
    "nästa uppföljning sista dag": "computed",
    "senaste lägesrapport": "status_on",
    "exempeldata": "computed",
}
TIME = re.compile(r"(?:år )?(?:20\d\d|(?:q|kv|kvartal) ?[1-4] 20\d\d|20\d\d ?(?:q|kv) ?[1-4])")
TICKS = {"x", "✓", "✔", "☑", "☒", "✗", "●", "v", "ja", "1"}
NO_TICKS = {"", "☐", "□", "○", "-", "–", "nej", "0"}
NUMBER = re.compile(r"[A-ZÅÄÖ]{0,2}[-.: ]?\d[\d.:-]{0,6} ?[a-z]?[.)]?")
LONGEST = 120


@dataclass
class ColumnRead:
    """A column, what stands above it, and as which field it is read; None: it is left out.

    `instead`: the column that is read as the field that this one names too.
    `tick`: the status, or the time, that a cross in the column means. `is_spread`: the heading's box reaches here.
    """

    number: int
    heading: str
    field: str | None
    is_exact: bool = True
    instead: int = 0
    tick: str = ""
    is_spread: bool = False

    @property
    def name(self) -> str:
        """What the field is called in messages."""
        return NAMES.get(self.field, "")

    @property
    def is_status(self) -> bool:
        """Whether the heading itself is a status."""
        return plain(self.heading) in STATUS_OF or plain(self.heading) in LATE_WORDS

    @property
    def is_time(self) -> bool:
        """Whether the heading is a year, or a quarter of one."""
        return bool(TIME.fullmatch(plain(self.heading)))


def columns_of(row: Row, above: list[ColumnRead] | None = None) -> list[ColumnRead]:
    """The headings of the row; where it says nothing of its own, those of the row above it."""
    found = {one.number: one for one in above or []}
    for number in row.filled:
        heading = " ".join(row[number].text.split())
        if len(heading) > LONGEST:
            continue
        named, is_exact = field_of(heading)
        one = ColumnRead(number, heading, named, is_exact)
        if named or one.is_status or one.is_time or number not in found:
            found[number] = one
    return [found[number] for number in sorted(found)]


def is_heading(columns: list[ColumnRead]) -> bool:
    """Whether these are the headings of a list of measures."""
    fields = {one.field for one in columns if one.field}
    words = {plain(one.heading) for one in columns}
    has_title = (
        "title" in fields or bool(words & set(SECOND_TITLES)) or "official_wording" in fields
    )
    return has_title and (len(fields) >= 2 or len(columns) >= 2)


def heads(row: Row) -> list[ColumnRead]:
    """The headings of the row, if it can be nothing else: each is a known one, letter by letter."""
    if len(row.filled) > 2 and all(plain(row[number].text) in FIELD_OF for number in row.filled):
        columns = columns_of(row)
        return columns if is_heading(columns) else []
    return []


def settled(columns: list[ColumnRead], below: list[Row]) -> list[ColumnRead]:
    """One column for each field, but where texts go together; the exact heading before others.

    A day beside the status is its day, where no column says more plainly that it is.
    """
    words = {plain(one.heading): one for one in columns}
    if OUR_EXPORT in words:
        for word, named in IN_OUR_EXPORT.items():
            if word in words:
                words[word].field, words[word].is_exact = named, True
    if not any(one.field == "title" for one in columns):
        for word in (*SECOND_TITLES, plain("så står det i beslutet")):
            if word in words:
                words[word].field = "title"
                break
    _take_ticks(columns, below)
    if not any(one.field == "status_on" for one in columns):
        for one, beside in pairwise(columns):
            if one.field == "status" and plain(beside.heading) == "datum":
                beside.field, beside.is_exact = "status_on", False
    taken: dict[str, int] = {}
    for one in sorted(columns, key=lambda one: (not one.is_exact, _newest_first(one))):
        goes_along = one.tick or (one.is_spread and one.field == "responsible")
        if one.field in taken and one.field not in JOINED | {"computed"} and not goes_along:
            one.field, one.instead = None, taken[one.field]
        elif one.field:
            taken[one.field] = one.number
    return columns


def _newest_first(column: ColumnRead) -> tuple[int, int]:
    """Of "Status 2024" and "Status 2025", or "Status T1" and "Status T2", the newest counts."""
    if column.field not in ("status", "status_on"):
        return 0, 0
    years, parts = (re.findall(form, column.heading) for form in (r"\b20\d\d\b", r"[^\W\d]\d\b"))
    return -int(max(years, default=0)), -max((int(part[1:]) for part in parts), default=0)


def spread(columns: list[ColumnRead], sheet: Sheet, row: int, below: list[Row]) -> list[ColumnRead]:
    """With the columns that a heading in merged boxes reaches over: a number and its title, say."""
    free = {number for line in below for number in line.filled} - {one.number for one in columns}
    found = []
    for one in columns:
        reached = range(one.number + 1, one.number + sheet.width(row, one.number))
        more = [replace(one, number=at, is_spread=True) for at in reached if at in free]
        numbers = {line[one.number].text.strip() for line in below} - {""}
        if one.field == "title" and more and numbers and all(map(NUMBER.fullmatch, numbers)):
            one.field = "number"
        found += [one, *more]
    return found


def _take_ticks(columns: list[ColumnRead], below: list[Row]) -> None:
    """Columns called as statuses, or as years and quarters, in which only crosses stand."""
    for name, others, called in (
        ("status", {"status"}, [one for one in columns if one.is_status]),
        ("period", {"period", "starts", "due"}, [one for one in columns if one.is_time]),
    ):
        found = [one for one in called if _holds_ticks(one, below)]
        beside = {one.field for one in columns if one not in found}
        if len(found) > 1 and not beside & others:
            for one in found:
                one.field, one.is_exact, one.tick = name, False, one.heading


def _holds_ticks(column: ColumnRead, below: list[Row]) -> bool:
    told = {row[column.number].text.strip().casefold() for row in below}
    return told - NO_TICKS - {column.heading.casefold()} <= TICKS


def lies_sideways(sheet: Sheet) -> bool:
    """Whether the headings stand below each other, and the measures beside each other."""
    for column in (1, 2):
        told = [row[column].text for row in sheet.rows if row[column].text.strip()]
        known = {FIELD_OF.get(plain(text)) for text in told} - {None}
        if len(known) > 2 and len(known) * 2 > len(told):
            return True
    return False

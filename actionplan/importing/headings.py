"""What stands above the columns of a list of measures, and as which field each is read."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from actionplan.importing.words import (
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
TICKS = {"x", "✓", "✔", "☑", "☒", "✗", "●", "v", "ja", "1"}
NO_TICKS = {"", "☐", "□", "○", "-", "–", "nej", "0"}
NUMBER = re.compile(r"[A-ZÅÄÖ]{0,2}[-.: ]?\d[\d.:-]{0,6} ?[a-z]?[.)]?")
LONGEST = 120


@dataclass
class ColumnRead:
    """A column, what stands above it, and as which field it is read; None: it is left out.

    `instead`: the column that is read as the field that this one names too.
    `tick`: the status that a cross in the column means. `is_spread`: the heading's box reaches here.
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


def columns_of(row: Row, above: list[ColumnRead] | None = None) -> list[ColumnRead]:
    """The headings of the row; where it says nothing of its own, those of the row above it."""
    found = {one.number: one for one in above or []}
    for number in row.filled:
        heading = " ".join(row[number].text.split())
        if len(heading) > LONGEST:
            continue
        named, is_exact = field_of(heading)
        one = ColumnRead(number, heading, named, is_exact)
        if named or one.is_status or number not in found:
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


def are_all_known(columns: list[ColumnRead]) -> bool:
    """Whether these can only be headings: no measure has a name like each of them."""
    return len(columns) > 2 and is_heading(columns) and all(one.is_exact for one in columns)


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
    """Columns called as statuses, in which only crosses stand: each cross says its status."""
    found = []
    for one in columns:
        told = {row[one.number].text.strip().casefold() for row in below} - NO_TICKS
        told.discard(one.heading.casefold())
        if one.is_status and told <= TICKS:
            found.append(one)
    if len(found) > 1 and not any(one.field == "status" for one in columns if one not in found):
        for one in found:
            one.field, one.is_exact, one.tick = "status", False, one.heading


def lies_sideways(sheet: Sheet) -> bool:
    """Whether the headings stand below each other, and the measures beside each other."""
    for column in (1, 2):
        told = [row[column].text for row in sheet.rows if row[column].text.strip()]
        fields = [field_of(text) for text in told]
        known = {name for name, is_exact in fields if name and is_exact}
        if len(known) > 2 and len(known) * 2 > len(told):
            return True
    return False

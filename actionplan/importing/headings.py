"""What stands above the columns of a list of measures, and as which field each is read."""

import re
from dataclasses import dataclass
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
LONGEST = 120


@dataclass
class ColumnRead:
    """A column, what stands above it, and as which field it is read; None: it is left out.

    `instead`: the column that is read as the field that this one names too.
    `tick`: the status that a cross in the column means.
    """

    number: int
    heading: str
    field: str | None
    is_exact: bool = True
    instead: int = 0
    tick: str = ""

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
    # Of "Status 2024" and "Status 2025" the newest counts.
    for one in sorted(columns, key=lambda one: (not one.is_exact, -_year(one.heading))):
        if one.field in taken and one.field not in JOINED | {"computed"} and not one.tick:
            one.field, one.instead = None, taken[one.field]
        elif one.field:
            taken[one.field] = one.number
    return columns


def _year(heading: str) -> int:
    return max(map(int, re.findall(r"\b20\d\d\b", heading)), default=0)


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

"""A column of a data set, and how its values are written."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from uuid import UUID

from django.db.models import TextChoices
from django.utils import timezone

from foundation.precise_date import PreciseDate


class Kind(Enum):
    """What the values of a column are."""

    TEXT = "text"
    LIST = "list"
    KEY = "key"
    ADDRESS = "address"
    WORD = "word"
    YES_NO = "boolean"
    WHOLE = "integer"
    FIGURE = "decimal"
    DAY = "day"
    DATE = "date"
    MOMENT = "moment"


# What each kind means to who reads the files, in Swedish and in English.
KINDS = {
    Kind.TEXT: ("text", "text"),
    Kind.LIST: ("lista, i CSV en rad för varje", "list, one per line within the CSV cell"),
    Kind.KEY: ("nyckel, UUID", "key, UUID"),
    Kind.ADDRESS: ("adress", "address"),
    Kind.WORD: ("ett av orden", "one of the words"),
    Kind.YES_NO: ("true eller false", "true or false"),
    Kind.WHOLE: ("heltal", "integer"),
    Kind.FIGURE: ("tal med decimalpunkt", "number with decimal point"),
    Kind.DAY: ("dag, 2026-05-03", "day, 2026-05-03"),
    Kind.DATE: (
        "tid så exakt som den är känd: 2026-05-03, 2026-05, 2026-Q2 eller 2026",
        "time as exact as it is known: 2026-05-03, 2026-05, 2026-Q2 or 2026",
    ),
    Kind.MOMENT: ("tidpunkt enligt ISO 8601", "moment as in ISO 8601"),
}
# No value, where there may be none: nothing written is no text, not an unknown one.
EMPTY = {Kind.TEXT: "", Kind.LIST: []}


@dataclass(frozen=True)
class Column:
    """A column: its name for programs, which never changes, and what it holds.

    `heading` is for people who open the file themselves. `cell` takes what the rows of its data
    set are made of. `words` are those that may stand in it. `is_filter`: who asks the interface
    for programs can choose rows by it.
    """

    key: str
    kind: Kind
    heading: str
    swedish: str
    english: str
    cell: Callable[..., object]
    words: type[TextChoices] | None = None
    is_filter: bool = False

    @property
    def kind_in_swedish(self) -> str:
        """What the values are."""
        return self._with_words(KINDS[self.kind][0])

    @property
    def kind_in_english(self) -> str:
        """The same in English."""
        return self._with_words(KINDS[self.kind][1])

    def value(self, *row: object) -> object:
        """What stands in the row, as JSON has it."""
        value = plain(self.cell(*row))
        return EMPTY.get(self.kind) if value in (None, "") else value

    def _with_words(self, kind: str) -> str:
        return f"{kind} {', '.join(self.words.values)}" if self.words else kind


def plain(value: object) -> object:
    """The value as what JSON knows: text, number, true, false, list or null."""
    match value:
        case PreciseDate():
            return value.iso
        case datetime.datetime():
            return timezone.localtime(value).isoformat(timespec="seconds")
        case datetime.date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case UUID():
            return str(value)
        case TextChoices():
            return value.value
    return value

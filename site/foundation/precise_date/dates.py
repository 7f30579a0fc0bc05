"""A date as exact as it is known."""

import datetime
from dataclasses import dataclass
from enum import Enum
from functools import total_ordering

from foundation.precise_date.months import last_day_of_month, months_later
from foundation.swedish.dates import long_date, month_and_year

FIRST_YEAR = 1900
LAST_YEAR = 2100
YEAR_OUT_OF_RANGE = f"Året ska vara mellan {FIRST_YEAR} och {LAST_YEAR}."


class Precision(Enum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months a date of this precision covers; a day covers none."""
        return {"day": 0, "month": 1, "quarter": 3, "year": 12}[self.value]


@total_ordering
@dataclass(frozen=True)
class PreciseDate:
    """A day, month, quarter or year. "Juni 2024" begins on 1 June and ends on 30 June.

    Dates are in order of their first day, and of two that begin together the one that ends
    first comes first: 1 June, then June, then the year that June begins.
    """

    first_day: datetime.date
    precision: Precision

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.first_day.year <= LAST_YEAR:
            raise ValueError(YEAR_OUT_OF_RANGE)
        covered = self.precision.months
        if covered and (self.first_day.day != 1 or (self.first_day.month - 1) % covered):
            raise ValueError(f"{self.first_day} does not begin a {self.precision.value}")

    @classmethod
    def of_day(cls, day: datetime.date) -> "PreciseDate":
        """A date known to the day."""
        return cls(day, Precision.DAY)

    @classmethod
    def of_month(cls, year: int, month: int) -> "PreciseDate":
        """A date known to the month, 1 to 12."""
        return cls(datetime.date(year, month, 1), Precision.MONTH)

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> "PreciseDate":
        """A date known to the quarter, 1 to 4."""
        return cls(datetime.date(year, quarter * 3 - 2, 1), Precision.QUARTER)

    @classmethod
    def of_year(cls, year: int) -> "PreciseDate":
        """A date of which only the year is known."""
        return cls(datetime.date(year, 1, 1), Precision.YEAR)

    @property
    def last_day(self) -> datetime.date:
        """The day on which the whole of it has come: 30 June for "juni 2024"."""
        if self.precision is Precision.DAY:
            return self.first_day
        return last_day_of_month(months_later(self.first_day, self.precision.months - 1))

    @property
    def quarter(self) -> int:
        """The quarter of the year in which it begins, 1 to 4."""
        return (self.first_day.month + 2) // 3

    @property
    def iso(self) -> str:
        """The one form for databases and data files: 2024-06-13, 2024-06, 2024-Q3 or 2024.

        All but the quarter are also what HTML allows in `<time datetime>`.
        """
        day = self.first_day
        return {
            Precision.DAY: day.isoformat(),
            Precision.MONTH: f"{day:%Y-%m}",
            Precision.QUARTER: f"{day:%Y}-Q{self.quarter}",
            Precision.YEAR: f"{day:%Y}",
        }[self.precision]

    @property
    def when(self) -> str:
        """As a sentence goes on: "den 13 juni 2024", "i juni 2024", "under kvartal 3 2024"."""
        preposition = {Precision.DAY: "den", Precision.MONTH: "i"}.get(self.precision, "under")
        return f"{preposition} {self}"

    def months_later(self, months: int) -> "PreciseDate":
        """The date so many months later, as exact as before.

        Half a year after a year is no year: it is the month in which that half ends.
        """
        if self.precision is Precision.DAY:
            return PreciseDate.of_day(months_later(self.first_day, months))
        if months % self.precision.months == 0:
            return PreciseDate(months_later(self.first_day, months), self.precision)
        last_month = months_later(self.last_day, months)
        return PreciseDate.of_month(last_month.year, last_month.month)

    def __str__(self) -> str:
        day = self.first_day
        return {
            Precision.DAY: long_date(day),
            Precision.MONTH: month_and_year(day),
            Precision.QUARTER: f"kvartal {self.quarter} {day.year}",
            Precision.YEAR: str(day.year),
        }[self.precision]

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PreciseDate):
            return NotImplemented
        return (self.first_day, self.last_day) < (other.first_day, other.last_day)

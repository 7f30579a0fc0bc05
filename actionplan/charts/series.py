"""What a chart is of: figures with their periods, what is aimed at, and where a series was broken."""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from foundation.swedish.numbers import number

# More than these no reader tells apart; each has a shape and a dash of its own.
MOST_SERIES = 4


@dataclass(frozen=True)
class Point:
    """A figure of one period, or that there is none; low and high tell how sure it is."""

    first_day: datetime.date
    last_day: datetime.date
    # The period in running words ("kvartal 3 2024"), and in lines short enough for an axis.
    period: str
    label: tuple[str, ...]
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    is_preliminary: bool = False

    @property
    def middle(self) -> float:
        """The middle of the period, in days."""
        return (self.first_day.toordinal() + self.last_day.toordinal() + 1) / 2

    @property
    def days(self) -> int:
        """How long the period is."""
        return self.last_day.toordinal() - self.first_day.toordinal() + 1

    @property
    def has_interval(self) -> bool:
        """Whether it is known how sure the figure is."""
        return None not in (self.value, self.low, self.high)

    def may_equal(self, other: "Point") -> bool | None:
        """Whether chance alone could explain the difference; nothing where that is not known.

        Two intervals that overlap, or a figure inside the other's interval. Careful on purpose:
        some differences that a test would find are called even.
        """
        if self.value is None or other.value is None:
            return None
        if not (self.has_interval or other.has_interval):
            return None
        mine = (self.low, self.high) if self.has_interval else (self.value, self.value)
        theirs = (other.low, other.high) if other.has_interval else (other.value, other.value)
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]


@dataclass(frozen=True)
class Series:
    """The figures of one place or group in the order of time."""

    name: str
    points: tuple[Point, ...]

    @classmethod
    def of(cls, name: str, points: list[Point]) -> "Series":
        """The series of points that can stand on one axis.

        Where periods overlap (a year and its quarters) only those of the commonest length stay.
        """
        points = sorted(points, key=lambda point: (point.middle, point.days))
        if any(after.first_day <= before.last_day for before, after in pairwise(points)):
            lengths = Counter(_months(point) for point in points)
            commonest = max(lengths, key=lambda months: (lengths[months], months))
            points = [point for point in points if _months(point) == commonest]
        return cls(name, tuple(points))

    @property
    def figures(self) -> list[Point]:
        """The points that have a figure."""
        return [point for point in self.points if point.value is not None]

    @property
    def step(self) -> float:
        """How many days lie between one figure and the next, as a rule."""
        distances = [after.middle - before.middle for before, after in pairwise(self.points)]
        # The shortest of the usual ones: a hole of two years in a yearly series is a hole.
        return min(distances, default=self.points[0].days if self.points else 1) or 1


@dataclass(frozen=True)
class Target:
    """A figure to reach."""

    value: Decimal
    # "senast 2028", or nothing.
    by: str = ""

    @property
    def label(self) -> str:
        """What stands at its line: "Mål 15 senast 2028"."""
        return f"Mål {number(self.value)} {self.by}".strip()


@dataclass(frozen=True)
class Break:
    """The first day whose figures cannot be compared with those before."""

    day: datetime.date
    when: str


@dataclass(frozen=True)
class Comparison:
    """Series in one picture; the first is what the picture is about."""

    unit: str
    series: tuple[Series, ...]
    targets: tuple[Target, ...] = ()
    breaks: tuple[Break, ...] = ()
    # Counts of things start at nought and may be bars; shares end at a hundred.
    counts_things: bool = False
    is_share: bool = False
    left_out: tuple[str, ...] = field(default=())

    @property
    def main(self) -> Series:
        """What the picture is about."""
        return self.series[0]

    @property
    def extremes(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest that has to be drawn, targets and intervals included."""
        drawn = [target.value for target in self.targets]
        for series in self.series:
            for point in series.figures:
                drawn += [point.value]
                drawn += [point.low, point.high] if point.has_interval else []
        return min(drawn, default=Decimal(0)), max(drawn, default=Decimal(0))

    def breaks_between(self, before: Point, after: Point) -> list[Break]:
        """The breaks that make two figures of the same series incomparable.

        A period that a break lies in the midst of goes with none.
        """
        return [one for one in self.breaks if before.first_day < one.day <= after.last_day]


def _months(point: Point) -> int:
    return round(point.days / 30.4)

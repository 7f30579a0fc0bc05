"""The axis of time: where a period lies, and which of them there is room to name."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from actionplan.charts.series import Point, Series

# How broad the plot is on the narrowest screen and where chart.css counts as wide, and a letter: pixels.
NARROW, WIDE = 235, 450
_LETTER, _AIR = 7.4, 9


@dataclass(frozen=True)
class Label:
    """The name of a period, in lines; `narrow` says whether there is room on the narrowest screen."""

    at: float
    lines: tuple[str, ...]
    narrow: bool


@dataclass(frozen=True)
class TimeAxis:
    """From the first day of the first period to the last of the last, in days."""

    start: float
    end: float

    @classmethod
    def over(cls, series: Iterable[Series]) -> "TimeAxis":
        """An axis on which every point of these series has half a step of air."""
        starts, ends = [], []
        for one in series:
            for point in one.points:
                reach = max(point.days, min(one.step, 366 * 2)) / 2
                starts.append(point.middle - reach)
                ends.append(point.middle + reach)
        return cls(min(starts), max(ends)) if starts else cls(0, 1)

    def share(self, day: float) -> float:
        """How far along the axis a day lies: 0 to 1."""
        return (day - self.start) / (self.end - self.start)

    def labels(self, series: Iterable[Series]) -> list[Label]:
        """The names of the periods that there is room for: every one, every second or fewer.

        The newest is always among them, and those for narrow screens are among the others.
        """
        points = {point.middle: point for one in series for point in one.points}
        newest_first = [points[middle] for middle in sorted(points, reverse=True)]
        strides = range(1, len(newest_first) + 1)
        wide = next(one for one in strides if self._fit(newest_first[::one], WIDE))
        narrow = next(
            one
            for one in range(wide, len(newest_first) + wide, wide)
            if self._fit(newest_first[::one], NARROW)
        )
        return [
            Label(self.share(point.middle), point.label, place % narrow == 0)
            for place, point in enumerate(newest_first)
            if place % wide == 0
        ][::-1]

    def _fit(self, points: list[Point], width: int) -> bool:
        return all(
            (self.share(later.middle) - self.share(earlier.middle)) * width
            >= (_width(later) + _width(earlier)) / 2 + _AIR
            for later, earlier in pairwise(points)
        )


def _width(point: Point) -> float:
    return _LETTER * max(len(line) for line in point.label)

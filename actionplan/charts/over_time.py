"""Figures over time as lines or bars: where every part of the drawing lies, in hundredths."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from actionplan.charts import names
from actionplan.charts.scale import Scale
from actionplan.charts.series import Comparison, Point, Series
from actionplan.charts.time_axis import Label, TimeAxis
from foundation.swedish.numbers import number

# The plot begins at this height, counted from above, and ends where the names of the periods begin,
# which take one line or two.
TOP, BOTTOMS = 8.0, {1: 90.0, 2: 84.0}
# Pixels that series are moved apart sideways, so that their intervals do not hide each other.
APART = 7
SHAPES = ("circle", "square", "triangle", "diamond")
# A line of a name takes so much of the height.
_NAME_LINE = 6.0
# So does a figure that is written over or under its mark, with the air around it.
_FIGURE, _TOUCH = 9.0, 2.0
_BAR = 0.72
# More marks than these on a line hide it, and a figure over one of more bars stands on others.
_MARKS = 12


@dataclass(frozen=True)
class OverTime:
    """A drawing of figures over time. Templates read it; numbers are text with a decimal point."""

    comparison: Comparison

    @cached_property
    def is_bars(self) -> bool:
        """Whether it has bars: things that are counted, and nothing to compare them with."""
        comparison = self.comparison
        return (
            comparison.counts_things
            and len(comparison.series) == 1
            and not any(point.has_interval for point in comparison.main.figures)
        )

    @cached_property
    def scale(self) -> Scale:
        """The axis of values."""
        return Scale.over(
            *self.comparison.extremes,
            from_nought=self.comparison.counts_things,
            at_most=Decimal(100) if self.comparison.is_share else None,
        )

    @cached_property
    def time(self) -> TimeAxis:
        """The axis of time."""
        return TimeAxis.over(self.comparison.series)

    @cached_property
    def bottom(self) -> float:
        """The height at which the plot ends."""
        points = (point for series in self.comparison.series for point in series.points)
        return BOTTOMS[max(len(point.label) for point in points)]

    @property
    def foot(self) -> str:
        """The same for templates."""
        return _percent(self.bottom)

    @property
    def grid(self) -> list[dict]:
        """The lines across, with what they stand for."""
        return [
            {"y": self._y(tick), "label": label, "is_nought": tick == 0}
            for tick, label in zip(self.scale.ticks, self.scale.labels, strict=True)
        ]

    @property
    def axis_width(self) -> str:
        """How many em the widest label of the lines takes."""
        return f"{max(len(label) for label in self.scale.labels) * 0.56 + 0.6:.1f}"

    @property
    def labels(self) -> list[dict]:
        """The names of the periods under the drawing."""
        return [self._label(label) for label in self.time.labels(self.comparison.series)]

    @property
    def targets(self) -> list[dict]:
        """The lines to reach."""
        return [
            {"y": self._y(target.value), "label": target.label}
            for target in self.comparison.targets
        ]

    @property
    def breaks(self) -> list[dict]:
        """The lines between figures that cannot be compared."""
        places = [self.time.share(one.day.toordinal()) for one in self.comparison.breaks]
        return [
            # The words stand on the side where there is more room.
            {"x": _percent(100 * place), "anchor": "end" if place > 0.5 else "start"}
            for place in places
            if 0 < place < 1
        ]

    @cached_property
    def series(self) -> list[dict]:
        """The lines, marks and intervals of each series."""
        count = len(self.comparison.series)
        return [
            {
                "name": series.name,
                "shape": SHAPES[place],
                "shift": f"{APART * (place - (count - 1) / 2):g}",
                "segments": self._segments(series),
                "intervals": [
                    {"x": self._x(point), "low": self._y(point.low), "high": self._y(point.high)}
                    for point in series.figures
                    if point.has_interval
                ],
                "marks": [self._mark(point) for point in self._marked(series)],
                "missing": [self._x(point) for point in series.points if point.value is None],
            }
            for place, series in enumerate(self.comparison.series)
        ]

    @property
    def newest(self) -> dict | None:
        """The newest figure of what the drawing is about, to be written over or under its mark."""
        main = self.comparison.main
        if len(main.figures) > (_MARKS if self.is_bars else 2 * _MARKS):
            return None
        point = main.figures[-1]
        # Where the others are not.
        beside = [
            other.value
            for series in self.comparison.series[1:]
            for other in series.figures
            if other.middle == point.middle
        ]
        is_under = sum(value > point.value for value in beside) * 2 > len(beside)
        low, high = (point.low, point.high) if point.has_interval else (point.value, point.value)
        height = low if is_under else high
        height = self._height(max(height, Decimal(0)) if self.is_bars else height)
        return {
            "x": self._x(point),
            "y": _percent(self._clear_of_targets(height, is_under=is_under)),
            "dy": "1.3em" if is_under else "-.6em",
            "label": number(point.value),
        }

    @property
    def bars(self) -> list[dict]:
        """The bars, from nought."""
        series = self.comparison.main
        width = 100 * _BAR * series.step / (self.time.end - self.time.start)
        nought = self._height(Decimal(0))
        bars = []
        for point in series.figures:
            end = self._height(point.value)
            bars.append(
                {
                    "x": _percent(100 * self.time.share(point.middle) - width / 2),
                    "y": _percent(min(nought, end)),
                    "width": _percent(width),
                    "height": _percent(abs(end - nought)),
                    "is_preliminary": point.is_preliminary,
                }
            )
        return bars

    @cached_property
    def names(self) -> list[dict]:
        """The names at the ends of the lines: of the series where there are several, and of targets."""
        wanted = [
            (self._height(series.figures[-1].value), series.name, SHAPES[place], f"s{place}")
            for place, series in enumerate(self.comparison.series)
            if len(self.comparison.series) > 1
        ]
        wanted += [
            (self._height(target.value), target.label, "", "target")
            for target in self.comparison.targets
        ]
        texts = [names.lines_of(text) for _, text, _, _ in wanted]
        middles = names.spread(
            [
                (middle, _NAME_LINE * len(lines) + 1)
                for (middle, *_), lines in zip(wanted, texts, strict=True)
            ],
            2,
            self.bottom,
        )
        return [
            {
                "shape": shape,
                "look": look,
                "mark_y": _percent(middle),
                "lines": [
                    {
                        "y": _percent(middle + _NAME_LINE * (row - (len(lines) - 1) / 2)),
                        "text": text,
                    }
                    for row, text in enumerate(lines)
                ],
            }
            for (_, _, shape, look), lines, middle in zip(wanted, texts, middles, strict=True)
        ]

    @property
    def names_width(self) -> str:
        """How many em the widest line of a name takes, its mark included."""
        longest = max(len(line["text"]) for name in self.names for line in name["lines"])
        return f"{longest * 0.6 + 2.2:.1f}"

    @property
    def has_missing(self) -> bool:
        """Whether a figure is known to be missing."""
        return any(series["missing"] for series in self.series)

    @property
    def has_preliminary(self) -> bool:
        """Whether a figure may still be revised."""
        return any(point.is_preliminary for one in self.comparison.series for point in one.figures)

    @property
    def has_intervals(self) -> bool:
        """Whether some figure says how sure it is."""
        return any(point.has_interval for one in self.comparison.series for point in one.figures)

    def _clear_of_targets(self, height: float, *, is_under: bool) -> float:
        """The height for a figure over or under `height`, moved past the targets it would touch."""
        way = 1 if is_under else -1
        for target in sorted(
            (self._height(one.value) for one in self.comparison.targets), key=lambda at: way * at
        ):
            if -_TOUCH <= way * (target - height) <= _FIGURE:
                height = target
        return height

    def _segments(self, series: Series) -> list[dict]:
        """Lines between neighbours; none over a gap, and none over a break."""
        farthest = series.step * 1.5
        return [
            {
                "x1": self._x(before),
                "y1": self._y(before.value),
                "x2": self._x(after),
                "y2": self._y(after.value),
            }
            for before, after in pairwise(series.points)
            if before.value is not None
            and after.value is not None
            and after.middle - before.middle <= max(farthest, (before.days + after.days) / 2 + 1)
            and not self.comparison.breaks_between(before, after)
        ]

    def _marked(self, series: Series) -> list[Point]:
        """The points whose mark is drawn: all, or of many so many that the shape can be told."""
        figures = series.figures
        stride = -(-len(figures) // (2 * _MARKS))
        alone = {point for point in figures if point.is_preliminary} | {figures[-1]}
        if stride == 1 or len(self._segments(series)) < len(figures) - 1:
            return figures
        return [
            point for place, point in enumerate(figures) if place % stride == 0 or point in alone
        ]

    def _mark(self, point: Point) -> dict:
        return {
            "x": self._x(point),
            "y": self._y(point.value),
            "is_preliminary": point.is_preliminary,
        }

    def _label(self, label: Label) -> dict:
        return {"x": _percent(100 * label.at), "lines": label.lines, "narrow": label.narrow}

    def _x(self, point: Point) -> str:
        return _percent(100 * self.time.share(point.middle))

    def _y(self, value: Decimal) -> str:
        return _percent(self._height(value))

    def _height(self, value: Decimal) -> float:
        return self.bottom - (self.bottom - TOP) * self.scale.share(value)


def _percent(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") + "%"

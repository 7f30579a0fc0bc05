"""Figures of one period side by side as bars that lie: where everything is, in hundredths."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from actionplan.charts.scale import Scale
from actionplan.charts.series import Comparison, Point
from foundation.swedish.numbers import number


@dataclass(frozen=True)
class SideBySide:
    """A drawing of the newest figure of each series, all of the same period."""

    comparison: Comparison

    @cached_property
    def scale(self) -> Scale:
        """The axis of values, which holds nought: these are bars."""
        at_most = Decimal(100) if self.comparison.is_share else None
        return Scale.over(*self.comparison.extremes, from_nought=True, at_most=at_most)

    @property
    def period(self) -> str:
        """The period of all figures."""
        return self.comparison.main.points[0].period

    @property
    def bars(self) -> list[dict]:
        """The bars from above, each with its name and figure."""
        return [
            {"name": series.name, **self._bar(series.points[0])}
            for series in self.comparison.series
        ]

    @property
    def targets(self) -> list[dict]:
        """The lines to reach."""
        return [
            {"x": self._percent(target.value), "label": target.label}
            for target in self.comparison.targets
        ]

    @property
    def nought(self) -> str:
        """Where the bars begin."""
        return self._percent(Decimal(0))

    @property
    def has_intervals(self) -> bool:
        """Whether some figure says how sure it is."""
        return any(series.points[0].has_interval for series in self.comparison.series)

    @property
    def has_preliminary(self) -> bool:
        """Whether a figure may still be revised."""
        return any(series.points[0].is_preliminary for series in self.comparison.series)

    def _bar(self, point: Point) -> dict:
        if point.value is None:
            return {"label": "uppgift saknas"}
        ends = sorted((self.scale.share(Decimal(0)), self.scale.share(point.value)))
        interval = {}
        if point.has_interval:
            interval = {
                "low": self._percent(point.low),
                "high": self._percent(point.high),
                "between": f"{number(point.low)} och {number(point.high)}",
            }
        return {
            "label": number(point.value),
            "x": f"{100 * ends[0]:.1f}%",
            "width": f"{100 * (ends[1] - ends[0]):.1f}%",
            "is_preliminary": point.is_preliminary,
            **interval,
        }

    def _percent(self, value: Decimal) -> str:
        return f"{100 * self.scale.share(value):.1f}%"

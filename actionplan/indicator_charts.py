"""The charts of an indicator: its figures as the charts want them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actionplan.charts.over_time import OverTime
from actionplan.charts.series import MOST_SERIES, Break, Comparison, Point, Series, Target
from actionplan.charts.side_by_side import SideBySide
from actionplan.charts.summary import in_words, summary
from actionplan.counted import Counted
from foundation.precise_date import PreciseDate, Precision

if TYPE_CHECKING:
    from actionplan.models.indicator import IndicatorPage
    from actionplan.models.indicator_value import IndicatorValue

_MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")


@dataclass(frozen=True)
class Chart:
    """A drawing with its words. `kind` names the template that draws it."""

    kind: str
    heading: str
    drawing: OverTime | SideBySide
    sentences: list[str]

    @property
    def description(self) -> str:
        """What kind of picture it is, for whoever cannot see it; the figures stand in the summary."""
        comparison = self.drawing.comparison
        about = in_words([series.name for series in comparison.series])
        if self.kind == "side_by_side":
            return f"Stapeldiagram för {about}, {self.drawing.period}."
        form = "Stapeldiagram" if self.drawing.is_bars else "Linjediagram"
        points = sorted(
            (p for one in comparison.series for p in one.points), key=lambda p: p.middle
        )
        return f"{form} för {about}, från {points[0].period} till {points[-1].period}."


def charts_of(indicator: "IndicatorPage") -> list[Chart]:
    """First the places, then the groups of the indicator's own place; none where one figure is all."""
    place = indicator.main_place
    everybody, groups = defaultdict(dict), defaultdict(dict)
    for value in indicator.values_as_written:
        if value.period_from is None:
            continue
        # Of two values of the same period the one written last is drawn; the table has both.
        if not value.group:
            everybody[value.geography][value.period] = value
        elif value.geography == place:
            groups[value.group][value.period] = value
    names = sorted(everybody, key=lambda name: name != place)
    charts = [
        _chart(indicator, "Utvecklingen", {name: everybody[name] for name in names}),
        _chart(indicator, f"Grupper i {place}", groups),
    ]
    return [chart for chart in charts if chart]


def _chart(
    indicator: "IndicatorPage", heading: str, rows: dict[str, dict[str, "IndicatorValue"]]
) -> Chart | None:
    series = [
        Series.of(name, [_point(row) for row in values.values()]) for name, values in rows.items()
    ]
    series = [one for one in series if one.figures]
    kind = _kind(series)
    if not kind:
        return None
    if kind == "side_by_side":
        heading = heading if heading.startswith("Grupper") else "Jämförelse"
    counted = indicator.what_is_counted
    comparison = Comparison(
        unit=indicator.unit,
        series=tuple(series[:MOST_SERIES] if kind == "over_time" else series),
        left_out=tuple(one.name for one in series[MOST_SERIES:]) if kind == "over_time" else (),
        targets=_targets(indicator) if series[0].name == indicator.main_place else (),
        breaks=tuple(Break(one.at.first_day, str(one.at)) for one in indicator.breaks_in_order),
        counts_things=counted is Counted.COUNT,
        is_share=counted is Counted.SHARE,
    )
    drawing = (OverTime if kind == "over_time" else SideBySide)(comparison)
    return Chart(kind, heading, drawing, summary(comparison))


def _kind(series: list[Series]) -> str:
    periods = {(point.first_day, point.last_day) for one in series for point in one.points}
    if len(periods) > 1:
        return "over_time"
    # One figure alone is a sentence, no picture.
    return "side_by_side" if len(series) > 1 else ""


def _targets(indicator: "IndicatorPage") -> tuple[Target, ...]:
    """The targets that are for the indicator's own place."""
    return tuple(
        Target(one.value, f"senast {one.by}" if one.by else "")
        for one in indicator.targets_in_order
        if one.value is not None and one.geography in ("", indicator.main_place)
    )


def _point(row: "IndicatorValue") -> Point:
    starts, ends = row.period_from, row.period_to or row.period_from
    return Point(
        first_day=starts.first_day,
        last_day=max(starts.last_day, ends.last_day),
        period=row.period,
        label=_label(starts, ends),
        value=row.value,
        low=row.low,
        high=row.high,
        is_preliminary=row.is_preliminary,
    )


def _label(starts: PreciseDate, ends: PreciseDate) -> tuple[str, ...]:
    """The period in lines as short as an axis needs: "2019–20", "kv 3" over "2024"."""
    year = str(starts.first_day.year)
    if starts.precision is Precision.YEAR:
        last = str(ends.last_day.year)
        if last == year:
            return (year,)
        return (f"{year}–{last[2:] if last[:2] == year[:2] else last}",)
    first = _part_of_year(starts)
    if ends == starts:
        return first, year
    return f"{first}–{_part_of_year(ends)}", str(ends.last_day.year)


def _part_of_year(date: PreciseDate) -> str:
    month = _MONTHS[date.first_day.month - 1]
    return {
        Precision.QUARTER: f"kv {date.quarter}",
        Precision.MONTH: month,
        Precision.DAY: f"{date.first_day.day} {month}",
    }.get(date.precision, str(date.first_day.year))

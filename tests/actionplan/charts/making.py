"""Series for the tests of charts, written as briefly as a table."""

from decimal import Decimal

from actionplan.charts.series import Break, Comparison, Point, Series, Target
from foundation.precise_date import PreciseDate


def point(period, value, low=None, high=None, **facts):
    """A figure of a year, a quarter (2024, 3), or years ("2019–2020")."""
    if isinstance(period, str):
        first, last = (PreciseDate.of_year(int(year)) for year in period.split("–"))
    elif isinstance(period, tuple):
        first = last = PreciseDate.of_quarter(*period)
    else:
        first = last = PreciseDate.of_year(period)
    words = period if isinstance(period, str) else str(first)
    return Point(
        first.first_day, last.last_day, words, (words,), *map(decimal, (value, low, high)), **facts
    )


def decimal(value):
    return None if value is None else Decimal(str(value))


def series(figures, name="Exempelkommun"):
    """A series of {period: value or (value, low, high)}."""
    return Series.of(
        name,
        [
            point(period, *(one if isinstance(one, tuple) else (one,)))
            for period, one in figures.items()
        ],
    )


def comparison(figures, *others, targets=(), breaks=(), unit="procent", **facts):
    """What a chart is of: a main series and others ({name: figures})."""
    return Comparison(
        unit=unit,
        series=(
            series(figures),
            *(series(one, name) for other in others for name, one in other.items()),
        ),
        targets=tuple(Target(decimal(value), by) for value, by in targets),
        breaks=tuple(Break(PreciseDate.of_year(year).first_day, str(year)) for year in breaks),
        **facts,
    )

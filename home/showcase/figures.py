"""The states of charts and of figures that follow an indicator."""

from decimal import Decimal

from actionplan.indicator_charts import charts_of
from actionplan.models import IndicatorPage, IndicatorTarget, IndicatorValue, SeriesBreak
from foundation.figures import Figure
from foundation.precise_date import PreciseDate
from home.showcase.sample import LONG, Sample

PLACE, OTHER = "Exempelkommun", "Exempellandet"


def chart_samples() -> list[Sample]:
    """Lines and bars, with everything that a chart can have."""
    whole = [
        *_values(PLACE, {2018: 21, 2019: 19, 2020: None, 2021: 24, 2022: 22, 2023: 20}, sure_to=4),
        *_values(OTHER, {2018: 25, 2019: 24, 2020: 23, 2021: 27, 2022: 26, 2023: 25}, sure_to=1),
    ]
    whole[5].status = IndicatorValue.Status.PRELIMINARY
    target = IndicatorTarget(value=Decimal(15), by=PreciseDate.of_year(2028))
    broken = SeriesBreak(at=PreciseDate.of_year(2021), explanation="Ny fråga")
    many = {name: {2020 + n: n + 3 * row for n in range(4)} for row, name in enumerate("ABCD")}
    indicators = {
        "Osäkerhet, mål, brott i serien, saknat värde och en plats att jämföra med": IndicatorPage(
            unit="procent", values=whole, targets=[target], breaks=[broken]
        ),
        "Staplar": IndicatorPage(
            unit="anmälda brott", values=_values(PLACE, {2021: 120, 2022: 95, 2023: 0})
        ),
        "Flera platser samma år": IndicatorPage(
            unit="procent",
            values=_values(PLACE, {2023: 12}, sure_to=4) + _values(LONG[:80], {2023: 16}),
        ),
        "Så många serier som får plats": IndicatorPage(
            unit="procentenheter",
            values=[value for name, figures in many.items() for value in _values(name, figures)],
        ),
        "Sextio år": IndicatorPage(
            unit="kronor", values=_values(PLACE, {1960 + n: n * n * 1000 for n in range(60)})
        ),
    }
    return [
        Sample(
            state,
            {
                "chart": charts_of(indicator)[0],
                "number": number,
                "title": state,
                "unit": indicator.unit,
            },
        )
        for number, (state, indicator) in enumerate(indicators.items(), start=1)
    ]


def live_figure_samples() -> list[Sample]:
    """A figure of which everything is known, and one of which little is."""
    known = {
        "number": "19,3",
        "unit": "procent",
        "period": "2023",
        "whom": PLACE,
        "between": "16 och 23",
        "source": "Exempelmyndigheten",
        "source_url": "https://www.example.com/",
        "url": "#",
        "is_preliminary": True,
        "is_example": True,
    }
    unknown = dict.fromkeys(("period", "between", "source", "source_url"), "")
    unknown |= {"is_preliminary": False, "is_example": False}
    return [
        Sample("Allt är känt", {"figure": Figure(**known), "meaning": "är otrygga."}),
        Sample(
            "Lite är känt",
            {"figure": Figure(**{**known, **unknown}), "meaning": "är otrygga."},
        ),
    ]


def _values(
    place: str, figures: dict[int, int | None], sure_to: int | None = None
) -> list[IndicatorValue]:
    return [
        IndicatorValue(
            geography=place,
            period_from=PreciseDate.of_year(year),
            value=None if figure is None else Decimal(figure),
            low=None if None in (figure, sure_to) else Decimal(figure - sure_to),
            high=None if None in (figure, sure_to) else Decimal(figure + sure_to),
            status="missing" if figure is None else "final",
        )
        for year, figure in figures.items()
    ]

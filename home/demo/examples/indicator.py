"""An example indicator with everything that a series of figures can have."""

from decimal import Decimal

from actionplan.models import IndicatorPage, IndicatorTarget, IndicatorValue, SeriesBreak
from foundation.precise_date import PreciseDate
from home.demo.examples.register import MADE_UP
from home.demo.record import Record
from home.layout import Layout

PLACE = "Exempelkommun"
SOURCE = "Påhittad undersökning"
Status = IndicatorValue.Status
# Years back from this one, value, lowest, highest; the newest is preliminary, one is missing.
SERIES = [
    (9, "21.4", "17.0", "25.8"),
    (8, "19.8", "15.6", "24.0"),
    (7, "20.5", "16.3", "24.7"),
    (6, "18.9", "14.9", "22.9"),
    (5, None, None, None),
    (4, "24.2", "20.4", "28.0"),
    (3, "22.6", "18.9", "26.3"),
    (2, "21.0", "17.4", "24.6"),
    (1, "19.3", "15.8", "22.8"),
]
BREAK = 4


def measure_safety(layout: Layout, record: Record) -> IndicatorPage:
    """Put the indicator below the plan."""
    year = record.today.year
    indicator = IndicatorPage(
        title="Hur många i Exempelkommun är otrygga när de går ut sent?",
        slug="otrygga-sent-i-exempelkommun",
        summary="En påhittad serie som visar hur osäkerhet, avbrott och saknade värden ser ut.",
        unit="procent",
        direction=IndicatorPage.Direction.DOWN,
        definition="<p>Andelen som svarar att de är ganska eller mycket otrygga när de går ut sent "
        "på kvällen i området där de bor.</p>",
        caution="<p>Få svarar i en liten kommun. En skillnad på några procentenheter mellan två år "
        "kan bero på slumpen.</p>",
        **MADE_UP,
    )
    indicator.values = [_value(year - back, back, *figures) for back, *figures in SERIES]
    indicator.targets = [
        IndicatorTarget(
            value=Decimal(15),
            by=PreciseDate.of_year(year + 2),
            geography=PLACE,
            source_text="Påhittat mål",
        )
    ]
    indicator.breaks = [
        SeriesBreak(
            at=PreciseDate.of_year(year - BREAK), explanation="Frågan ställs på ett nytt sätt."
        )
    ]
    return record.page(layout.indicators, indicator, record.day(-120))


def _value(year: int, back: int, value, low, high) -> IndicatorValue:
    def number(text: str | None) -> Decimal | None:
        return Decimal(text) if text else None

    facts = {"source_text": SOURCE, "geography": PLACE, "period_from": PreciseDate.of_year(year)}
    if value is None:
        return IndicatorValue(
            **facts, status=Status.MISSING, note="Undersökningen gjordes inte det året."
        )
    status = Status.PRELIMINARY if back == 1 else Status.FINAL
    return IndicatorValue(
        **facts, status=status, value=number(value), low=number(low), high=number(high)
    )

"""Example indicators with everything that a series of figures can have."""

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
# Another place to compare with, asked so many that the figures are surer.
COMPARED_WITH = "Exempellandet"
COMPARISON = [
    (9, "24.9", "24.3", "25.5"),
    (8, "24.1", "23.5", "24.7"),
    (7, "23.8", "23.2", "24.4"),
    (6, "23.0", "22.4", "23.6"),
    (5, "23.3", "22.7", "23.9"),
    (4, "26.8", "26.2", "27.4"),
    (3, "26.1", "25.5", "26.7"),
    (2, "25.6", "25.0", "26.2"),
    (1, "25.1", "24.5", "25.7"),
]
# The newest figure for groups: value, lowest, highest, and how many answered.
GROUPS = {"kvinnor": ("26.4", "21.2", "31.6", 277), "män": ("12.2", "8.2", "16.2", 259)}
# So few of them answered that their figure is held back.
TOO_FEW = "16–19 år"


# Reports in each quarter, the oldest first; nobody counted in one of them.
REPORTS = [14, 9, 11, 23, 16, 8, None, 21, 13, 7, 9, 17]


def count_reports(layout: Layout, record: Record) -> IndicatorPage:
    """Put an indicator of things that are counted, which bars show, below the plan."""
    first = record.today.year - len(REPORTS) // 4
    indicator = IndicatorPage(
        title="Hur många anmäler trasig belysning i Exempelkommun?",
        slug="trasig-belysning-i-exempelkommun",
        summary="En påhittad serie som visar staplar för varje kvartal.",
        unit="anmälningar",
        direction=IndicatorPage.Direction.NONE,
        definition="<p>Antalet anmälningar till Exempelförvaltningen.</p>",
        caution="<p>Fler anmälningar kan betyda att fler lampor är trasiga, eller att fler anmäler "
        "dem.</p>",
        **MADE_UP,
    )
    indicator.values = [
        IndicatorValue(
            period_from=PreciseDate.of_quarter(first + place // 4, place % 4 + 1),
            geography=PLACE,
            value=count,
            status=Status.MISSING if count is None else Status.FINAL,
            note="Anmälningarna räknades inte." if count is None else "",
            source_text="Påhittat register",
        )
        for place, count in enumerate(REPORTS)
    ]
    return record.page(layout.indicators, indicator, record.day(-90))


def measure_safety(layout: Layout, record: Record) -> IndicatorPage:
    """Put the indicator below the plan."""
    year = record.today.year
    indicator = IndicatorPage(
        title="Hur många i Exempelkommun är otrygga när de går ut sent?",
        slug="otrygga-sent-i-exempelkommun",
        summary="En påhittad serie som visar hur osäkerhet, avbrott och saknade värden ser ut.",
        unit="procent",
        place=PLACE,
        direction=IndicatorPage.Direction.DOWN,
        definition="<p>Andelen som svarar att de är ganska eller mycket otrygga när de går ut sent "
        "på kvällen i området där de bor.</p>",
        caution="<p>Få svarar i en liten kommun. En skillnad på några procentenheter mellan två år "
        "kan bero på slumpen.</p>",
        **MADE_UP,
    )
    indicator.values = [
        *(_value(year, *figures) for figures in SERIES),
        *(_value(year, *figures, geography=COMPARED_WITH) for figures in COMPARISON),
        *(
            _value(year, 1, *figures, group=group, base=base)
            for group, (*figures, base) in GROUPS.items()
        ),
        IndicatorValue(
            period_from=PreciseDate.of_year(year - 1),
            geography=PLACE,
            group=TOO_FEW,
            status=Status.SUPPRESSED,
            note="Färre än tio i gruppen svarade.",
            source_text=SOURCE,
        ),
    ]
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


def _value(
    this_year: int,
    back: int,
    value: str | None,
    low: str | None,
    high: str | None,
    **facts: object,
) -> IndicatorValue:
    def number(text: str | None) -> Decimal | None:
        return Decimal(text) if text else None

    year = PreciseDate.of_year(this_year - back)
    facts = {"source_text": SOURCE, "geography": PLACE, "period_from": year, **facts}
    if value is None:
        return IndicatorValue(
            **facts, status=Status.MISSING, note="Undersökningen gjordes inte det året."
        )
    status = Status.PRELIMINARY if back == 1 else Status.FINAL
    return IndicatorValue(
        **facts, status=status, value=number(value), low=number(low), high=number(high)
    )

"""Example measures in every state, and what their status updates have told over two years."""

from actionplan.freshness import FollowUpInterval
from actionplan.models import FocusAreaPage, IndicatorPage, MeasurePage
from actionplan.models.measure import PreventionKind, PreventionLevel
from actionplan.status import MeasureStatus, Outcome
from foundation.corrections import Correction
from foundation.precise_date import PreciseDate
from home.demo.blocks import picture, points, text
from home.demo.examples.example import Example
from home.demo.examples.register import MADE_UP, Register
from home.demo.record import Record
from home.layout import Layout

CANCELLED, DONE = MeasureStatus.CANCELLED, MeasureStatus.DONE
MERGED, ONGOING = MeasureStatus.MERGED, MeasureStatus.ONGOING
PAUSED, PLANNED = MeasureStatus.PAUSED, MeasureStatus.PLANNED

CORRECTED = -40


def take_measures(
    areas: dict[str, FocusAreaPage], record: Record, register: Register, indicator: IndicatorPage
) -> dict[str, MeasurePage]:
    """Put the example measures below their areas; the measures by slug."""
    measures: dict[str, MeasurePage] = {}
    for example in examples(record, register, indicator, measures):
        measures[example.slug] = example.put_below(areas[example.area], record, register)
    return measures


def plan_no_measures(layout: Layout, record: Record) -> None:
    """Put an area below the plan for which no measure is published yet."""
    area = FocusAreaPage(
        title="Trygga äldre",
        slug="trygga-aldre",
        summary="Färre äldre ska bli lurade på pengar.",
        problem="Den som blir lurad förlorar både pengar och tillit till andra.",
        **MADE_UP,
    )
    record.page(layout.plan, area, record.day(-60))


def examples(record: Record, register: Register, indicator: IndicatorPage, measures: dict):
    """The measures one by one, so that one that goes on in another comes after it."""

    def month(offset: int) -> PreciseDate:
        day = record.day(offset)
        return PreciseDate.of_month(day.year, day.month)

    def quarter(offset: int) -> PreciseDate:
        day = record.day(offset)
        return PreciseDate.of_quarter(day.year, (day.month + 2) // 3)

    yield Example(
        "skola-och-framtid",
        "laxhjalp-pa-biblioteket",
        -720,
        {
            "title": "Läxhjälp på biblioteket",
            "summary": "Elever får hjälp med läxorna på biblioteket två eftermiddagar i veckan.",
            "problem": "Elever som halkar efter i skolan löper större risk att dras in i brott.",
            "goal": "Fler elever klarar alla ämnen.",
            "body": [
                text("Pensionerade lärare och studenter hjälper till."),
                points("måndag kl. 15–18", "torsdag kl. 15–18"),
            ],
            "partners": [register.club],
            "target_groups": [register.children],
            "is_continuous": True,
            "starts": month(-640),
            "follow_up_how": "Antalet besök räknas och eleverna får svara på en enkät.",
            "follow_up_interval": FollowUpInterval.HALF_YEAR,
            "prevention_kind": PreventionKind.SOCIAL,
            "prevention_level": PreventionLevel.UNIVERSAL,
        },
        [
            (-700, PLANNED, "Lokalen är bokad och vi söker vuxna som vill hjälpa till."),
            (-620, ONGOING, "Läxhjälpen har öppnat. Första veckan kom 14 elever."),
            (-410, ONGOING, "I snitt kommer 22 elever varje gång."),
            (-190, ONGOING, "Läxhjälpen har öppet två eftermiddagar i veckan i stället för en."),
            (-25, ONGOING, "Fler flickor än pojkar kommer. Nästa termin bjuder vi in klassvis."),
        ],
    )
    yield Example(
        "skola-och-framtid",
        "narvaroteam",
        -700,
        {
            "title": "Ett team som ringer hem vid frånvaro",
            "summary": "Skolan hör av sig samma dag när en elev är borta utan förklaring.",
            "goal": "Den ogiltiga frånvaron halveras.",
            "starts": quarter(-640),
            "due": month(-120),
            "target_groups": [register.children, register.parents],
            "prevention_kind": PreventionKind.SOCIAL,
            "prevention_level": PreventionLevel.SELECTIVE,
        },
        [
            (-680, PLANNED, "Skolan anställer två personer till teamet."),
            (-600, ONGOING, "Teamet har börjat och ringer hem inom två timmar."),
            (
                -110,
                DONE,
                "Arbetssättet är nu en del av skolans vanliga arbete.",
                {
                    "outcome": Outcome.PARTLY,
                    "outcome_reason": "Frånvaron minskade med en tredjedel. Målet var hälften.",
                },
            ),
        ],
    )
    yield Example(
        "skola-och-framtid",
        "feriejobb",
        -520,
        {
            "title": "Feriejobb åt 40 ungdomar",
            "summary": "Ungdomar som har gått ut nian får jobba tre veckor på ett lov.",
            "goal": "40 ungdomar får ett feriejobb.",
            "starts": month(-300),
            "due": month(-85),
            "target_groups": [register.children],
            "follow_up_how": "Antalet jobb räknas när de tre veckorna är slut.",
            "prevention_kind": PreventionKind.SOCIAL,
        },
        [
            (-290, ONGOING, "Vi frågar alla förvaltningar hur många de kan ta emot."),
            (
                -88,
                DONE,
                "De tre veckorna är slut. Alla som fick jobb stannade hela tiden.",
                {
                    "outcome": Outcome.NOT_ACHIEVED,
                    "outcome_reason": "17 ungdomar fick jobb. Målet var 40.",
                },
            ),
        ],
    )
    yield Example(
        "trygga-platser",
        "nattvandring",
        -650,
        {
            "title": "Nattvandring med föreningarna",
            "summary": "Vuxna från föreningarna är ute på stan på fredagskvällar.",
            "goal": "Det finns alltid en trygg vuxen att prata med.",
            "partners": [register.club],
            "target_groups": [register.children],
            "starts": month(-600),
            "due": PreciseDate.of_year(record.day(500).year),
            "follow_up_how": "Föreningarna skriver ner vad de ser och hör.",
            "next_follow_up": month(-75),
            "indicators": [indicator],
            "prevention_kind": PreventionKind.BOTH,
        },
        [
            (-590, ONGOING, "Tolv vuxna har gått utbildningen och den första vandringen är gjord."),
            (-270, ONGOING, "Vandringarna sker nu varje fredag, utom på sommaren."),
        ],
    )
    yield Example(
        "trygga-platser",
        "fler-vuxna-ute",
        -640,
        {
            "title": "Fler vuxna ute på fredagskvällar",
            "summary": "Kommunens fältarbetare skulle vara ute på fredagskvällar.",
            "starts": month(-630),
            "due": month(-60),
        },
        [
            (-560, ONGOING, "Två fältarbetare är ute varannan fredag."),
            (
                -280,
                MERGED,
                "Fältarbetarna följer nu med på föreningarnas vandringar.",
                {
                    "reason": "Två åtgärder gjorde samma sak. Tillsammans når vi fler kvällar.",
                    "merged_into": measures.get("nattvandring"),
                },
            ),
        ],
    )
    yield Example(
        "trygga-platser",
        "belysning-exempelbacken",
        -500,
        {
            "title": "Ljusare gångväg vid Exempelbäcken",
            "summary": "Gångvägen får ny belysning så att fler vågar gå där på kvällen.",
            "problem": "Invånare säger att de tar omvägar för att slippa den mörka gångvägen.",
            "goal": "Hela gångvägen är upplyst.",
            "place": "Exempelbäcken",
            "starts": month(-470),
            "due": quarter(-100),
            "follow_up_how": "En trygghetsvandring före och en efter.",
            "follow_up_interval": FollowUpInterval.QUARTER,
            "indicators": [indicator],
            "prevention_kind": PreventionKind.SITUATIONAL,
            "prevention_level": PreventionLevel.UNIVERSAL,
            "corrections": [
                Correction(
                    corrected_on=record.day(CORRECTED),
                    what_changed="Gångvägen är 600 meter, inte 900.",
                    reason="Vi hade mätt en sträcka två gånger.",
                )
            ],
        },
        [
            (-450, PLANNED, "Trygghetsvandringen visade var det är mörkast."),
            (-230, ONGOING, "Grävningen har börjat. Gångvägen är öppen under tiden."),
            (
                -42,
                ONGOING,
                "Hälften av lyktorna är på plats. Resten är försenade från leverantören.",
                {"picture": [picture(register.path, "De första lyktorna lyser.")]},
            ),
        ],
        changed=CORRECTED,
    )
    yield Example(
        "trygga-platser",
        "trygghetsvandring-exempelparken",
        -430,
        {
            "title": "Trygghetsvandring i Exempelparken",
            "summary": "Invånare, polis och kommun gick igenom parken tillsammans.",
            "place": "Exempelparken",
            "starts": month(-200),
            "due": PreciseDate.of_day(record.day(-70)),
            "target_groups": [register.parents],
        },
        [
            (-180, ONGOING, "Vi har bjudit in alla som bor runt parken."),
            (
                -72,
                DONE,
                "35 personer kom. Vi fick en lista med elva saker att åtgärda.",
                {
                    "outcome": Outcome.ACHIEVED,
                    "outcome_reason": "Vandringen gjordes och alla synpunkter är besvarade.",
                },
            ),
        ],
    )
    yield Example(
        "trygga-platser",
        "kameror-exempeltorget",
        -540,
        {
            "title": "Kameror på Exempeltorget",
            "summary": "Kommunen prövade om kameror behövs på Exempeltorget.",
            "place": "Exempeltorget",
            "due": month(-150),
            "prevention_kind": PreventionKind.SITUATIONAL,
        },
        [
            (-510, ONGOING, "Vi undersöker om det finns skäl att bevaka torget."),
            (
                -240,
                CANCELLED,
                "Pengarna går i stället till belysning.",
                {"reason": "Undersökningen visade att kameror inte behövs på torget."},
            ),
        ],
    )
    yield Example(
        "unga-och-narkotika",
        "oppen-fritidsgard",
        -90,
        {
            "title": "Öppen fritidsgård med utbildade ledare",
            "summary": "Fritidsgården får öppet på helgerna, med ledare som kan se tidiga tecken.",
            "goal": "Unga har någonstans att vara där ingen säljer narkotika.",
            "starts": quarter(60),
            "due": PreciseDate.of_year(record.day(600).year),
            "next_follow_up": PreciseDate.of_day(record.day(14)),
            "target_groups": [register.children],
            "prevention_kind": PreventionKind.SOCIAL,
        },
    )
    yield Example(
        "unga-och-narkotika",
        "drogfri-fritidsgard",
        -670,
        {
            "title": "Drogfri fritidsgård",
            "summary": "Fritidsgården skulle få fler ledare på vardagskvällar.",
            "due": month(-95),
            "replaced_by": measures.get("oppen-fritidsgard"),
        },
        [
            (-610, ONGOING, "En ledare till är anställd."),
            (-100, ONGOING, "Besökarna vill hellre ha öppet på helgerna. Planen görs om."),
        ],
    )
    yield Example(
        "unga-och-narkotika",
        "foraldramoten",
        -480,
        {
            "title": "Föräldramöten om narkotika",
            "summary": "Alla föräldrar till barn i årskurs 7 bjuds in till ett möte.",
            "starts": month(-420),
            "due": month(200),
            "target_groups": [register.parents],
            "follow_up_interval": FollowUpInterval.HALF_YEAR,
        },
        [
            (-400, ONGOING, "Det första mötet är hållet. 48 föräldrar kom."),
            (
                -130,
                PAUSED,
                "Mötena börjar igen när en ny mötesledare är på plats.",
                {"reason": "Den som ledde mötena har slutat."},
            ),
        ],
    )
    yield Example(
        "trygga-relationer",
        "utbildning-for-personal",
        -380,
        {
            "title": "Utbildning för personal",
            "summary": "Personal som möter invånare lär sig att fråga och att lyssna.",
            "goal": "Alla som möter invånare vet hur de frågar och vart de hänvisar.",
            "starts": month(-330),
            "due": month(300),
            "follow_up_interval": FollowUpInterval.YEAR,
        },
        [
            (-320, ONGOING, "De första 40 har gått utbildningen."),
            (
                -55,
                ONGOING,
                "120 av 300 har gått utbildningen.",
                {
                    "outcome": Outcome.TOO_EARLY,
                    "outcome_reason": "Vi frågar deltagarna igen ett halvår efter utbildningen.",
                },
            ),
        ],
    )

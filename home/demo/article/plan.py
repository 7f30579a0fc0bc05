"""The plan, the areas that we have sorted its measures into, and the four measures."""

from actionplan.models import FocusAreaPage, MeasurePage
from foundation.precise_date import PreciseDate
from home.demo.article.register import Register
from home.demo.article.source import ARTICLE, GROUPING, PUBLISHED_ON
from home.demo.blocks import heading, text
from home.demo.record import Record
from home.layout import Layout

NOT_SAID = "Kommunens nyhet säger inte vem som svarar för åtgärden eller när den ska vara klar."


def write_the_plan(layout: Layout, record: Record, register: Register) -> list[MeasurePage]:
    """Fill in the decision, and put areas and measures below it; the measures, in order."""
    plan = record.fill(
        layout.plan,
        PUBLISHED_ON,
        official_name="Åtgärdsplan för brottsförebyggande arbete i Hagfors kommun",
        summary="Planen säger vad Hagfors kommun ska göra för att färre ska drabbas av brott. "
        "Kommunstyrelsen godkände den i juni 2024.",
        purpose="Brottsligheten i kommunen ska minska och samhället bli tryggare.",
        decided_by="Kommunstyrelsen",
        decided_on=PreciseDate.of_month(2024, 6),
        partners=[register.local_police],
        about_the_list="Kommunens nyhet ger exempel på planerade åtgärder. Listan är inte "
        "fullständig.",
        body=[
            heading("Därför finns planen"),
            text(
                "En lag från 2023 säger att kommuner ska analysera brottsligheten hos sig och ta "
                "fram en plan för att minska den."
            ),
            heading("Samarbete med polisen"),
            text("Arbetet med planen ska ske i nära samarbete med kommunpolisen."),
            heading("Så följs planen upp"),
            text(
                "Planen ska följas upp och insatserna utvärderas. Kommunens nyhet säger inte när "
                "eller hur."
            ),
        ],
        **ARTICLE,
    )

    def area(**content: object) -> FocusAreaPage:
        return record.page(plan, FocusAreaPage(**content, **GROUPING), PUBLISHED_ON)

    def measure(below: FocusAreaPage, **content: object) -> MeasurePage:
        return record.page(below, MeasurePage(**content, **ARTICLE), PUBLISHED_ON)

    return [
        measure(
            area(
                title="Skola och framtid",
                slug="skola-och-framtid",
                summary="Fler elever ska lämna årskurs 9 med betyg som räcker till gymnasiet.",
            ),
            title="Fler elever med betyg som räcker till gymnasiet",
            slug="betyg-till-gymnasiet",
            summary="Fler elever som går ut årskurs 9 ska ha betyg som ger behörighet till gymnasiet.",
            goal="Fler elever har gymnasiebehörighet när de går ut årskurs 9.",
            body=[
                text(
                    "Kommunen ska arbeta för att fler elever får godkänd gymnasiebehörighet. "
                    "Nyheten säger inte hur arbetet ska gå till.",
                    NOT_SAID,
                )
            ],
            target_groups=[register.pupils],
        ),
        measure(
            area(
                title="Trygga relationer",
                slug="trygga-relationer",
                safe_mode=True,
                safe_title="Trygga relationer",
                summary="Arbetet mot våld i nära relationer ska bli starkare.",
            ),
            title="Starkare arbete mot våld i nära relationer",
            slug="starkare-arbete",
            safe_title="En åtgärd i planen",
            summary="Kommunen ska arbeta mer mot våld i nära relationer och berätta brett om det.",
            body=[
                text(
                    "Arbetet ska ske genom bred kommunikation om våld i nära relationer: internt i "
                    "kommunens egen organisation och externt till invånarna.",
                    NOT_SAID,
                )
            ],
            target_groups=[register.residents, register.staff],
        ),
        measure(
            area(
                title="Trygga platser",
                slug="trygga-platser",
                summary="Invånarna ska känna sig trygga när de är ute. Torget i Hagfors är ett "
                "exempel.",
                problem="De flesta tycker att det är tryggt att bo i Hagfors kommun. Men 12 procent "
                "avstår på grund av otrygghet från att gå ut sent på kvällen, enligt kommunens "
                "nyhet i juli 2024.",
            ),
            title="Ett tryggare torg",
            slug="tryggare-torg",
            summary="Torget i Hagfors ska bli en trygg plats. Kommunen ska samarbeta mer med polisen "
            "och näringsidkare.",
            problem="Det är viktigt att invånarna känner sig trygga när de är ute i kommunen.",
            goal="Torget i Hagfors är en trygg plats.",
            body=[
                text(
                    "Kommunen, polisen och näringsidkare ska tillsammans prioritera vilka åtgärder "
                    "som behövs på torget. Nyheten nämner inga bestämda åtgärder där.",
                    NOT_SAID,
                )
            ],
            place="Torget i Hagfors",
            partners=[register.police, register.businesses],
            target_groups=[register.residents],
        ),
        measure(
            area(
                title="Unga och narkotika",
                slug="unga-och-narkotika",
                summary="Färre unga ska använda narkotika.",
                problem="Narkotika är ett problem i kommunen och leder ofta till brott, enligt "
                "kommunens verksamhetschef för enheten för sysselsättning. Hon hänvisar till "
                "statistik, men nyheten återger inga siffror.",
            ),
            title="En aktivitetsplan för unga och narkotika",
            slug="aktivitetsplan-unga-narkotika",
            summary="Kommunen ska ta fram en aktivitetsplan för arbetet med ungdomar och narkotika.",
            goal="Narkotika används mindre i unga åldrar.",
            body=[
                text(
                    "Insatserna ska framför allt riktas till ungdomar. Mycket är vunnet om "
                    "användningen minskar redan i unga åldrar.",
                    NOT_SAID,
                )
            ],
            target_groups=[register.young],
        ),
    ]

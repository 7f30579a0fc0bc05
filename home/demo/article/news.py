"""The article itself, retold. What was said there is told as indirect speech: nobody is quoted."""

from actionplan.models import IndicatorPage, MeasurePage
from home.demo.article.source import ARTICLE, BRA_URL, PUBLISHED_ON
from home.demo.article.survey import FIGURE
from home.demo.blocks import heading, links, picture, text
from home.demo.pictures import drawn, square
from home.demo.record import Record
from home.layout import Layout
from news.models import NewsMeasure, NewsPage


def tell_the_news(layout: Layout, record: Record, measures: list[MeasurePage]) -> None:
    """Put the article into the news, on the day of the original."""
    image = record.thing(
        drawn(square, "Ett torg på kvällen", "Ett torg mellan färgade hus, med tända gatlyktor.")
    )
    article = NewsPage(
        title="Så ska brottsligheten minska i Hagfors kommun",
        slug="sa-ska-brottsligheten-minska",
        published_on=PUBLISHED_ON,
        summary="Kommunstyrelsen godkände i juni 2024 en plan för det brottsförebyggande arbetet. "
        "Den handlar bland annat om skolan, torget och narkotika bland unga.",
        picture=[picture(image, "Ett torg, tecknat. Torget i Hagfors ska bli tryggare.")],
        body=[
            text(
                "En lag från 2023 gör kommunerna ansvariga för att förebygga brott. De ska analysera "
                "läget och ta fram en plan.",
                "Ann-Sofie Ronacher är verksamhetschef för enheten för sysselsättning och med i "
                "gruppen som ansvarar för arbetet. Hon nämner några av åtgärderna. Fler elever ska "
                "gå ut årskurs 9 med betyg som räcker till gymnasiet. Arbetet mot våld i nära "
                "relationer ska bli starkare, genom bred kommunikation både inom kommunen och till "
                "invånarna.",
            ),
            heading("Tryggt att bo i Hagfors"),
            text(
                "De allra flesta tycker att det är tryggt att bo i Hagfors kommun. Det visar den "
                "nationella trygghetsundersökningen."
            ),
            (
                "key_figure",
                {
                    "indicator": IndicatorPage.objects.get(slug=FIGURE),
                    "explanation": "svarar att de på grund av otrygghet avstår från att gå ut sent "
                    "på kvällen.",
                },
            ),
            text(
                "Trygghet finns också med i planen. Ann-Sofie Ronacher säger att det är viktigt att "
                "invånarna känner sig trygga ute, till exempel på torget. Där ska kommunen "
                "samarbeta mer med polisen och näringsidkare för att prioritera vad som behöver "
                "göras."
            ),
            heading("Mindre narkotika bland unga"),
            text(
                "Statistiken visar att narkotika är ett problem i kommunen och att den ofta leder "
                "till brott, enligt Ann-Sofie Ronacher. Framför allt behövs insatser för ungdomar, "
                "och mycket är vunnet om användningen minskar redan i unga åldrar. Därför ska "
                "kommunen ta fram en aktivitetsplan för arbetet med ungdomar och narkotika."
            ),
            heading("Samarbete med polisen"),
            text(
                "Åtgärderna ska genomföras i nära samarbete med kommunpolisen. Planen ska följas upp "
                "och insatserna utvärderas. Målet är mindre brottslighet och ett tryggare samhälle."
            ),
            links(
                "Läs mer",
                ("Nationella trygghetsundersökningen hos Brottsförebyggande rådet", BRA_URL),
                ("Åtgärdsplan för brottsförebyggande arbete i Hagfors kommun", layout.plan),
            ),
        ],
        **ARTICLE,
    )
    article.measure_links = [NewsMeasure(measure=measure) for measure in measures]
    record.page(layout.news, article, PUBLISHED_ON)

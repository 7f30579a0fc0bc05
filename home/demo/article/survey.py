"""The survey that the article refers to, and the one figure that it takes from it."""

from actionplan.models import IndicatorPage, IndicatorValue, SurveyPage
from home.demo.article.register import Register
from home.demo.article.source import ARTICLE, BRA_URL, PUBLISHED_ON
from home.demo.record import Record
from home.layout import Layout

FIGURE = "avstar-fran-att-ga-ut"


def point_to_the_survey(layout: Layout, record: Record, register: Register) -> SurveyPage:
    """Put the survey and the figure below the plan; the survey."""
    survey = record.page(
        layout.surveys,
        SurveyPage(
            title="Nationella trygghetsundersökningen (NTU)",
            slug="nationella-trygghetsundersokningen",
            summary="Brottsförebyggande rådet frågar varje år människor i hela landet om utsatthet "
            "för brott, trygghet och förtroende för rättsväsendet.",
            organiser=register.survey_authority,
            period="Varje år sedan 2006",
            population="Ett urval av invånare i åldern 16–84 år, omkring 200 000 personer sedan 2017.",
            used_for="Kommunen hänvisar till undersökningen när den berättar hur tryggt det är att "
            "bo i Hagfors.",
            website=BRA_URL,
            website_label="Brottsförebyggande rådets webbplats",
            source_text="Brottsförebyggande rådet",
            source_url=BRA_URL,
        ),
        PUBLISHED_ON,
    )
    indicator = IndicatorPage(
        title="Hur många avstår från att gå ut sent på kvällen på grund av otrygghet?",
        slug=FIGURE,
        summary="12 procent, enligt kommunens nyhet i juli 2024.",
        unit="procent",
        definition="<p>Andelen som svarar att de på grund av otrygghet avstår från att gå ut sent på "
        "kvällen i Hagfors.</p>",
        caution="<p>Kommunens nyhet säger inte vilket år undersökningen gjordes, hur många som "
        "svarade eller hur säker siffran är. Den ska därför inte jämföras med andra siffror.</p>",
        survey=survey,
        **ARTICLE,
    )
    indicator.values = [
        IndicatorValue(
            value=12,
            geography="Hagfors",
            note="År, antal svar och felmarginal är inte kända.",
            source_text="Nationella trygghetsundersökningen, enligt kommunens nyhet 2 juli 2024",
            source_url=ARTICLE["source_url"],
        )
    ]
    record.page(layout.indicators, indicator, PUBLISHED_ON)
    return survey

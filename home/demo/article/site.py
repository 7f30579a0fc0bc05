"""The pages about the whole: start page, and what this website is."""

from actionplan.models import SurveyPage
from home.demo.article.source import ARTICLE, MUNICIPALITY, PUBLISHED_ON, URL
from home.demo.blocks import heading, links, text
from home.demo.record import Record
from home.layout import Layout


def introduce_the_site(layout: Layout, record: Record, survey: SurveyPage) -> None:
    """Say whose plan it is, on the start page what it is for, and on the page about it what this is."""
    record.settle(**MUNICIPALITY)
    record.fill(
        layout.home,
        PUBLISHED_ON,
        heading="Så arbetar Hagfors för att färre ska drabbas av brott",
        summary="I juni 2024 godkände kommunstyrelsen en åtgärdsplan för brottsförebyggande arbete. "
        "Här kan du följa vad som ska göras, vem som svarar för det och hur det går.",
        key_figure_indicator=survey.indicators.get(),
        key_figure_meaning="avstår på grund av otrygghet från att gå ut sent på kvällen.",
        key_figure_page=survey,
        **ARTICLE,
    )
    record.fill(
        layout.about,
        PUBLISHED_ON,
        summary="Det här är en demonstration av hur en kommun kan berätta om sin plan mot brott.",
        body=[
            heading("Vad som är hämtat från Hagfors kommun"),
            text(
                "Det som står här om Hagfors kommuns plan kommer från kommunens nyhet den 2 juli "
                "2024, i våra egna ord. Indelningen i fokusområden är vår. Det som nyheten inte "
                "säger står inte heller här."
            ),
            links("Källa", ("Nyheten hos Hagfors kommun", URL)),
            heading("Vad som är påhittat"),
            text(
                "Allt annat är exempel som visar hur webbplatsen fungerar. Varje exempel är märkt med "
                "ordet Exempeldata. Exempel visas inte i sökmotorer och räknas inte som öppna data.",
                "Telefonnummer till stöd är aldrig påhittade.",
            ),
            heading("Lagen"),
            text(
                "Lagen om kommuners ansvar för brottsförebyggande arbete säger att kommunen ska "
                "sprida information om arbetet till invånarna."
            ),
        ],
    )

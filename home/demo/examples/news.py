"""Example articles, one with a quotation by a speaker who does not exist."""

from actionplan.models import IndicatorPage, MeasurePage
from home.demo.blocks import figure, file, heading, links, picture, points, table, text
from home.demo.examples.register import MADE_UP, Register
from home.demo.record import Record
from home.layout import Layout
from news.models import NewsMeasure, NewsPage


def tell_the_news(
    layout: Layout,
    record: Record,
    register: Register,
    measures: dict[str, MeasurePage],
    indicator: IndicatorPage,
) -> None:
    """Put the articles into the news."""
    walk = measures["trygghetsvandring-exempelparken"]
    light = measures["belysning-exempelbacken"]
    homework = measures["laxhjalp-pa-biblioteket"]
    for offset, about, content in (
        (
            -68,
            walk,
            {
                "title": "35 invånare gick trygghetsvandring i Exempelparken",
                "slug": "trygghetsvandring-i-exempelparken",
                "summary": "Tillsammans hittade de elva saker som kan göra parken tryggare. "
                "Flera är redan åtgärdade.",
                "picture": [
                    picture(register.park, "Bänken vid vattnet flyttas närmare gångvägen.")
                ],
                "body": [
                    text(
                        "Vandringen gick genom hela parken medan det mörknade. I den senaste mätningen "
                        f"svarar {figure(indicator, '19 procent')} att de är otrygga när de går ut sent."
                    ),
                    (
                        "quote",
                        {
                            "text": "Det var bra att gå tillsammans. Vi såg saker som man inte ser "
                            "på en karta.",
                            "speaker": "Kim Exempelsson",
                            "role": "samordnare, Exempelförvaltningen",
                        },
                    ),
                    heading("Det här görs nu"),
                    points("Buskarna vid lekplatsen klipps.", "Tre trasiga lampor byts."),
                    file(register.found_on_the_walk),
                    links("Läs mer", ("Åtgärden i planen", walk)),
                ],
            },
        ),
        (
            -41,
            light,
            {
                "title": "De första lyktorna lyser vid Exempelbäcken",
                "slug": "de-forsta-lyktorna-lyser",
                "summary": "Hälften av gångvägen har fått ny belysning. Resten blir klar när "
                "leveransen kommer.",
                "picture": [picture(register.path, "Gångvägen har fått nya lyktor.")],
                "body": [
                    text("Gångvägen är 600 meter lång och får 30 lyktor."),
                    table(
                        "Lyktor vid Exempelbäcken",
                        [("text", "Sträcka"), ("number", "Lyktor"), ("text", "Läge")],
                        [("Norra delen", 15, "På plats"), ("Södra delen", 15, "Beställda")],
                    ),
                ],
            },
        ),
        (
            -24,
            homework,
            {
                "title": "Allt fler får läxhjälp",
                "slug": "allt-fler-far-laxhjalp",
                "summary": "Läxhjälpen på biblioteket har öppet två eftermiddagar i veckan.",
                "body": [
                    text("Nästa termin bjuds eleverna in klassvis."),
                    (
                        "fact_box",
                        {
                            "heading": "Så fungerar läxhjälpen",
                            "text": "<p>Kom när du vill mellan klockan 15 och 18. Det är gratis.</p>",
                        },
                    ),
                ],
            },
        ),
    ):
        article = NewsPage(**content, published_on=record.day(offset), **MADE_UP)
        article.measure_links = [NewsMeasure(measure=about)]
        record.page(layout.news, article, record.day(offset))

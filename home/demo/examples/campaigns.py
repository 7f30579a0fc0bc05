"""Two example campaigns, one that is over and one that goes on."""

from actionplan.models import MeasurePage
from home.demo.blocks import text
from home.demo.examples.register import MADE_UP, Register
from home.demo.record import Record
from home.layout import Layout
from news.models import (
    CampaignActivity,
    CampaignMaterial,
    CampaignMeasure,
    CampaignMessage,
    CampaignPage,
    InternalMessage,
)


def run_campaigns(
    layout: Layout, record: Record, register: Register, measures: dict[str, MeasurePage]
) -> None:
    """Put the campaigns below the page about support."""
    measure = measures["utbildning-for-personal"]
    ended = CampaignPage(
        title="En vecka om att våga fråga",
        slug="en-vecka",
        summary="En kampanj om att fråga den man är orolig för.",
        purpose="Fler ska våga fråga, och veta vart man kan vända sig.",
        audience="alla som bor i Exempelkommun",
        starts_on=record.day(-206),
        ends_on=record.day(-200),
        result="<p>230 personer kom till bibliotekets kväll och 1 400 kort med telefonnummer delades "
        "ut.</p>",
        **MADE_UP,
    )
    ended.messages = [CampaignMessage(text="Fråga. Lyssna. Hjälp vidare.")]
    ended.activities = [
        CampaignActivity(
            day=record.day(-203),
            time="kl. 18–20",
            what="Öppen kväll om att våga fråga",
            place="Exempelbiblioteket",
        )
    ]
    current = CampaignPage(
        title="Ring någon som lyssnar",
        slug="ring-nagon",
        summary="Du behöver inte vara säker på vad du är med om för att ringa.",
        purpose="Fler som behöver stöd ska veta att det finns.",
        audience="alla som bor i Exempelkommun",
        internal_audience="Exempelförvaltningens personal",
        internal_channels="Exempelförvaltningens intranät\nMöten på arbetsplatsen",
        starts_on=record.day(-10),
        ends_on=record.day(18),
        body=[text("Affischer och kort med telefonnummer finns på bibliotek och vårdcentraler.")],
        **MADE_UP,
    )
    current.messages = [
        CampaignMessage(group="den som behöver stöd", text="Någon lyssnar på dig."),
        CampaignMessage(group="vänner och grannar", text="Fråga hur det är. Och vänta på svaret."),
    ]
    current.internal_messages = [
        InternalMessage(text="Ha alltid korten framme där besökare väntar.")
    ]
    current.activities = [
        CampaignActivity(
            day=record.day(4), time="kl. 17–19", what="Prata med oss", place="Exempelbiblioteket"
        )
    ]
    current.materials = [CampaignMaterial(title="Bild till affisch", picture=register.house)]
    for campaign, offset in ((ended, -215), (current, -12)):
        campaign.measure_links = [CampaignMeasure(measure=measure)]
        record.page(layout.support, campaign, record.day(offset))

"""Numbers to call, and the communication about violence that the article announces.

The support page stands here in English and easy to read too: both say what the Swedish one says.
"""

from actionplan.models import MeasurePage
from foundation.contacts import HelpContact
from foundation.languages import Language
from foundation.precise_date import PreciseDate
from home.demo.article.source import ARTICLE, PUBLISHED_ON
from home.demo.blocks import heading, text
from home.demo.record import Record
from home.layout import Layout
from news.models import CampaignMeasure, CampaignPage, SupportPage

TO_CHECK = "Kontrollera före publicering."
NCK = "Nationellt centrum för kvinnofrid (NCK)"
HIDDEN = HelpContact.PhoneBill.HIDDEN

# Help lines are never example data: these are real, and only as sure as their source and its date.
PUBLISHED = [
    {
        "name": "Nödsamtal",
        "phone": "112",
        "description": "När det är bråttom och någon är i fara.",
        "name_in_english": "Emergency services",
        "description_in_english": "When it is urgent and someone is in danger.",
        "source": "Söderhamns kommuns webbplats, utan datum",
        "sort_order": 10,
    },
    {
        "name": "Polisen",
        "phone": "114 14",
        "description": "När det inte är bråttom. Polisen kan också koppla till socialjouren.",
        "name_in_english": "The police",
        "description_in_english": "When it is not urgent. The police can also put you through to the "
        "social services on call.",
        "source": "Söderhamns kommuns webbplats och tillsammansmotvald.se, utan datum",
        "sort_order": 20,
    },
    {
        "name": "Kvinnofridslinjen",
        "phone": "020-50 50 50",
        "description": "Stöd för den som är utsatt för hot eller våld.",
        "description_in_english": "Support for anyone who is threatened or subjected to violence.",
        "hours": "dygnet runt",
        "hours_in_english": "around the clock",
        "languages": "tolk finns",
        "languages_in_english": "interpreters are available",
        "phone_bill": HIDDEN,
        "is_free": True,
        "source": f"{NCK}, 2024",
        "verified_on": PreciseDate.of_year(2024),
        "note": "Källan är från 2024, utan dag. Kontrollera, så visas öppettiderna igen.",
        "sort_order": 30,
    },
]
DRAFTS = [
    {
        "name": "Stödlinjen för män",
        "phone": "020-80 80 80",
        "hours": "alla dagar 7–21",
        "source": f"{NCK}, april 2024",
        "verified_on": PreciseDate.of_month(2024, 4),
        "note": TO_CHECK,
        "sort_order": 40,
    },
    {
        "name": "Stödlinjen för transpersoner",
        "phone": "020-55 00 00",
        "hours": "alla dagar 11–19",
        "source": f"{NCK}, april 2024",
        "verified_on": PreciseDate.of_month(2024, 4),
        "note": TO_CHECK,
        "sort_order": 50,
    },
    {
        "name": "Välj att sluta",
        "phone": "020-555 666",
        "description": "För den som själv använder våld eller är rädd för att göra det.",
        "hours": "vardagar, tiderna varierar",
        "source": f"{NCK}, 2021, och länsstyrelsen",
        "verified_on": PreciseDate.of_year(2021),
        "note": TO_CHECK,
        "sort_order": 60,
    },
    {
        "name": "Bris, för barn och unga",
        "phone": "116 111",
        "hours": "dygnet runt",
        "source": "Ingen källa är kontrollerad.",
        "note": TO_CHECK,
        "sort_order": 70,
    },
]


def offer_support(layout: Layout, record: Record, measures: list[MeasurePage]) -> None:
    """Publish the numbers that can stand, keep the others as drafts, and announce the campaign."""
    for facts in PUBLISHED:
        _add(record, facts, publish=True)
    for facts in DRAFTS:
        _add(record, facts, publish=False)
    for version in (_in_english(layout.support), _easy_to_read(layout.support)):
        record.page(layout.support, version, record.day(-1))
    campaign = CampaignPage(
        title="Kommunikation om våld i nära relationer",
        slug="kommunikation",
        summary="Kommunen ska berätta brett om våld i nära relationer, internt och till invånarna.",
        purpose="Arbetet mot våld i nära relationer ska bli starkare.",
        audience="invånare i kommunen",
        internal_audience="Kommunens egen organisation",
        body=[text("Kommunens nyhet säger inte när kommunikationen ska ske eller på vilket sätt.")],
        **ARTICLE,
    )
    vinr = next(measure for measure in measures if measure.in_safe_branch)
    campaign.measure_links = [CampaignMeasure(measure=vinr)]
    record.page(layout.support, campaign, PUBLISHED_ON)


def _in_english(original: SupportPage) -> SupportPage:
    """What the Swedish page says, in English."""
    return SupportPage(
        title="Support and advice",
        slug="english",
        safe_title="Support and advice",
        language=Language.ENGLISH,
        version_of=original,
        summary="Are you experiencing violence, or are you worried about someone? Help is available. "
        "Call 112 if someone is in danger.",
    )


def _easy_to_read(original: SupportPage) -> SupportPage:
    """What the Swedish page says, in short sentences and plain words."""
    return SupportPage(
        title="Stöd och råd på lättläst",
        slug="lattlast",
        safe_title="Stöd och råd på lättläst",
        language=Language.EASY_SWEDISH,
        version_of=original,
        summary="Är någon våldsam mot dig? Eller är du orolig för någon? Här finns nummer som du kan "
        "ringa. Ring 112 om någon är i fara.",
        body=[
            heading("Om någon kommer"),
            text(
                "Överst på sidan finns en knapp. Den heter Lämna sidan snabbt. Tryck på den om någon "
                "kommer. Då visas en annan sida.",
                "Men det syns ändå att du har varit här. Den som tittar i din telefon eller dator "
                "kan se det.",
            ),
        ],
    )


def _add(record: Record, facts: dict, *, publish: bool) -> None:
    contact = HelpContact.objects.create(**facts, live=False)
    revision = contact.save_revision()
    if publish:
        revision.publish()
    record.remember(HelpContact.objects.get(pk=contact.pk))

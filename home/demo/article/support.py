"""Numbers to call, and the communication about violence that the article announces."""

import datetime

from actionplan.models import MeasurePage
from foundation.contacts import HelpContact
from home.demo.article.source import ARTICLE, PUBLISHED_ON
from home.demo.blocks import text
from home.demo.record import Record
from home.layout import Layout
from news.models import CampaignMeasure, CampaignPage

TO_CHECK = "Kontrollera före publicering."
NCK = "Nationellt centrum för kvinnofrid (NCK)"
HIDDEN = HelpContact.PhoneBill.HIDDEN

# Help lines are never example data: these are real, and only as sure as their source and its date.
PUBLISHED = [
    {
        "name": "Nödsamtal",
        "phone": "112",
        "description": "När det är bråttom och någon är i fara.",
        "source": "Söderhamns kommuns webbplats, utan datum",
        "sort_order": 10,
    },
    {
        "name": "Polisen",
        "phone": "114 14",
        "description": "När det inte är bråttom. Polisen kan också koppla till socialjouren.",
        "source": "Söderhamns kommuns webbplats och tillsammansmotvald.se, utan datum",
        "sort_order": 20,
    },
    {
        "name": "Kvinnofridslinjen",
        "phone": "020-50 50 50",
        "description": "Stöd för den som är utsatt för hot eller våld, och för anhöriga.",
        "hours": "dygnet runt",
        "languages": "tolk finns",
        "phone_bill": HIDDEN,
        "is_free": True,
        "source": f"{NCK}, 2024",
        "verified_on": datetime.date(2024, 1, 1),
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
        "verified_on": datetime.date(2024, 4, 1),
        "note": TO_CHECK,
        "sort_order": 40,
    },
    {
        "name": "Stödlinjen för transpersoner",
        "phone": "020-55 00 00",
        "hours": "alla dagar 11–19",
        "source": f"{NCK}, april 2024",
        "verified_on": datetime.date(2024, 4, 1),
        "note": TO_CHECK,
        "sort_order": 50,
    },
    {
        "name": "Välj att sluta",
        "phone": "020-555 666",
        "description": "För den som själv använder våld eller är rädd för att göra det.",
        "hours": "vardagar, tiderna varierar",
        "source": f"{NCK}, 2021, och länsstyrelsen",
        "verified_on": datetime.date(2021, 1, 1),
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
    campaign = CampaignPage(
        title="Kommunikation om våld i nära relationer",
        slug="kommunikation",
        summary="Kommunen ska berätta brett om sitt arbete mot våld i nära relationer.",
        purpose="Arbetet mot våld i nära relationer ska bli starkare.",
        audience="invånare i kommunen",
        internal_audience="Kommunens egen organisation",
        body=[text("Kommunens nyhet säger inte när kommunikationen ska ske eller på vilket sätt.")],
        **ARTICLE,
    )
    vinr = next(measure for measure in measures if measure.in_safe_branch)
    campaign.measure_links = [CampaignMeasure(measure=vinr)]
    record.page(layout.support, campaign, PUBLISHED_ON)


def _add(record: Record, facts: dict, *, publish: bool) -> None:
    contact = HelpContact.objects.create(**facts, live=False)
    revision = contact.save_revision()
    if publish:
        revision.publish()
    record.remember(HelpContact.objects.get(pk=contact.pk))

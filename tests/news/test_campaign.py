"""A campaign as residents read it, before, while and after it goes on."""

import datetime

import pytest
import wagtail_factories
from django.core.exceptions import ValidationError
from django.utils import timezone

from news.models import (
    CampaignActivity,
    CampaignMaterial,
    CampaignMeasure,
    CampaignMessage,
    CampaignPage,
)
from news.models.campaign import CampaignStage
from tests.factories import CampaignPageFactory, HelpContactFactory, MeasurePageFactory

pytestmark = pytest.mark.django_db

FIRST, LAST = datetime.date(2025, 11, 24), datetime.date(2025, 11, 30)
DAY = datetime.timedelta(days=1)


def shown(client, page):
    """The text of the page, with spaces and line breaks evened out."""
    return " ".join(client.get(page.url).text.split())


def published(page):
    """The page, with what was added to it, as readers meet it."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (FIRST - DAY, CampaignStage.COMING),
        (FIRST, CampaignStage.CURRENT),
        (LAST, CampaignStage.CURRENT),
        (LAST + DAY, CampaignStage.ENDED),
    ],
)
def test_it_begins_and_ends_by_itself(support, day, stage):
    campaign = CampaignPageFactory(parent=support, starts_on=FIRST, ends_on=LAST)

    assert campaign.stage_on(day) == stage
    stages = CampaignPage.objects.by_stage(day)
    assert [key for key, campaigns in stages.items() if campaigns] == [stage]


def test_a_half_written_one_has_not_come_yet(support):
    campaign = CampaignPageFactory(parent=support, starts_on=None, ends_on=None, live=False)

    assert campaign.stage_on(FIRST) == CampaignStage.COMING


def test_after_its_end_it_says_so_and_tells_the_result(client, support):
    campaign = CampaignPageFactory(
        parent=support, starts_on=FIRST, ends_on=LAST, result="<p>Fler ringde.</p>"
    )

    text = shown(client, campaign)

    assert "Kampanjen är avslutad." in text
    assert "Vad kampanjen ledde till" in text
    assert "Fler ringde." in text
    assert "Pågår" not in text


def test_while_it_goes_on_the_result_waits(client, support):
    today = timezone.localdate()
    campaign = CampaignPageFactory(
        parent=support, starts_on=today, ends_on=today, result="<p>Fler ringde.</p>"
    )

    text = shown(client, campaign)

    assert "avslutad" not in text
    assert "Fler ringde." not in text


def test_it_tells_residents_what_when_where_and_why(client, support, focus_area):
    campaign = CampaignPageFactory(parent=support, audience="alla som bor i kommunen")
    document = wagtail_factories.DocumentFactory(title="Affisch", file__filename="affisch.pdf")
    campaign.messages.add(CampaignMessage(group="unga", text="Du har rätt att säga nej."))
    campaign.activities.add(
        CampaignActivity(day=FIRST, time="kl. 17–19", what="Öppet hus", place="Biblioteket")
    )
    campaign.materials.add(CampaignMaterial(title="Affisch i A3", document=document))
    campaign.measure_links.add(
        CampaignMeasure(measure=MeasurePageFactory(parent=focus_area, title="Trygga hem"))
    )
    HelpContactFactory(phone="112")

    text = shown(client, published(campaign))

    for words in (
        "24–30 november 2025, för alla som bor i kommunen.",
        "Fler ska veta var det finns hjälp.",
        "<b>Till unga:</b> Du har rätt att säga nej.",
        "<h3>Öppet hus</h3> <p>kl. 17–19, Biblioteket</p>",
        "Affisch i A3 (Pdf, ",
        "Trygga hem",
        'href="tel:112"',
        "Knappen Lämna sidan snabbt tar dig härifrån direkt.",
    ):
        assert words in text


def test_it_costs_the_same_with_much_in_it(
    client, support, focus_area, django_assert_max_num_queries
):
    campaign = CampaignPageFactory(parent=support)
    for _ in range(5):
        document = wagtail_factories.DocumentFactory()
        campaign.materials.add(CampaignMaterial(title="Affisch", document=document))
        campaign.messages.add(CampaignMessage(text="Du är inte ensam."))
        campaign.activities.add(CampaignActivity(day=FIRST, what="Öppet hus"))
        campaign.measure_links.add(CampaignMeasure(measure=MeasurePageFactory(parent=focus_area)))
    published(campaign)
    client.get(campaign.url)

    with django_assert_max_num_queries(8):
        client.get(campaign.url)


def refusal(campaign):
    """Which fields stop the campaign from being published."""
    with pytest.raises(ValidationError) as refused:
        campaign.save_revision().publish()
    return set(refused.value.message_dict)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"summary": " "}, "summary"),
        ({"purpose": ""}, "purpose"),
        ({"starts_on": None}, "starts_on"),
        ({"ends_on": None}, "ends_on"),
        ({"ends_on": FIRST - DAY}, "ends_on"),
        ({"slug": "en-vecka-fri-fran-vald"}, "slug"),
    ],
)
def test_a_campaign_that_lacks_something_is_refused(support, values, field):
    campaign = CampaignPageFactory(
        parent=support, live=False, **{"starts_on": FIRST, "ends_on": LAST, **values}
    )
    assert refusal(campaign) == {field}


def test_an_activity_outside_the_campaign_is_refused(support):
    campaign = CampaignPageFactory(parent=support, starts_on=FIRST, ends_on=LAST)
    campaign.activities.add(CampaignActivity(day=LAST + DAY, what="Öppet hus"))
    assert refusal(campaign) == {"activities"}


def test_material_that_is_nothing_or_has_a_telling_name_is_refused(support):
    campaign = CampaignPageFactory(parent=support)
    campaign.materials.add(CampaignMaterial(title="Affisch"))
    assert refusal(campaign) == {"materials"}

    campaign.refresh_from_db()
    telling = wagtail_factories.DocumentFactory(file__filename="vald-i-hemmet.pdf")
    campaign.materials.add(CampaignMaterial(title="Affisch", document=telling))
    assert refusal(campaign) == {"materials"}


def test_a_campaign_that_is_only_announced_needs_no_time(support, client):
    campaign = CampaignPageFactory(parent=support, starts_on=None, ends_on=None)

    assert campaign.stage_on(timezone.localdate()) is CampaignStage.COMING
    assert client.get(campaign.url).status_code == 200

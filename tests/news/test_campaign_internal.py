"""What a campaign says to staff stays in the admin."""

import datetime

import pytest
import wagtail_factories
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import models
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.search.models import IndexEntry

from news.models import (
    CampaignMaterial,
    CampaignPage,
    InternalActivity,
    InternalMaterial,
    InternalMessage,
)
from tests import noting
from tests.factories import CampaignPageFactory

pytestmark = pytest.mark.django_db

TOKEN = "Xylofonhemlighet"
DAY = datetime.date(2025, 11, 26)


def internal_children():
    """The models of the campaign's internal parts."""
    return {
        relation.related_model
        for relation in get_all_child_relations(CampaignPage)
        if relation.get_accessor_name().startswith("internal_")
    }


def filled_in(model):
    """An internal part with the token in every text that it has."""
    texts = {
        field.name: TOKEN
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField)
    }
    return model(**texts, **({"day": DAY} if model is InternalActivity else {}))


@pytest.fixture
@noting.once
def campaign(support):
    """A public campaign, whose every internal field holds the token."""
    page = CampaignPageFactory(
        parent=support, internal_audience=f"{TOKEN} skolan", internal_channels=f"{TOKEN} intranät"
    )
    page.internal_messages.add(filled_in(InternalMessage))
    page.internal_activities.add(filled_in(InternalActivity))
    page.internal_materials.add(filled_in(InternalMaterial))
    page.save_revision().publish()
    return CampaignPage.objects.get(pk=page.pk)


def test_every_internal_part_is_named_as_one(campaign):
    assert internal_children() == {InternalMessage, InternalActivity, InternalMaterial}
    named = {
        field.name for field in CampaignPage._meta.get_fields() if field.name.startswith("internal")
    }
    assert named == set(CampaignPage.internal_fields)
    for relation in ("internal_messages", "internal_activities", "internal_materials"):
        assert getattr(campaign, relation).count() == 1


@pytest.mark.parametrize("address", ["/", "/stod-och-rad/", "/stod-och-rad/orange-vecka/"])
def test_no_page_tells_it(client, campaign, address):
    response = client.get(address)

    assert response.status_code == 200
    assert TOKEN.lower() not in response.text.lower()


def test_residents_are_told_only_that_staff_are_informed(client, campaign, support):
    today = timezone.localdate()
    values = {"parent": support, "starts_on": today, "ends_on": today}
    told = CampaignPageFactory(**values, slug="en", internal_audience="skolan")
    not_told = CampaignPageFactory(**values, slug="annan")

    assert "Kommunens personal informerades också." in client.get(campaign.url).text
    assert "Kommunens personal informeras också." in client.get(told.url).text
    assert "Kommunens personal" not in client.get(not_told.url).text


def test_searching_does_not_find_it(campaign):
    assert not CampaignPage.objects.search(TOKEN)
    for entry in IndexEntry.objects.all():
        assert TOKEN.lower() not in str(vars(entry)).lower()


def test_the_search_page_does_not_lead_to_it(client, campaign):
    call_command("index_pages", verbosity=0)

    assert campaign.url in client.get("/sok/", {"q": "Orange vecka"}).text
    assert campaign.url not in client.get("/sok/", {"q": TOKEN}).text


def test_the_sitemap_does_not_tell_it(client, campaign):
    assert TOKEN.lower() not in client.get("/sitemap.xml").text.lower()


def test_a_change_that_only_staff_see_moves_no_date(campaign):
    changed_at = campaign.changed_at
    campaign.internal_channels = "Personalmöte"
    campaign.internal_messages.add(InternalMessage(text="Kom i tid."))
    campaign.save_revision().publish()

    campaign.refresh_from_db()
    assert campaign.changed_at == changed_at
    assert campaign.internal_messages.count() == 2


def test_an_internal_file_is_handed_only_to_those_who_work_here(client, campaign):
    document = wagtail_factories.DocumentFactory(title="Talepunkter", file__data=b"Text")
    campaign.internal_materials.add(InternalMaterial(title="Talepunkter", document=document))
    campaign.save_revision().publish()

    assert client.get(document.url).status_code == 404
    client.force_login(get_user_model().objects.create_superuser("chef", password="lösenord"))
    assert client.get(document.url).getvalue()


def test_an_internal_file_is_not_handed_out_because_it_is_public_too(client, campaign):
    document = wagtail_factories.DocumentFactory(title="Talepunkter", file__data=b"Text")
    campaign.internal_materials.add(InternalMaterial(title="Talepunkter", document=document))
    campaign.materials.add(CampaignMaterial(title="Talepunkter", document=document))
    campaign.save_revision().publish()

    assert client.get(document.url).status_code == 404


def test_an_internal_file_of_a_draft_is_handed_to_nobody_else(client, support):
    document = wagtail_factories.DocumentFactory(title="Talepunkter", file__data=b"Text")
    draft = CampaignPageFactory(parent=support, live=False)
    draft.internal_materials.add(InternalMaterial(title="Talepunkter", document=document))
    draft.save_revision()

    assert client.get(document.url).status_code == 404


def test_messages_to_staff_say_which_staff(support):
    campaign = CampaignPageFactory(parent=support)
    campaign.internal_messages.add(InternalMessage(text="Berätta för era klasser."))

    with pytest.raises(ValidationError) as refused:
        campaign.save_revision().publish()
    assert "vilka i personalen" in refused.value.message_dict["internal_messages"][0]

"""No date of what has happened lies in the future, whichever thing it stands on."""

import datetime

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone

from actionplan.models import IndicatorValue, MeasurePage, PlanPage, StatusUpdatePage
from foundation.contacts import HelpContact
from foundation.corrections import Correction
from foundation.precise_date import PreciseDate, PreciseDateField
from home.models import AccessibilityStatementPage
from news.models import NewsPage
from tests.admin_forms import edit_address, errors_in, opened_form
from tests.factories import HelpContactFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
OURS = {"accounts", "foundation", "actionplan", "news", "home", "search"}

# What has happened, besides the review and the source of every page.
HAPPENED = {
    (PlanPage, "decided_on"),
    (StatusUpdatePage, "fact_on"),
    (NewsPage, "published_on"),
    (IndicatorValue, "period_from"),
    (IndicatorValue, "period_to"),
    (AccessibilityStatementPage, "assessed_on"),
    (AccessibilityStatementPage, "statement_updated_on"),
    (Correction, "corrected_on"),
    (HelpContact, "verified_on"),
}
# What is planned, announced, or written down by the site itself.
MAY_COME = {
    "PlanPage": {"starts", "ends"},
    "MeasurePage": {"starts", "due", "next_follow_up"},
    "IndicatorTarget": {"by"},
    "SeriesBreak": {"at"},
    "CampaignPage": {"starts_on", "ends_on"},
    "CampaignActivity": {"day"},
    "InternalActivity": {"day"},
    "DailyErrand": {"asked_on"},
    "EarlierValue": {"period_from", "period_to"},
    "ValueBatch": {"retrieved_on"},
    "SiteSettings": {"security_contact_until"},
    "OutsideLink": {"asked_on", "answered_on", "failing_since"},
}


def editable_dates():
    """Every date that an editor writes, in all of the site's own models."""
    return {
        (model, field.name)
        for model in apps.get_models()
        if model._meta.app_label in OURS
        for field in model._meta.get_fields()
        if field.concrete and field.editable and not isinstance(field, models.DateTimeField)
        if isinstance(field, models.DateField | PreciseDateField)
    }


DATES = sorted(editable_dates(), key=lambda date: (date[0].__name__, date[1]))
PAST = [(model, name) for model, name in DATES if name not in MAY_COME.get(model.__name__, ())]


def refusals(model, name, day):
    """What is said at the date when the thing that bears it is to be public."""
    if isinstance(model._meta.get_field(name), PreciseDateField):
        day = PreciseDate.of_day(day)
    thing = model(**{name: day})
    if model is IndicatorValue:
        thing.value = 12
        thing.period_from = thing.period_from or PreciseDate.of_year(2020)
    return thing.publication_errors().get(name, [])


def test_every_date_is_known_to_have_happened_or_to_be_able_to_come():
    everywhere = {(model, name) for model, name in PAST if name in ("reviewed_on", "source_on")}

    assert set(PAST) - everywhere == HAPPENED
    assert {model.__name__ for model, _ in everywhere} > {"HomePage", "MeasurePage", "NewsPage"}


@pytest.mark.parametrize(("model", "name"), PAST)
def test_tomorrow_is_refused_and_today_is_not(model, name):
    today = timezone.localdate()

    assert refusals(model, name, today) == []
    assert len(refusals(model, name, today + DAY)) == 1


def test_a_period_that_has_begun_has_come():
    today = timezone.localdate()
    plan = PlanPage(decided_on=PreciseDate.of_year(today.year))
    assert plan.publication_errors() == {}

    plan.decided_on = PreciseDate.of_year(today.year + 1)
    assert plan.publication_errors() == {
        "decided_on": ["”Beslutsdatum” ligger i framtiden. Skriv i dag eller en tidigare dag."]
    }


def test_that_there_will_be_no_figure_can_be_known_before(plan):
    coming = PreciseDate.of_year(timezone.localdate().year + 1)
    value = IndicatorValue(geography="Exempelkommun", status="missing", period_from=coming)

    assert value.publication_errors() == {}


def test_the_form_of_a_page_keeps_it_as_a_draft_and_refuses_it_at_the_date(admin_client, measure):
    tomorrow = (timezone.localdate() + DAY).isoformat()
    data = opened_form(admin_client, edit_address(measure)) | {"reviewed_on": tomorrow}

    saved = admin_client.post(edit_address(measure), data, headers={"accept": "application/json"})
    refused = admin_client.post(edit_address(measure), data | {"action-publish": "1"})

    assert saved.json()["success"]
    assert "ligger i framtiden" in errors_in(refused)["reviewed_on"][0]
    assert MeasurePage.objects.get(pk=measure.pk).reviewed_on is None


def test_so_does_the_form_of_a_help_contact_and_every_other_way_to_publish_it(admin_client):
    contact = HelpContactFactory()
    contact.save_revision().publish()
    address = reverse(contact.snippet_viewset.get_url_name("edit"), args=[contact.pk])
    tomorrow = (timezone.localdate() + DAY).isoformat()
    data = opened_form(admin_client, address) | {"verified_on": tomorrow}

    saved = admin_client.post(address, data, headers={"accept": "application/json"})
    refused = admin_client.post(address, data | {"action-publish": "1"})

    assert saved.json()["success"]
    assert "”Kontrollerat” ligger i framtiden" in errors_in(refused)["verified_on"][0]
    with pytest.raises(ValidationError):
        HelpContact.objects.get(pk=contact.pk).latest_revision.publish()
    assert HelpContact.objects.get(pk=contact.pk).verified_on is None

"""A day that slips into another age is refused where it is written, in a draft too."""

import pytest
from django import forms
from django.urls import reverse
from wagtail.models import get_page_models

from foundation.days_in_forms import DayField, MomentField
from foundation.pages import BasePage
from foundation.precise_date.dates import YEAR_OUT_OF_RANGE
from tests.admin_forms import edit_address, errors_in, opened_form
from tests.factories import StatusUpdatePageFactory

OUR_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]


@pytest.mark.parametrize("model", OUR_TYPES, ids=lambda model: model.__name__)
def test_every_day_and_moment_in_a_form_knows_its_years(model):
    form = model.get_edit_handler().get_form_class()
    forms_of_page = [form, *(formset.form for formset in form.formsets.values())]
    fields = [field for one in forms_of_page for field in one.base_fields.values()]
    days = [field for field in fields if isinstance(field, forms.DateField | forms.DateTimeField)]

    assert len(days) > 2
    assert {type(field) for field in days} <= {DayField, MomentField}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "day", ["0001-01-01", "0202-11-28", "1899-12-31", "2101-01-01", "9999-12-31"]
)
def test_a_draft_keeps_no_day_that_no_page_can_show(admin_client, measure, day):
    update = StatusUpdatePageFactory(parent=measure)
    address = edit_address(update)
    data = opened_form(admin_client, address) | {"fact_on": day}

    saved = admin_client.post(address, data, headers={"accept": "application/json"})
    assert not saved.json()["success"]
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[update.pk])
    assert not admin_client.post(preview, data).json()["is_valid"]
    assert errors_in(admin_client.post(address, data))["fact_on"] == [YEAR_OUT_OF_RANGE]


@pytest.mark.django_db
@pytest.mark.parametrize("moment", ["0001-01-01 00:00", "9999-12-31 23:59"])
def test_a_schedule_is_of_our_time(admin_client, measure, moment):
    address = edit_address(measure)
    data = opened_form(admin_client, address) | {"expire_at": moment, "go_live_at": moment}

    refused = errors_in(admin_client.post(address, data))

    assert YEAR_OUT_OF_RANGE in refused["go_live_at"]
    assert YEAR_OUT_OF_RANGE in refused["expire_at"]

"""A page of the plan can be looked at before it is first saved, when nothing refers to it yet."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.admin_forms import opened_form
from tests.factories import IndicatorIndexPageFactory, SurveyIndexPageFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    "kind",
    ["planpage", "focusareapage", "indicatorpage", "surveypage"],
)
def test_every_kind_of_page_can_be_seen_before_it_is_first_saved(client, home, plan, kind):
    user = get_user_model().objects.create_superuser("admin", "admin@example.se", "hemligt")
    client.force_login(user)
    parent = {
        "planpage": lambda: home,
        "focusareapage": lambda: plan,
        "indicatorpage": lambda: IndicatorIndexPageFactory(parent=plan),
        "surveypage": lambda: SurveyIndexPageFactory(parent=plan),
    }[kind]()
    place = ["actionplan", kind, parent.pk]
    form = opened_form(client, reverse("wagtailadmin_pages:add", args=place))
    url = reverse("wagtailadmin_pages:preview_on_add", args=place)
    told = client.post(url, {**form, "title": "Något nytt", "slug": "nagot-nytt"}).json()

    assert told == {"is_valid": True, "is_available": True}
    assert "Något nytt" in client.get(url).text

"""A measure that is being edited can be looked at as it will be, with what is chosen in the form."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from foundation.contacts import TargetGroup
from tests.factories import OrganisationFactory


@pytest.mark.django_db
@pytest.mark.parametrize("on", ["add", "edit"])
def test_partners_and_groups_chosen_in_the_form_are_seen_before_they_are_saved(
    client, area, measure, on
):
    user = get_user_model().objects.create_superuser("admin", "admin@example.se", "hemligt")
    client.force_login(user)
    police = OrganisationFactory(name="Polisen")
    young = TargetGroup.objects.create(name="Ungdomar")
    where = {"add": ["actionplan", "measurepage", area.pk], "edit": [measure.pk]}[on]
    url = reverse(f"wagtailadmin_pages:preview_on_{on}", args=where)
    data = {
        "title": "Ett ljusare torg",
        "slug": "ett-ljusare-torg",
        "starts": "juni 2024",
        "body": streamfield([]),
        "corrections": inline_formset([]),
    }
    chosen = {"partners": [police.pk], "target_groups": [young.pk]}
    told = client.post(url, {**nested_form_data(data), **chosen}).json()
    page = client.get(url).text

    assert told == {"is_valid": True, "is_available": True}
    for words in ("Ett ljusare torg", "Polisen", "Ungdomar", "juni\u00a02024"):
        assert words in page

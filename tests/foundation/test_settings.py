"""The facts of the site are there from the beginning, and an exit leads away for good."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from foundation.settings import SiteSettings

pytestmark = pytest.mark.django_db


def test_they_are_there_before_anybody_has_written_anything():
    assert SiteSettings.objects.count() == 1


def test_reading_them_never_writes(client, django_assert_num_queries, home):
    SiteSettings.objects.all().delete()

    assert client.get("/").status_code == 200
    assert SiteSettings.objects.count() == 0


@pytest.mark.parametrize("address", ["https://www.smhi.se/", "https://www.vader.se/idag/"])
def test_an_ordinary_website_is_an_exit(address):
    SiteSettings(exit_url=address).full_clean()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://www.smhi.se/",
        "https://www.smhi.se/?q=1",
        "https://www.smhi.se/#a",
        "javascript:alert(1)",
        "/stod-och-rad/",
    ],
)
def test_what_tells_of_the_visit_or_leads_nowhere_is_none(address):
    with pytest.raises(ValidationError) as refusal:
        SiteSettings(exit_url=address).full_clean()

    assert list(refusal.value.message_dict) == ["exit_url"]


@pytest.mark.parametrize("code", ["178", "17830", "abcd", ""])
def test_a_municipality_has_a_code_of_four_digits(code):
    with pytest.raises(ValidationError):
        SiteSettings(municipality_code=code).full_clean()


def test_an_administrator_writes_them_in_the_admin(admin_client):
    address = reverse("wagtailsettings:edit", args=["foundation", "sitesettings"])

    html = admin_client.get(address, follow=True).content.decode()

    assert "kommunens namn" in html.lower()

"""The facts of the site are there from the beginning, and an exit leads away for good."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.blocks import StructBlockValidationError

from foundation.frame import current_frame
from foundation.navigation import MenuBlock, MenuItem
from foundation.settings import SiteSettings
from tests.factories import NewsIndexPageFactory
from tests.frame import put_in_menu
from tests.people import make_roles

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


def link(**targets):
    return (
        MenuBlock()
        .child_blocks["link"]
        .to_python({"page": None, "url": "", "label": "", **targets})
    )


@pytest.mark.parametrize(
    ("targets", "wrong"),
    [
        ({}, "url"),
        ({"url": "https://www.example.com/"}, "label"),
        ({"url": "example.com", "label": "Brå"}, "url"),
        ({"url": "javascript:alert(1)", "label": "Brå"}, "url"),
        ({"url": "//example.com/", "label": "Brå"}, "url"),
    ],
)
def test_a_link_in_the_menu_leads_to_one_place_and_says_where(targets, wrong):
    with pytest.raises(StructBlockValidationError) as refusal:
        MenuBlock().child_blocks["link"].clean(link(**targets))

    assert list(refusal.value.block_errors) == [wrong]


def test_a_link_leads_to_a_page_or_to_an_address_but_not_to_both(home):
    block = MenuBlock().child_blocks["link"]

    block.clean(link(page=home.pk))
    block.clean(link(url="/oppna-data/", label="Öppna data"))
    with pytest.raises(StructBlockValidationError):
        block.clean(link(page=home.pk, url="/sok/"))


def test_one_who_keeps_the_system_composes_the_menu_and_the_footer(client, home):
    news = NewsIndexPageFactory(parent=home)
    put_in_menu(home)
    make_roles()
    user = get_user_model().objects.create_user("forvaltare")
    user.groups.add(Group.objects.get(name="Systemförvaltare"))
    client.force_login(user)
    address = reverse("wagtailsettings:edit", args=["foundation", "sitesettings"])

    opened = client.get(address, follow=True)
    assert "Länkarna överst på varje sida" in opened.text
    form = opened.context["form"]
    data = {
        name: form[name].value() or "" for name in form.fields if name not in ("menu", "footer")
    }
    saved = client.post(
        opened.redirect_chain[-1][0],
        {
            **data,
            "menu-count": "1",
            "menu-0-deleted": "",
            "menu-0-order": "0",
            "menu-0-type": "link",
            "menu-0-value-page": str(news.pk),
            "menu-0-value-url": "",
            "menu-0-value-label": "Aktuellt",
            "footer-count": "0",
        },
    )

    assert saved.status_code == 302, saved.context["form"].errors
    assert current_frame().menu == [MenuItem("Aktuellt", "/nyheter/")]

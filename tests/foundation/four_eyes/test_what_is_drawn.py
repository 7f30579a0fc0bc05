"""While there are four eyes no role is shown a button that publishes directly."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from foundation.settings import SiteSettings
from home.roles import ROLES
from tests.factories import HelpContactFactory, MeasurePageFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(area):
    """The lists and forms that pages and help contacts are published from."""
    make_roles()
    measure = MeasurePageFactory(parent=area, live=False)
    measure.save_revision()
    line = HelpContactFactory()
    new = ["actionplan", "statusupdatepage", measure.pk]
    return [
        reverse("wagtailadmin_explore", args=[area.pk]),
        reverse("wagtailadmin_pages:edit", args=[measure.pk]),
        reverse("wagtailadmin_pages:add", args=new),
        reverse("atgarder:index"),
        reverse("wagtailsnippets_foundation_helpcontact:list"),
        reverse("wagtailsnippets_foundation_helpcontact:edit", args=[line.pk]),
        reverse("wagtailsnippets_foundation_helpcontact:add"),
    ]


def publishing(client, address):
    """The buttons and links of the page that would publish."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    buttons = page.select("[name=action-publish]")
    return [*buttons, *page.select('a[href$="/publish/"], a[href*="/publish/?"]')]


@pytest.mark.parametrize("role", [role.name for role in ROLES])
def test_no_list_and_no_form_shows_a_button_that_is_refused(role, places, client):
    client.force_login(member_of(role, name="kim"))
    with_two = {address for address in places if publishing(client, address)}
    SiteSettings.objects.update(four_eyes=True)
    with_four = {address for address in places if publishing(client, address)}

    assert len(with_two) >= 2
    assert with_four == set()

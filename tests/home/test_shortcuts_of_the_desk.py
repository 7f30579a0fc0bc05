"""The desk has a button for what each person does most, and none for what they may not do."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories import NewsIndexPageFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def buttons(client, home, measure):
    """The shortcuts of somebody who has the role, with where each leads."""

    def of(role):
        make_roles()
        client.force_login(member_of(role))
        soup = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
        return {one.text: one["href"] for one in soup.select(".desk__shortcuts a")}

    return of


@pytest.mark.parametrize("role", ["Kommunikatör", "Samordnare"])
def test_who_writes_comes_straight_to_the_forms(client, home, buttons, role):
    index = NewsIndexPageFactory(parent=home)

    found = buttons(role)

    assert found == {
        "Ny lägesrapport": reverse("atgarder:index"),
        "Ny nyhet": f"/redaktion/pages/add/news/newspage/{index.pk}/",
    }
    assert all(client.get(address).status_code == 200 for address in found.values())


def test_who_approves_begins_nothing(home, buttons):
    NewsIndexPageFactory(parent=home)

    assert buttons("Granskare") == {}


def test_without_a_list_of_news_there_is_no_button_for_it(buttons):
    assert list(buttons("Kommunikatör")) == ["Ny lägesrapport"]

"""Coordinators at their lists."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from home.roles import make_roles


@pytest.fixture
def coordinator(area):
    """Somebody who answers for the plan."""
    make_roles()
    user = get_user_model().objects.create_user("samordnare", password="ett-langt-losenord")
    user.groups.add(Group.objects.get(name="Samordnare"))
    return user


@pytest.fixture
def rows(client, coordinator):
    """What the list of measures shows the coordinator: the cells of each row, by heading."""
    client.force_login(coordinator)

    def of(address=None, **choices):
        answer = client.get(address or reverse("atgarder:index"), choices)
        table = BeautifulSoup(answer.content, "html.parser").find("table", class_="listing")
        if table is None:
            return []
        for label in table.select(".narrow-label"):
            label.decompose()
        # A heading may go on with how many were found.
        headings = [next(cell.stripped_strings, "") for cell in table.thead.select("th, td")]
        return [
            {
                heading: cell.get_text(" ", strip=True)
                for heading, cell in zip(headings, row.find_all("td"), strict=True)
            }
            for row in table.tbody.find_all("tr")
        ]

    return of

"""Coordinators at their lists."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.people import make_roles, member_of


@pytest.fixture
def coordinator(area):
    """Somebody who answers for the plan."""
    make_roles()
    return member_of("Samordnare", name="samordnare")


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

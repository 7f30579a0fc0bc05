"""What tests of the search share: the index, brought up to date as commits would."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command


@pytest.fixture
def search(client):
    """The search page for some words, as a soup; whatever is not indexed yet is indexed first."""

    def search(words, **parameters):
        call_command("index_pages", verbosity=0)
        answer = client.get("/sok/", {"q": words, **parameters})
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    return search


def titles(soup):
    """The headings of what was found, in order."""
    return [link.text for link in soup.select("main .rows a")]

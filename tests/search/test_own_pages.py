"""Pages that the site makes itself are found, and shown elsewhere, as those of the tree are."""

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "title"), [("/oppna-data/", "Öppna data"), ("/flode/", "Prenumerera")]
)
def test_the_head_says_what_it_is_and_where_whatever_is_tracked(client, plan, address, title):
    answer = client.get(address, {"utm_source": "brev"})

    head = BeautifulSoup(answer.content, "html.parser").head
    said = {one.get("name") or one.get("property"): one.get("content") for one in head("meta")}
    assert head.title.text.startswith(f"{title} – ")
    assert said["robots"] == "max-image-preview:large"
    assert head.select_one("link[rel=canonical]")["href"] == f"http://localhost{address}"
    assert said["og:url"] == f"http://localhost{address}"
    assert said["og:title"] == title
    assert said["description"] == said["og:description"]
    assert 50 < len(said["description"]) < 160

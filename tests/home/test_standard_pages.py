"""Standing pages, and how deep they may lie."""

import pytest
from django.core.exceptions import ValidationError

from home.models import StandardPage
from home.publishing import add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(home):
    page = StandardPage(
        title="Om webbplatsen", slug="om-webbplatsen", body=[("paragraph", "<p>Hej.</p>")]
    )
    return add_page(home, page)


def test_a_page_shows_its_text_and_the_way_to_the_pages_below(client, about):
    add_page(about, StandardPage(title="Personuppgifter", slug="personuppgifter"))
    add_page(about, StandardPage(title="Halvfärdig", slug="halvfardig"), publish=False)
    text = client.get(about.url).text.split("<footer")[0]

    assert "Hej." in text
    assert "Personuppgifter" in text
    assert "Halvfärdig" not in text


def test_pages_lie_in_two_levels_and_no_deeper(home, about):
    below = add_page(about, StandardPage(title="Personuppgifter", slug="personuppgifter"))

    assert StandardPage.can_create_at(home)
    assert StandardPage.can_create_at(about)
    assert not StandardPage.can_create_at(below)


def test_a_page_with_pages_below_it_cannot_be_moved_down(home, about):
    other = add_page(home, StandardPage(title="Kontakt", slug="kontakt"))
    assert other.can_move_to(about)
    add_page(about, StandardPage(title="Personuppgifter", slug="personuppgifter"))
    about.refresh_from_db()

    assert not about.can_move_to(other)


@pytest.mark.parametrize("slug", ["redaktion", "dokument", "media", "sok", "oppna-data", "api"])
def test_no_page_gets_an_address_that_the_site_itself_answers_at(home, slug):
    with pytest.raises(ValidationError, match="används av webbplatsen själv"):
        add_page(home, StandardPage(title="Sida", slug=slug))

"""Safe mode is a property of a page that its whole branch inherits, and its words tell nothing."""

import pytest
from django.core.exceptions import ValidationError

from foundation import safe_mode
from foundation.frame import current_frame
from foundation.risk_words import risk_words
from home.models import StandardPage
from tests import noting
from tests.factories import FocusAreaPageFactory


@pytest.fixture
@noting.once
def safe(home):
    """A page in safe mode below the start page."""
    return published(home, title="Stöd", safe_mode=True)


def published(parent, **fields):
    page = parent.add_child(instance=StandardPage(live=False, **fields))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.mark.django_db
def test_the_whole_branch_is_safe_and_nothing_beside_it(home, plan, safe):
    below = published(safe, title="Orange vecka")

    assert safe.in_safe_branch
    assert below.in_safe_branch
    assert not below.safe_mode
    assert not home.in_safe_branch
    assert not plan.in_safe_branch


@pytest.mark.django_db
def test_the_branch_is_safe_as_long_as_its_page_is(safe):
    below = published(safe, title="Orange vecka")

    safe.safe_mode = False
    safe.save_revision().publish()
    assert not below.in_safe_branch

    safe.safe_mode = True
    safe.save_revision().publish()
    assert below.in_safe_branch


@pytest.mark.django_db
def test_a_page_follows_the_branch_that_it_is_moved_to(home, safe):
    page = published(home, title="Orange vecka")
    assert not page.in_safe_branch

    page.move(safe, pos="last-child")

    assert StandardPage.objects.get(pk=page.pk).in_safe_branch


@pytest.mark.django_db
def test_asking_costs_nothing_for_any_number_of_pages(django_assert_num_queries, safe):
    for number in range(5):
        published(safe, title=f"Vecka {number}")
    pages = list(StandardPage.objects.all())
    current_frame()

    with django_assert_num_queries(0):
        assert all(page.in_safe_branch for page in pages)


@pytest.mark.django_db
def test_all_safe_pages_are_found_in_one_query(django_assert_num_queries, plan, safe):
    area = FocusAreaPageFactory(parent=plan, safe_mode=True, safe_title="Stöd")

    with django_assert_num_queries(1):
        assert sorted(safe_mode.safe_paths()) == sorted([area.path, safe.path])


@pytest.mark.django_db
def test_the_tab_shows_the_neutral_title_and_the_page_its_own(client, safe):
    page = published(
        safe,
        title="En vecka fri från våld",
        safe_title="Orange vecka",
        slug="vecka",
        summary="Om våld hemma.",
        search_description="Om våld hemma.",
    )

    html = client.get(page.url).content.decode()

    head = html.partition("</head>")[0]
    assert "<title>Orange vecka – Hagfors kommun</title>" in head
    assert not risk_words(head)
    assert "En vecka fri från våld" in html


@pytest.mark.django_db
def test_the_way_back_is_named_after_where_it_leads(client, safe):
    below = published(safe, title="Orange vecka")

    assert f'<a href="{safe.url}">Till föregående sida: Stöd</a>' in client.get(below.url).text
    assert '<a href="/">Till föregående sida: startsidan</a>' in client.get(safe.url).text


@pytest.mark.django_db
def test_pages_know_where_safe_branches_begin_and_of_none_that_is_hidden(home, safe):
    published(safe, title="Orange vecka", safe_mode=True)
    home.add_child(instance=StandardPage(title="Hemlig", live=False, safe_mode=True))

    assert current_frame().safe_addresses == [safe.url]


@pytest.mark.django_db
def test_a_draft_without_a_neutral_title_gives_way_to_the_name_of_the_site(safe):
    draft = StandardPage(title="En vecka fri från våld")
    safe.add_child(instance=draft)

    assert draft.browser_title == "Åtgärdsplan mot brott"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "stopped_by"),
    [
        ({"title": "En vecka fri från våld", "slug": "vecka"}, "safe_title"),
        ({"title": "Orange vecka", "safe_title": "Mot våld", "slug": "vecka"}, "safe_title"),
        ({"title": "Orange vecka", "slug": "fri-fran-vald"}, "slug"),
    ],
)
def test_a_page_that_gives_its_reader_away_is_not_published(safe, fields, stopped_by):
    page = safe.add_child(instance=StandardPage(live=False, **fields))

    assert list(page.publication_errors()) == [stopped_by]
    with pytest.raises(ValidationError):
        page.save_revision().publish()
    assert not StandardPage.objects.get(pk=page.pk).live


@pytest.mark.django_db
def test_outside_safe_branches_the_same_words_are_free(home):
    page = StandardPage(title="Våld i nära relationer", slug="vald-i-nara-relationer")
    home.add_child(instance=page)

    assert page.publication_errors() == {}
    assert page.browser_title == "Våld i nära relationer"

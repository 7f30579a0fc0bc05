"""A page is seen when it is live and public, and everything above it is too."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction, get_page_models

from actionplan.models import StatusUpdatePage
from foundation.pages import BasePage
from foundation.visibility import MAX_DEPTH, visible
from tests import noting
from tests.factories import FocusAreaPageFactory, MeasurePageFactory, StatusUpdatePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
@noting.once
def update(measure):
    """An update that says something no other page says."""
    return StatusUpdatePageFactory(parent=measure, text="<p>Lamporna är tända.</p>")


def is_seen(page) -> bool:
    return visible(Page.objects.filter(pk=page.pk)).exists()


def ways_to_hide(page):
    """Every way in which an editor keeps a page from the public."""
    return {
        "unpublished": page.unpublish,
        "for those who log in": lambda: restrict(page, PageViewRestriction.LOGIN),
        "for a group": lambda: restrict(page, PageViewRestriction.GROUPS),
    }


def restrict(page, kind):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    if kind == PageViewRestriction.GROUPS:
        restriction.groups.add(Group.objects.create(name="Styrgruppen"))


WAYS = ["unpublished", "for those who log in", "for a group"]


def test_a_published_page_below_published_pages_is_seen(update):
    assert is_seen(update)


@pytest.mark.parametrize("way", WAYS)
def test_a_hidden_page_hides_its_whole_branch_and_no_other(way, area, measure, update):
    other = MeasurePageFactory(parent=area)

    ways_to_hide(measure)[way]()

    assert not is_seen(measure)
    assert not is_seen(update)
    assert is_seen(area)
    assert is_seen(other)


@pytest.mark.parametrize("way", WAYS)
def test_what_lies_far_below_a_hidden_page_is_hidden_at_every_exit(way, client, plan, update):
    address = update.url
    assert client.get(address).status_code == 200

    ways_to_hide(plan)[way]()

    assert not StatusUpdatePage.objects.visible().exists()
    assert client.get(address).status_code in (302, 404, 410)
    assert update.title not in client.get("/sok/?q=Lamporna").content.decode()
    assert "atgardsplan" not in client.get("/sitemap.xml").content.decode()
    assert "atgardsplan" not in client.get("/").content.decode()


def test_a_restriction_on_the_root_of_the_tree_holds_for_every_page(client, home, update):
    restrict(Page.get_first_root_node(), PageViewRestriction.LOGIN)

    assert not visible(Page.objects.all()).exists()
    for address in (home.url, update.url):
        assert client.get(address).status_code == 302, address


def test_one_who_comes_to_a_private_page_is_asked_to_log_in(client, measure):
    restrict(measure, PageViewRestriction.LOGIN)

    answer = client.get(measure.url)

    assert answer.status_code == 302
    assert answer.url == f"/redaktion/login/?next={measure.url}"


def test_an_alias_is_as_private_as_the_page_it_repeats(client, plan, measure):
    other = FocusAreaPageFactory(parent=plan, title="Trygga hem")
    alias = measure.create_alias(parent=other, update_slug="ett-tryggare-torg")
    assert is_seen(alias)

    restrict(measure, PageViewRestriction.LOGIN)

    assert not is_seen(alias)
    assert client.get(alias.url).status_code == 302


def test_a_scheduled_page_is_not_seen_before_its_moment(area, measure):
    measure.unpublish()
    Page.objects.filter(pk=measure.pk).update(go_live_at="2099-01-01T00:00Z")

    assert not is_seen(measure)


def test_asking_what_is_seen_costs_no_query_of_its_own(django_assert_num_queries, update):
    with django_assert_num_queries(1):
        assert list(StatusUpdatePage.objects.visible()) == [update]


def test_the_deepest_page_that_there_can_be_is_hidden_by_the_root(home):
    page = home
    while page.depth < MAX_DEPTH:
        page = page.add_child(instance=Page(title="Djupare"))
    assert is_seen(page)

    home.unpublish()

    assert not is_seen(page)


def test_every_page_type_can_be_asked_for_what_is_seen_of_it():
    ours = [model for model in get_page_models() if issubclass(model, BasePage)]
    for model in ours:
        assert not model.objects.visible().exists()


def test_a_page_that_was_once_given_a_password_stays_closed(client, measure):
    restrict(measure, PageViewRestriction.PASSWORD)

    assert client.get(measure.url).status_code == 404

"""The frame around every page is as new as the site, and costs nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from delivery import generation
from foundation.frame import current_frame
from foundation.navigation import link_to
from foundation.settings import SiteSettings
from home.models import StandardPage
from tests import noting
from tests.factories import FocusAreaPageFactory, NewsIndexPageFactory
from tests.frame import put_in_footer, put_in_menu

pytestmark = pytest.mark.django_db


@pytest.fixture
@noting.once
def news(home):
    """A page in the menu."""
    page = NewsIndexPageFactory(parent=home)
    put_in_menu(page)
    return page


def menu():
    return [(item.title, item.url) for item in current_frame().menu]


def test_the_menu_holds_what_was_chosen_in_the_order_it_was_put(plan, news):
    assert menu() == [("Nyheter", "/nyheter/")]

    put_in_menu(news, plan)

    assert menu() == [("Nyheter", "/nyheter/"), ("Åtgärdsplanen", "/atgardsplan/")]


def rename(page):
    page.title = "Aktuellt"
    page.save_revision().publish()


def give_another_address(page):
    page.slug = "aktuellt"
    page.save_revision().publish()


def make_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def hide_what_lies_above(page):
    page.get_parent().unpublish()


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (rename, [("Aktuellt", "/nyheter/")]),
        (give_another_address, [("Nyheter", "/aktuellt/")]),
        (make_private, []),
        (hide_what_lies_above, []),
        (lambda page: page.unpublish(), []),
        (lambda page: page.delete(), []),
    ],
)
def test_a_change_is_seen_at_once(client, news, change, seen):
    client.get("/finns-inte/")
    change(news)

    assert menu() == seen
    assert [(i.title, i.url) for i in client.get("/finns-inte/").wsgi_request.frame.menu] == seen


def test_what_is_written_in_a_draft_is_not_seen(news):
    current_frame()
    news.title = "Hemligt"
    news.save_revision()

    assert menu() == [("Nyheter", "/nyheter/")]


def test_a_warm_frame_costs_no_query(django_assert_num_queries, news):
    assert not current_frame().has_examples

    with django_assert_num_queries(0):
        frame = current_frame()
        assert not frame.has_examples
        assert (frame.settings.municipality, frame.menu[0].title) == ("Hagfors kommun", "Nyheter")
        assert frame.site.root_page.specific.title == "Start"


def test_the_facts_of_the_site_are_new_when_they_are_saved(client, home):
    assert "Hagfors kommun" in client.get("/").content.decode()

    settings = SiteSettings.load()
    settings.municipality = "Exempelkommunen"
    settings.save()

    assert "Exempelkommunen" in client.get("/").content.decode()


def test_the_menu_and_the_footer_are_fetched_together_however_many_links_they_hold(plan, news):
    def queries():
        generation.advance()
        with CaptureQueriesContext(connection) as captured:
            current_frame()
        return len(captured)

    put_in_footer(("", [link_to(news)]))
    queries()  # what Wagtail and Django ask for once a process
    few = queries()
    put_in_menu(news, plan, news, plan)
    put_in_footer(*[(str(n), [link_to(news), link_to(plan)]) for n in range(4)])

    assert queries() == few


def test_the_footer_has_columns_and_leaves_out_what_readers_may_not_see(client, home, news):
    draft = home.add_child(instance=StandardPage(title="Utkast", live=False))
    elsewhere = {"page": None, "url": "https://www.example.com/", "label": "Brå"}
    own = {"page": None, "url": "/sok/", "label": "Hitta"}
    put_in_footer(("Om oss", [link_to(news), elsewhere, own]), ("Tom", [link_to(draft)]))

    footer = client.get("/").text.split("<footer")[1]

    assert "<h2>Om oss</h2>" in footer
    assert '<a href="/nyheter/">Nyheter</a>' in footer
    assert 'rel="noreferrer">Brå, Länk till annan webbplats</a>' in footer
    assert '<a href="/sok/">Hitta</a>' in footer
    assert "Tom" not in footer
    assert "Utkast" not in footer


def test_a_link_may_have_words_of_its_own(news):
    settings = SiteSettings.load()
    settings.menu = [("link", {**link_to(news), "label": "Aktuellt"})]
    settings.save()

    assert menu() == [("Aktuellt", "/nyheter/")]


def test_a_demonstration_says_so_as_long_as_any_example_is_seen(client, home, plan):
    demonstration = "Demonstration – inte Hagfors kommuns officiella webbplats"
    assert demonstration not in client.get("/").content.decode()

    area = FocusAreaPageFactory(parent=plan, is_example=True)
    assert demonstration in client.get("/").content.decode()

    area.unpublish()
    assert demonstration not in client.get("/").content.decode()

"""The frame around every page is as new as the site, and costs nothing."""

import pytest
from wagtail.models import PageViewRestriction

from foundation.frame import current_frame
from foundation.settings import SiteSettings
from home.models import StandardPage
from tests.factories import FocusAreaPageFactory, NewsIndexPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(home):
    """A page in the menu."""
    return NewsIndexPageFactory(parent=home, show_in_menus=True)


def menu():
    return [(item.title, item.url) for item in current_frame().menu]


def test_the_menu_holds_the_pages_below_the_start_page_that_belong_there(plan, news):
    assert menu() == [("Nyheter", "/nyheter/")]

    plan.show_in_menus = True
    plan.save_revision().publish()

    assert menu() == [("Åtgärdsplanen", "/atgardsplan/"), ("Nyheter", "/nyheter/")]


def rename(page):
    page.title = "Aktuellt"
    page.save_revision().publish()


def give_another_address(page):
    page.slug = "aktuellt"
    page.save_revision().publish()


def make_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def take_out_of_the_menu(page):
    page.show_in_menus = False
    page.save_revision().publish()


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (rename, [("Aktuellt", "/nyheter/")]),
        (give_another_address, [("Nyheter", "/aktuellt/")]),
        (make_private, []),
        (take_out_of_the_menu, []),
        (lambda page: page.unpublish(), []),
        (lambda page: page.delete(), []),
    ],
)
def test_a_change_is_seen_at_once(client, news, change, seen):
    client.get("/finns-inte/")
    change(news)

    assert menu() == seen
    assert [(i.title, i.url) for i in client.get("/").wsgi_request.frame.menu] == seen


def test_what_is_written_in_a_draft_is_not_seen(news):
    current_frame()
    news.title = "Hemligt"
    news.save_revision()

    assert menu() == [("Nyheter", "/nyheter/")]


def test_the_menu_follows_the_order_of_the_tree(plan, news):
    plan.show_in_menus = True
    plan.save_revision().publish()
    current_frame()

    news.move(plan, pos="left")

    assert [title for title, _ in menu()] == ["Nyheter", "Åtgärdsplanen"]


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


def test_the_foot_links_to_the_pages_about_the_site(home):
    about = home.add_child(instance=StandardPage(title="Om webbplatsen"))
    below = about.add_child(instance=StandardPage(title="Personuppgifter"))
    about.add_child(instance=StandardPage(title="Utkast", live=False))
    settings = SiteSettings.load()
    settings.about_page = about
    settings.save()

    assert [item.url for item in current_frame().footer_links] == [about.url, below.url]


def test_a_demonstration_says_so_as_long_as_any_example_is_seen(client, home, plan):
    demonstration = "Demonstration – inte Hagfors kommuns officiella webbplats"
    assert demonstration not in client.get("/").content.decode()

    area = FocusAreaPageFactory(parent=plan, is_example=True)
    assert demonstration in client.get("/").content.decode()

    area.unpublish()
    assert demonstration not in client.get("/").content.decode()

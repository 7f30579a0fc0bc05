"""Somebody who uses no mouse reads the site: everything is reached, seen and left by keys alone."""

import re

import pytest
from django.core.management import call_command
from django.db import transaction
from playwright.sync_api import expect

from home.layout import lay_out
from tests.factories import FocusAreaPageFactory, MeasurePageFactory
from tests.in_process import SITE, Site

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

# More stops than any page of this small site has.
MANY = 60
FOCUS = """() => {
    const here = document.activeElement;
    const box = here.getBoundingClientRect();
    const style = getComputedStyle(here);
    // What is seen in the middle of the first line that the element takes.
    const line = here.getClientRects()[0] ?? box;
    const over = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
    return {
        name: here === document.body ? "" : here.outerHTML.slice(0, 120),
        isSeen: here.contains(over) || Boolean(over?.contains(here) && over.closest("a, button")),
        hasRing: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        isInContent: Boolean(here.closest("main")),
    };
}"""


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A laid out site with one measure, the same for all of these tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        layout = lay_out()
        area = FocusAreaPageFactory(parent=layout.plan, title="Trygga platser")
        MeasurePageFactory(parent=area, title="Ett tryggare torg")
        school = FocusAreaPageFactory(parent=layout.plan, title="Skola")
        MeasurePageFactory(parent=school, title="Fler med behörighet")
        # Nothing is committed here, which would have indexed it.
        call_command("index_pages", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def reader(browser, built):
    """A narrow window, where things most easily hide each other."""
    context = browser.new_context(
        base_url=SITE, viewport={"width": 320, "height": 640}, locale="sv-SE"
    )
    Site(context)
    yield context.new_page()
    context.close()


def tab_until(page, holds):
    """Press Tab until this holds, in the browser's own words."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if page.evaluate(holds):
            return
    pytest.fail(f"Tab never comes to where {holds}")


def tab_to(page, name):
    """Press Tab until the link of that name has the focus."""
    tab_until(page, f"document.activeElement.textContent.trim() === '{name}'")


def test_the_skip_link_is_the_first_stop_and_leads_into_the_content_wcag_2_4_1(reader):
    reader.goto("/atgardsplan/")
    reader.keyboard.press("Tab")
    link = reader.get_by_role("link", name="Hoppa till innehållet")

    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("main")).to_be_focused()
    reader.keyboard.press("Tab")
    assert reader.evaluate(FOCUS)["isInContent"]


def test_the_menu_is_walked_with_tab_and_says_where_one_is_wcag_2_1_1(reader):
    reader.goto("/")
    tab_to(reader, "Åtgärdsplanen")
    reader.keyboard.press("Enter")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Åtgärdsplanen")
    menu = reader.get_by_role("navigation", name="Huvudmeny")
    expect(menu.get_by_role("link", name="Åtgärdsplanen")).to_have_attribute("aria-current", "page")


def test_a_search_is_asked_and_its_answer_opened_without_a_mouse_wcag_2_1_1(reader):
    reader.goto("/sok/")
    for _ in range(MANY):
        reader.keyboard.press("Tab")
        if reader.evaluate("document.activeElement.name") == "q":
            break
    reader.keyboard.type("tryggare")
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", level=2).first).to_contain_text("”tryggare”")
    tab_to(reader, "Ett tryggare torg")
    reader.keyboard.press("Enter")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Ett tryggare torg")


def test_the_list_is_narrowed_by_keys_and_says_what_it_shows_wcag_2_1_1_3_2_2_4_1_3(reader):
    reader.goto("/atgardsplan/")
    tab_until(reader, "document.activeElement.tagName === 'SUMMARY'")
    reader.keyboard.press("Enter")
    tab_until(reader, "document.activeElement.name === 'omrade'")
    reader.keyboard.type("S")

    # A choice by keys alone leads nowhere: the button does.
    field = reader.get_by_label("Fokusområde")
    expect(field).to_be_focused()
    expect(field.locator("option:checked")).to_have_text("Skola (1)")
    assert reader.url.endswith("/atgardsplan/")
    tab_to(reader, "Visa")
    reader.keyboard.press("Enter")

    expect(reader.get_by_role("heading", name="Åtgärder efter dina val")).to_be_in_viewport()
    shown = reader.get_by_role("status")
    expect(shown).to_have_text("1 av 2 åtgärder: i området Skola.")
    expect(reader).to_have_title(re.compile("^1 av 2 åtgärder – "))
    tab_to(reader, "Ta bort valet Skola")
    reader.keyboard.press("Enter")

    expect(shown).to_have_text("Alla 2 åtgärder.")
    expect(reader.get_by_role("heading", name="Alla åtgärder")).to_be_in_viewport()


@pytest.mark.parametrize(
    "address", ["/", "/atgardsplan/", "/sok/?q=tryggare", "/stod-och-rad/", "/finns-inte/"]
)
def test_every_stop_is_seen_has_a_ring_and_can_be_left_wcag_2_4_7_2_4_11_2_1_2(reader, address):
    reader.goto(address)
    stops = []
    for _ in range(MANY):
        reader.keyboard.press("Tab")
        stop = reader.evaluate(FOCUS)
        if not stop["name"] or (stops and stop["name"] == stops[0]["name"]):
            break
        stops.append(stop)
    else:
        pytest.fail("Tab never comes to the end of the page")

    assert len(stops) > 3
    assert [stop["name"] for stop in stops if not stop["isSeen"]] == []
    assert [stop["name"] for stop in stops if not stop["hasRing"]] == []

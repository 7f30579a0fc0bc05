"""A resident finds what they ask for in the plan, whatever their browser can do."""

import re

import pytest
from playwright.sync_api import expect

from actionplan.models import FocusAreaPage, MeasurePage
from actionplan.status import MeasureStatus
from tests.factories import FocusAreaPageFactory, MeasurePageFactory, StatusUpdatePageFactory
from tests.many_measures import add_measures

pytestmark = pytest.mark.journey


@pytest.fixture
def town(site):
    """Two areas; of the measures on the squares one goes on, and one is planned."""
    square = MeasurePage.objects.get(title="Ett tryggare torg")
    StatusUpdatePageFactory(parent=square, status=MeasureStatus.ONGOING)
    MeasurePageFactory(parent=square.get_parent(), title="Fler lampor")
    school = FocusAreaPageFactory(parent=square.plan, title="Skola")
    help_with_homework = MeasurePageFactory(parent=school, title="Läxhjälp")
    StatusUpdatePageFactory(parent=help_with_homework, status=MeasureStatus.ONGOING)
    return site


def test_choices_and_what_has_happened_work_without_javascript_and_sooner_with_it(
    town, resident, browser
):
    # Without: links, and a button for the form.
    main = resident.get_by_role("main")
    resident.goto("/atgardsplan/")
    expect(main).to_contain_text("Alla 3 åtgärder.")
    resident.get_by_role("link", name="Pågår 2", exact=True).click()
    expect(resident).to_have_url(f"{town}/atgardsplan/?status=pagar#atgarder")
    expect(main).to_contain_text("2 av 3 åtgärder: pågår.")

    resident.get_by_text("Fler val").click()
    resident.get_by_label("Fokusområde").select_option(label="Skola (1)")
    expect(resident.get_by_text("så fort du väljer")).to_be_hidden()
    resident.get_by_role("button", name="Visa", exact=True).click()
    expect(resident).to_have_url(re.compile(r"\?status=pagar&.*omrade=skola.*#atgarder$"))
    expect(main).to_contain_text("1 av 3 åtgärder: pågår, i området Skola.")
    expect(resident.get_by_role("link", name="Ett tryggare torg")).to_have_count(0)

    resident.get_by_role("link", name="Ta bort valet Pågår").click()
    expect(main).to_contain_text("1 av 3 åtgärder: i området Skola.")
    resident.get_by_role("link", name="Ta bort valet Skola").click()
    expect(resident).to_have_url(f"{town}/atgardsplan/#atgarder")

    resident.get_by_label("Vad har hänt i planen sedan").fill("32 maj 2025")
    resident.get_by_role("button", name="Visa vad som har hänt").click()
    day = resident.get_by_label("Sedan vilken dag?")
    expect(day).to_have_value("32 maj 2025")
    expect(day).to_have_accessible_description(re.compile("32 maj 2025 finns inte"))
    day.fill("1 maj 2025")
    day.press("Enter")
    expect(resident.get_by_role("heading", name="Sedan den 1 maj 2025")).to_be_in_viewport()
    expect(main).to_contain_text("Två nya lägesrapporter")

    # With: a choice made by hand is enough; with the keyboard the button still decides.
    context = browser.new_context(base_url=town, locale="sv-SE")
    page = context.new_page()
    page.goto("/atgardsplan/")
    page.get_by_text("Fler val").click()
    expect(page.get_by_text("så fort du väljer")).to_be_visible()
    page.get_by_label("Fokusområde").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Fokusområde")).not_to_have_value("")
    expect(page).to_have_url(f"{town}/atgardsplan/")
    page.get_by_label("Uppdaterad de senaste 30 dagarna").click()
    expect(page).to_have_url(f"{town}/atgardsplan/?omrade=trygga-platser&uppdaterad=30#atgarder")
    expect(page.get_by_label("Uppdaterad de senaste 30 dagarna")).to_be_checked()
    context.close()


def test_in_a_long_plan_rows_wait_for_the_reader_but_not_on_paper(town, resident):
    waits = "all => [...new Set(all.map(row => getComputedStyle(row).contentVisibility))]"
    rows = resident.locator(".measure")
    resident.goto("/atgardsplan/")
    assert rows.evaluate_all(waits) == ["visible"]

    add_measures(FocusAreaPage.objects.first(), 40, updates_each=0)
    resident.reload()
    assert rows.evaluate_all(waits) == ["auto"]
    resident.emulate_media(media="print")
    assert rows.evaluate_all(waits) == ["visible"]


def test_a_long_list_is_printed_whole_whichever_part_of_it_is_shown(town, page):
    add_measures(FocusAreaPage.objects.get(title="Trygga platser"), 101)
    for address, all_of_them in (
        ("/atgardsplan/?sida=2", 104),
        ("/atgardsplan/trygga-platser/?sida=2", 103),
    ):
        page.goto(f"{town}{address}")
        rows = page.locator("main .measure")
        part = rows.count()
        assert part < 10
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(rows).to_have_count(all_of_them)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(rows).to_have_count(part)

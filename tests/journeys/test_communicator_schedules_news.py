"""What the communicator writes saves itself, waits on the desk, and is scheduled from there."""

import re

import pytest
from playwright.sync_api import expect

from news.models import NewsPage
from tests.journeys.autosave import tell_when_watched, wait_until_saved, wait_until_watched
from tests.journeys.moments import let_the_moment_come, schedule_for_tomorrow

pytestmark = pytest.mark.journey

# Written after a save was sent and before it is answered, when Wagtail takes all there is for saved.
THE_LAST_WORD = """() => document.addEventListener(
  "w-autosave:success",
  () => (document.querySelector("input[name=title]").value += " i maj"),
  { capture: true, once: true },
)"""


def test_a_text_that_saved_itself_is_gone_on_with_and_scheduled(log_in, resident, site):
    page = log_in("Kommunikatör")
    tell_when_watched(page)
    page.get_by_role("link", name="Ny nyhet").click()
    wait_until_watched(page)
    page.evaluate(THE_LAST_WORD)
    # No button is pressed: the browser gets an address for what it has saved by itself.
    with page.expect_response(re.compile(r"/pages/\d+/edit/$")):
        page.locator("input[name=title]").press_sequentially("Torget får nytt ljus")
        page.locator("textarea[name=summary]").fill("I maj tänds nya lampor på torget.")
    expect(page).to_have_url(re.compile(r"/pages/\d+/edit/"))
    wait_until_saved(page)
    assert NewsPage.objects.get().latest_revision.content["title"] == "Torget får nytt ljus i maj"

    page.goto(f"{site}/redaktion/")
    drafts = page.locator(".desk section").filter(has_text="Dina utkast")
    row = drafts.get_by_role("listitem").filter(has_text="Torget får nytt ljus")
    row.get_by_role("link", name="Fortsätt").click()
    wait_until_watched(page)
    page.locator("[data-contentpath=body]").get_by_role("textbox").first.click()
    page.keyboard.type("Lamporna tänds när det skymmer.")
    # The editor hands its text to the form a moment after the last key.
    expect(page.locator("input[name='body-0-value']")).to_have_value(re.compile("skymmer"))
    wait_until_saved(page)
    schedule_for_tomorrow(page)

    page.get_by_role("button", name="Rapporter").click()
    page.get_by_role("link", name="Publiceringskalender").click()
    expect(page.get_by_role("main")).to_contain_text("Torget får nytt ljus")
    resident.goto("/nyheter/")
    expect(resident.get_by_role("main")).not_to_contain_text("Torget får nytt ljus")
    let_the_moment_come(NewsPage.objects.get().scheduled_revision)
    resident.reload()
    expect(resident.get_by_role("main")).to_contain_text("Torget får nytt ljus")

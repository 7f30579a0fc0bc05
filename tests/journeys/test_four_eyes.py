"""With four eyes on the coordinator sends, the reviewer sends back and then approves, residents read."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from actionplan.models import MeasurePage
from foundation.precise_date import PreciseDate
from foundation.settings import SiteSettings

pytestmark = pytest.mark.journey


@pytest.fixture
def four_eyes(site):
    """Chosen by the municipality; a follow-up of the measure was missed yesterday."""
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()
    measure = MeasurePage.objects.get()
    measure.next_follow_up = PreciseDate.of_day(timezone.localdate() - datetime.timedelta(days=1))
    measure.save_revision().publish()


@pytest.fixture
def come_back(page, site):
    """Lets somebody who has been here before sit down at the browser again, at their desk."""
    cookies = {}

    def as_before(role, log_in):
        cookies[page.role] = page.context.cookies()
        page.context.clear_cookies()
        page.role = role
        if role in cookies:
            page.context.add_cookies(cookies[role])
            page.goto(f"{site}/redaktion/")
        else:
            log_in(role)

    return as_before


def row(page, heading):
    """The first row below a heading of the desk."""
    section = page.locator(".desk section").filter(has_text=heading)
    return section.get_by_role("listitem").first


def write(page, text):
    page.locator("[data-contentpath=text]").get_by_role("textbox").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)
    # The editor hands its text to the form a moment after the last key.
    expect(page.locator("input[name=text]")).to_have_value(re.compile(re.escape(text.strip())))


def test_a_text_goes_from_the_desk_by_the_reviewer_to_the_residents(
    four_eyes, log_in, come_back, resident, site
):
    page = log_in("Samordnare")
    page.role = "Samordnare"
    expect(page.get_by_role("heading", level=1)).to_have_text("Välkommen")
    late = row(page, "Åtgärder som behöver en lägesrapport")
    expect(late).to_contain_text("Ett tryggare torg")
    expect(late).to_contain_text("Uppföljning")
    late.get_by_role("link", name="Ny lägesrapport").click()
    page.get_by_role("combobox", name="Status").select_option(label="Pågår")
    write(page, "Ny belysning är beställd.")
    expect(page.get_by_role("button", name="Publicera", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Skicka för godkännande").click()
    expect(page.locator(".messages")).to_be_visible()

    come_back("Granskare", log_in)
    row(page, "Väntar på ditt godkännande").get_by_role("link", name="Läs och godkänn").click()
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("button", name="Skicka tillbaka med kommentar").click()
    dialogue = page.get_by_role("dialog")
    dialogue.get_by_label("Vad ska ändras?").fill("Skriv när det blir klart.")
    dialogue.get_by_role("button", name="Skicka tillbaka med kommentar").click()
    expect(page.locator(".messages")).to_be_visible()

    come_back("Samordnare", log_in)
    back = row(page, "Tillbaka till dig med en kommentar")
    expect(back).to_contain_text("”Skriv när det blir klart.”")
    back.get_by_role("link", name="Ändra").click()
    expect(page.locator(".messages")).to_contain_text("Skriv när det blir klart.")
    write(page, " Lamporna tänds i maj.")
    page.get_by_role("button", name="Skicka för godkännande igen").click()
    expect(page.locator(".messages")).to_be_visible()

    come_back("Granskare", log_in)
    row(page, "Väntar på ditt godkännande").get_by_role("link", name="Läs och godkänn").click()
    page.get_by_role("button", name="Godkänn och publicera").click()
    expect(page).not_to_have_url(re.compile("edit"))

    resident.goto("/")
    expect(resident.get_by_role("main")).to_contain_text("Lamporna tänds i maj.")

"""The coordinator tells how it goes with a measure, and residents read it everywhere."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from foundation.swedish.dates import long_date

pytestmark = pytest.mark.journey


def test_an_update_published_in_the_admin_is_read_on_measure_plan_and_start_page(
    log_in, resident, site
):
    page = log_in("Samordnare")
    page.get_by_role("button", name="Åtgärdsplan").click()
    page.get_by_role("link", name="Åtgärder", exact=True).click()
    page.get_by_role("link", name="Ett tryggare torg").first.click()
    page.get_by_role("link", name="Skriv ny lägesrapport").click()

    expect(page.get_by_role("textbox", name="Dagen det gäller")).to_have_value(
        timezone.localdate().isoformat()
    )
    page.get_by_role("combobox", name="Status").select_option(label="Pågår")
    page.locator("[data-contentpath=text]").get_by_role("textbox").click()
    page.keyboard.type("Ny belysning är beställd till torget.")
    # The editor hands its text to the form a moment after the last key.
    expect(page.locator("input[name=text]")).to_have_value(re.compile("till torget"))
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.locator(".messages")).to_contain_text(re.compile("publicerad", re.IGNORECASE))

    resident.goto("/")
    expect(resident.get_by_role("main")).to_contain_text("Ny belysning är beställd till torget.")
    resident.get_by_role("link", name="Åtgärdsplanen", exact=True).first.click()
    row = resident.get_by_role("listitem").filter(has_text="Ett tryggare torg")
    expect(row).to_contain_text("Pågår")
    resident.get_by_role("link", name="Ett tryggare torg").click()
    expect(resident.get_by_role("heading", level=1)).to_have_text("Ett tryggare torg")
    timeline = resident.get_by_role("main")
    expect(timeline).to_contain_text(f"Lägesrapport {long_date(timezone.localdate())}")
    expect(timeline).to_contain_text("Ny belysning är beställd till torget.")

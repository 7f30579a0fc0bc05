"""The coordinator has published something wrong, and takes it back or says what was wrong."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from actionplan.models import MeasurePage
from actionplan.status import MeasureStatus
from tests.factories import StatusUpdatePageFactory

pytestmark = pytest.mark.journey


@pytest.fixture
def update(site):
    """The newest of two updates on the measure, which says that it is done."""
    measure = MeasurePage.objects.get()
    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2024, 9, 1))
    return StatusUpdatePageFactory(
        parent=measure, status=MeasureStatus.DONE, text="<p>Alla tolv stolpar är bytta.</p>"
    )


def open_form(page, update):
    """From the list of updates to the form of this one."""
    page.get_by_role("button", name="Åtgärdsplan").click()
    page.get_by_role("link", name="Lägesrapporter", exact=True).click()
    page.get_by_role("link", name=update.title).first.click()


def test_an_unpublished_update_gives_the_measure_its_earlier_status_back(
    log_in, resident, update, site
):
    measure = MeasurePage.objects.get()
    resident.goto(measure.url)
    expect(resident.get_by_role("main")).to_contain_text("Genomförd")

    page = log_in("Samordnare")
    open_form(page, update)
    page.get_by_role("button", name="Fler åtgärder").click()
    page.get_by_role("link", name="Avpublicera").click()
    page.get_by_role("button", name=re.compile("Ja, avpublicera")).click()
    expect(page.locator(".messages")).to_contain_text("avpublicerad")
    page.goto(f"{site}/redaktion/pages/{update.pk}/history/")
    row = page.get_by_role("row").filter(has_text="Avpublicerad")
    expect(row).to_contain_text("samordnare")

    resident.goto(measure.url)
    expect(resident.get_by_role("main")).not_to_contain_text("Genomförd")
    expect(resident.get_by_role("main")).to_contain_text("Pågår")


def test_a_correction_is_read_on_the_update_with_its_day_and_reason(log_in, resident, update, site):
    page = log_in("Samordnare")
    open_form(page, update)
    page.get_by_role("link", name="Rätta", exact=True).last.click()
    page.get_by_label("Vad var fel, och vad står det nu?").fill("Elva stolpar är bytta, inte tolv.")
    page.get_by_label("Varför blev det fel?").fill("Vi räknade en stolpe två gånger.")
    text = page.locator("[data-contentpath=text]").get_by_role("textbox")
    text.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("Elva av tolv stolpar är bytta.")
    expect(page.locator("input[name=text]")).to_have_value(re.compile("Elva av tolv"))
    page.get_by_role("button", name="Publicera rättelsen").click()
    expect(page.locator(".messages")).to_contain_text("Rättelsen är publicerad.")

    resident.goto(update.url)
    main = resident.get_by_role("main")
    expect(main).to_contain_text("Elva av tolv stolpar är bytta.")
    expect(main).to_contain_text("Elva stolpar är bytta, inte tolv. Vi räknade en stolpe två")
    expect(main).not_to_contain_text("Alla tolv")
    page.goto(f"{site}/redaktion/pages/{update.pk}/history/")
    row = page.get_by_role("row").filter(has_text="Rättad")
    expect(row).to_contain_text("samordnare")

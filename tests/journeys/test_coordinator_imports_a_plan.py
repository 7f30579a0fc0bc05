"""A coordinator takes over the municipality's plan from Excel: looks, presses one button, has drafts."""

import pytest
from playwright.sync_api import expect

from actionplan.models import MeasurePage
from tests.foundation.tables.books import workbook

pytestmark = pytest.mark.journey

PLAN = workbook(
    ["Handlingsplan 2025–2026"],
    [],
    ["Nr", "Fokusområde", "Åtgärd", "Ansvarig", "Tidplan", "Status"],
    [1, "Trygga platser", "Fler lyktor vid torget", "Gatukontoret", "Kvartal 3 2025", "Påbörjad"],
    [2, "Skola", "Läxhjälp", "Skolan, Biblioteket", "löpande", "Grön"],
    merge=["A1:F1"],
)


def test_a_coordinator_imports_a_plan(log_in, site):
    page = log_in("Samordnare")

    page.get_by_role("link", name="Importera", exact=True).click()
    page.get_by_role("link", name="Importera åtgärder").click()
    page.get_by_label("Fil").set_input_files(
        {"name": "plan.xlsx", "mimeType": "application/octet-stream", "buffer": PLAN}
    )
    page.get_by_role("button", name="Granska filen").click()

    expect(page.get_by_role("heading", name="Rad 4: Ny. 1 Fler lyktor vid torget")).to_be_visible()
    expect(page.get_by_text("ordet ”Grön” är ingen känd status")).to_be_visible()
    expect(page.get_by_text("”Påbörjad” saknar datum")).to_be_visible()
    assert not MeasurePage.objects.filter(title="Läxhjälp").exists()

    page.get_by_label("Dag för status").fill("2025-05-12")
    # By keyboard: the calendar that the field opens may lie over the button.
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Granska igen").press("Enter")
    expect(page.get_by_text("Pågår enligt lägesrapport 12 maj 2025")).to_be_visible()
    page.get_by_role("button", name="Importera", exact=True).click()

    expect(page.get_by_text("Importen är klar")).to_be_visible()
    page.get_by_role("link", name="1 Fler lyktor vid torget").click()
    expect(page.locator("[name=title]")).to_have_value("Fler lyktor vid torget")
    assert not MeasurePage.objects.filter(title="Läxhjälp", live=True).exists()

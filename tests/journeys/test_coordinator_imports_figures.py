"""A coordinator takes an indicator's figures from a workbook of NTU, and a resident reads the new one."""

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from actionplan.models import IndicatorIndexPage
from tests.factories import IndicatorPageFactory
from tests.foundation.tables.books import saved

pytestmark = pytest.mark.journey


def of_ntu():
    """The answers of two counties, with an interval in the last year."""
    book = Workbook()
    for row in (
        ["Otrygghet sent på kvällen, enligt NTU 2023–2024. Andel (%)"],
        [],
        [None, None, 2023, 2024, "95 % konfidensintervall", None],
        ["Samtliga 16–84 år", "Värmlands län", "..", "24,5", "21,5", "27,5"],
        [None, "Dalarnas län", 20, 21, 19, 23],
        ["Kvinnor", "Värmlands län", "svårläst", 31, None, None],
    ):
        book.active.append(row)
    return saved(book)


def test_a_coordinator_imports_figures_and_a_resident_reads_them(log_in, resident, site):
    indicator = IndicatorPageFactory(
        parent=IndicatorIndexPage.objects.get(), title="Hur många är otrygga ute?"
    )
    page = log_in("Samordnare")

    page.get_by_role("link", name="Importera", exact=True).click()
    page.get_by_role("link", name="Importera indikatorvärden").click()
    page.get_by_label("Fil").set_input_files(
        {"name": "ntu.xlsx", "mimeType": "application/octet-stream", "buffer": of_ntu()}
    )
    page.get_by_label("Indikator").select_option(label=indicator.title)
    page.get_by_label("Platser").fill("Värmlands län")
    page.get_by_label("Publicera").check()
    page.get_by_role("button", name="Granska filen").click()

    expect(
        page.get_by_role("heading", name="Rad 4, kolumn D: Ny. 2024, Värmlands län")
    ).to_be_visible()
    expect(page.get_by_text("Värde: ”svårläst” är inget tal.")).to_be_visible()
    assert not indicator.values.exists()
    page.get_by_role("button", name="Importera", exact=True).click()
    expect(page.get_by_text("Importen är klar")).to_be_visible()

    resident.goto(indicator.get_url())
    table = resident.get_by_role("table")
    expect(table).to_contain_text("24,5")
    expect(table).to_contain_text("uppgift saknas")

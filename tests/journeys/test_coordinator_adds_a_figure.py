"""The coordinator opens an indicator with many years and adds the newest figure."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from actionplan.models import IndicatorIndexPage, IndicatorValue
from foundation.precise_date import PreciseDate
from tests.factories import IndicatorPageFactory

pytestmark = pytest.mark.journey


def test_old_figures_are_folded_and_a_new_one_is_near(log_in, resident, site):
    indicator = IndicatorPageFactory(
        parent=IndicatorIndexPage.objects.get(), title="Hur många är otrygga?"
    )
    for year in range(2018, 2026):
        indicator.values.add(
            IndicatorValue(
                value=Decimal(year - 2000),
                geography="Exempelkommun",
                period_from=PreciseDate.of_year(year),
                source_text="Rapport",
            )
        )
    indicator.save_revision().publish()

    page = log_in("Samordnare")
    page.goto(f"{site}/redaktion/pages/{indicator.pk}/edit/")
    rows = page.locator("#id_values-FORMS > [data-inline-panel-child]")
    expect(rows).to_have_count(8)
    newest = rows.last
    # Folded, and each named by what it says.
    expect(newest.get_by_role("heading")).to_have_text("2025, Exempelkommun: 25")
    expect(newest.locator("[name$=-value]")).to_be_hidden()
    expect(rows.filter(visible=True)).to_have_count(4)
    page.get_by_role("button", name="Visa 4 äldre värden").click()
    expect(rows.filter(visible=True)).to_have_count(8)
    oldest = rows.first
    expect(oldest.locator("[data-panel-toggle]")).to_be_focused()
    oldest.locator("[data-panel-toggle]").click()
    oldest.locator("[name$=-value]").fill("17,5")
    oldest.locator("[name$=-value]").press("Tab")
    expect(oldest.get_by_role("heading")).to_have_text("2018, Exempelkommun: 17,5")

    page.get_by_role("button", name="Lägg till värde").click()
    expect(rows).to_have_count(9)
    added = rows.last
    added.locator("[name$=-period_from]").fill("2026")
    added.locator("[name$=-value]").fill("9,5")
    added.locator("[name$=-geography]").fill("Exempelkommun")
    added.locator("[name$=-source_text]").fill("Rapport")
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("publicerad")

    resident.goto(indicator.get_url())
    expect(resident.get_by_role("main")).to_contain_text("9,5")
    expect(resident.get_by_role("main")).to_contain_text("17,5")

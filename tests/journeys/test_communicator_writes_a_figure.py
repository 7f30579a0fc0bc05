"""The communicator writes a figure in the text of a news page, and it stays the newest one."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from actionplan.models import IndicatorIndexPage, IndicatorPage, IndicatorValue
from foundation.precise_date import PreciseDate
from news.models import NewsIndexPage
from tests.factories import IndicatorPageFactory, NewsPageFactory

pytestmark = pytest.mark.journey


def measured(indicator: IndicatorPage, year: int, value: str) -> None:
    """The indicator gets the figure of a year."""
    indicator.values.add(
        IndicatorValue(
            value=Decimal(value),
            geography="Exempelkommun",
            period_from=PreciseDate.of_year(year),
            source_text="Rapport",
        )
    )
    indicator.save_revision().publish()


def test_a_figure_that_is_linked_to_an_indicator_follows_it(log_in, resident, site):
    indicator = IndicatorPageFactory(
        parent=IndicatorIndexPage.objects.get(), title="Hur många är otrygga?"
    )
    measured(indicator, 2025, "12")
    news = NewsPageFactory(parent=NewsIndexPage.objects.get(), title="Så trygga är vi")

    page = log_in("Kommunikatör")
    page.goto(f"{site}/redaktion/pages/{news.pk}/edit/")
    body = page.locator("[data-contentpath=body]")
    expect(body.first).to_contain_text("länka till indikatorn")
    body.get_by_role("textbox").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("12 procent känner sig otrygga.")
    page.keyboard.press("Home")
    for _letter in "12 procent":
        page.keyboard.press("Shift+ArrowRight")
    page.get_by_role("button", name="Länk", exact=False).click()
    chooser = page.get_by_role("dialog")
    chooser.locator("input[name=q]").fill("otrygga")
    chooser.get_by_role("link", name=indicator.title).click()
    expect(body.get_by_role("textbox")).to_contain_text("12 procent känner sig otrygga.")
    expect(page.locator("input[name=body-0-value]")).to_have_value(re.compile('"LINK"'))
    page.get_by_role("button", name="Fler åtgärder").click()
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.locator(".messages")).to_contain_text(re.compile("publicerad", re.IGNORECASE))

    resident.goto(news.url)
    main = resident.get_by_role("main")
    expect(main).to_contain_text("12 procent (2025) känner sig otrygga.")
    measured(indicator, 2026, "9.5")
    resident.goto(news.url)
    expect(main).to_contain_text("9,5 procent (2026) känner sig otrygga.")
    main.get_by_role("link", name="9,5 procent").click()
    expect(resident.get_by_role("heading", level=1)).to_have_text("Hur många är otrygga?")

"""The communicator is advised on a text while it is written, and decides alone."""

import re

import pytest
from playwright.sync_api import expect

from news.models import NewsIndexPage
from tests.factories import NewsPageFactory
from tests.journeys.autosave import tell_when_watched, wait_until_watched

pytestmark = pytest.mark.journey

NUMBER = "900118-9811"


def test_advice_is_seen_beside_the_form_and_stops_nobody(log_in, resident, site):
    news = NewsPageFactory(parent=NewsIndexPage.objects.get(), title="Nya lampor på torget")
    page = log_in("Kommunikatör")
    tell_when_watched(page)
    page.goto(f"{site}/redaktion/pages/{news.pk}/edit/")
    page.get_by_role("button", name="Växla kontroller").click()
    panel = page.locator("[data-side-panel=checks]")
    expect(panel).to_contain_text("Inget att se över.")
    expect(panel.locator("[data-content-reading-time]")).to_have_text("under 1 min")
    wait_until_watched(page)

    body = page.locator("[data-contentpath=body]")
    body.get_by_role("textbox").click()
    page.keyboard.type(f"Fråga {NUMBER}, eller läs mer")
    for _letter in "läs mer":
        page.keyboard.press("Shift+ArrowLeft")
    page.get_by_role("button", name="Länk", exact=False).click()
    chooser = page.get_by_role("dialog")
    chooser.get_by_role("link", name="Extern länk").click()
    chooser.get_by_role("textbox", name="URL").fill("https://example.com/")
    chooser.get_by_role("button", name="Infoga länk").click()

    advice = panel.get_by_role("list", name="Råd om texten")
    expect(advice.get_by_role("listitem")).to_have_count(2)
    expect(advice).to_contain_text("Det här ser ut som ett personnummer")
    expect(advice).to_contain_text("Länken säger inte vart den går")
    expect(panel.locator("[data-content-checker-count]")).to_have_text("2")
    advice.get_by_role("button", name="Gå till Innehåll, Text").first.click()
    expect(body.get_by_role("textbox")).to_be_focused()

    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.locator(".messages")).to_contain_text(re.compile("publicerad", re.IGNORECASE))
    resident.goto(news.url)
    expect(resident.get_by_role("main")).to_contain_text(NUMBER)

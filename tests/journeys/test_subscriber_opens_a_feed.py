"""Somebody follows "Prenumerera" in an ordinary browser and sees words, not the source of a feed."""

import pytest
from playwright.sync_api import expect

from tests.factories import MeasurePageFactory, StatusUpdatePageFactory
from tests.in_process import SITE, Site

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


def test_the_feed_of_a_measure_is_read_in_the_browser(browser, area):
    measure = MeasurePageFactory(parent=area, title="Ett tryggare torg")
    StatusUpdatePageFactory(parent=measure, text="<p>Stolparna <b>byts</b> under våren.</p>")
    context = browser.new_context(base_url=SITE, viewport={"width": 360, "height": 640})
    Site(context)
    page = context.new_page()
    told = []
    page.on("console", lambda message: told.append(message.text))

    page.goto(measure.url)
    page.get_by_role("link", name="Prenumerera på åtgärden").click()

    expect(page.get_by_text("Det här är ett flöde.")).to_be_visible()
    expect(page.locator("b", has_text="byts")).to_be_visible()
    shown = page.evaluate("getComputedStyle(document.querySelector('feed')).backgroundColor")
    assert shown == "rgb(251, 250, 246)"
    assert page.locator("id").first.is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("link", name="Läs på webbplatsen").last.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert told == []
    context.close()

"""The communicator tells residents what has happened, straight from the desk."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from foundation.swedish.dates import long_date

pytestmark = pytest.mark.journey


def test_from_the_desk_to_published_news_takes_two_clicks_and_three_fields(log_in, resident):
    page = log_in("Kommunikatör")
    page.get_by_role("link", name="Ny nyhet").click()

    expect(page.locator("[data-contentpath=body]").get_by_role("textbox").first).to_be_visible()
    # The picture may be left out; date and measures are folded away.
    seen = page.locator("form [data-contentpath]:visible").evaluate_all(
        "fields => fields.map(field => field.dataset.contentpath)"
    )
    assert {"title", "summary", "body", "picture"} <= set(seen)
    assert not {"published_on", "measure_links", "reviewed_on", "slug"} & set(seen)

    page.locator("input[name=title]").fill("Torget har fått nytt ljus")
    page.locator("textarea[name=summary]").fill("Nu lyser nya lampor på torget.")
    page.locator("[data-contentpath=body]").get_by_role("textbox").first.click()
    page.keyboard.type("Lamporna tänds när det skymmer.")
    # The editor hands its text to the form a moment after the last key.
    expect(page.locator("input[name='body-0-value']")).to_have_value(re.compile("skymmer"))
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.locator(".messages")).to_contain_text(re.compile("publicerad", re.IGNORECASE))

    resident.goto("/nyheter/")
    resident.get_by_role("link", name="Torget har fått nytt ljus").click()
    article = resident.get_by_role("main")
    expect(article).to_contain_text("Lamporna tänds när det skymmer.")
    expect(article).to_contain_text(long_date(timezone.localdate()).replace(" ", "\u00a0"))

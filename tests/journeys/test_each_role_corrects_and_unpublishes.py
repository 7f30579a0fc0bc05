"""Whoever may publish also takes back: says what was wrong, or takes the page away."""

import re

import pytest
from playwright.sync_api import expect

from home.roles import ROLES
from news.models import NewsIndexPage
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.journey

# The coordinator's story is told of a status update.
OTHERS = [role.name for role in ROLES if role.name != "Samordnare"]


@pytest.fixture
def somebody_else(browser, site):
    """A browser of their own for each who sits down."""
    contexts = []

    def sits_down():
        contexts.append(browser.new_context(base_url=site, locale="sv-SE"))
        return contexts[-1].new_page()

    yield sits_down
    for context in contexts:
        context.close()


def test_an_article_is_corrected_and_taken_away_by_each_who_may(
    log_in, resident, somebody_else, site
):
    for role in OTHERS:
        news = NewsPageFactory(
            parent=NewsIndexPage.objects.get(), title=f"Tolv lampor, läst av {role}"
        )
        page = log_in(role, somebody_else())
        page.goto(f"{site}/redaktion/pages/{news.pk}/edit/")
        page.get_by_role("button", name="Handlingar", exact=True).first.click()
        page.get_by_role("link", name="Rätta", exact=True).first.click()
        page.get_by_label("Vad var fel, och vad står det nu?").fill("Lamporna är elva.")
        page.get_by_label("Varför blev det fel?").fill("Vi räknade fel.")
        page.locator("textarea[name=summary]").fill("Elva lampor lyser.")
        page.get_by_role("button", name="Publicera rättelsen").click()
        expect(page.locator(".messages")).to_contain_text("Rättelsen är publicerad.")
        resident.goto(news.url)
        main = resident.get_by_role("main")
        expect(main).to_contain_text("Elva lampor lyser.")
        expect(main).to_contain_text("Lamporna är elva. Vi räknade fel.")

        page.goto(f"{site}/redaktion/pages/{news.pk}/edit/")
        page.get_by_role("button", name="Fler åtgärder").click()
        page.get_by_role("link", name="Avpublicera").click()
        page.get_by_role("button", name=re.compile("Ja, avpublicera")).click()
        expect(page.locator(".messages")).to_contain_text("avpublicerad")
        assert resident.goto(news.url).status == 410
        page.goto(f"{site}/redaktion/pages/{news.pk}/history/")
        for done in ("Rättad", "Avpublicerad"):
            row = page.get_by_role("row").filter(has_text=done)
            expect(row).to_contain_text(role.lower())

"""A name that should never have stood on a page is blanked in its history, and a trace stays."""

import pytest
from playwright.sync_api import expect

from news.models import NewsIndexPage
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.journey


def test_a_name_is_gone_from_the_history_and_who_took_it_is_told(log_in, resident, site):
    news = NewsPageFactory(
        parent=NewsIndexPage.objects.get(), summary="Vi talade med Zqtina Zqvist på torget."
    )
    named = news.save_revision()
    named.publish()
    news.summary = "Vi talade med en granne på torget."
    news.save_revision().publish()
    old_words = f"{site}/redaktion/pages/{news.pk}/revisions/compare/{named.pk}...live/"

    page = log_in("Systemförvaltare")
    page.goto(old_words)
    expect(page.get_by_role("main")).to_contain_text("Zqtina")
    page.goto(f"{site}/redaktion/pages/{news.pk}/edit/")
    page.get_by_role("button", name="Handlingar", exact=True).first.click()
    page.get_by_role("link", name="Blanka i historiken").first.click()
    page.get_by_label("Ord som ska blankas").fill("Zqtina Zqvist")
    page.get_by_label("Varför").fill("Namnet på en privatperson.")
    page.get_by_role("button", name="Visa var orden finns").click()
    expect(page.get_by_role("main")).to_contain_text("Det här går inte att ångra.")
    page.get_by_role("button", name="Blanka för alltid").click()
    expect(page.locator(".messages")).to_contain_text("Orden är blankade")

    trace = page.get_by_role("row").filter(has_text="Ord blankade i historiken")
    expect(trace).to_contain_text("Namnet på en privatperson.")
    expect(trace).to_contain_text("systemförvaltare")
    page.goto(old_words)
    expect(page.get_by_role("main")).to_contain_text("[borttaget]")
    expect(page.get_by_role("main")).not_to_contain_text("Zqtina")
    resident.goto(news.url)
    expect(resident.get_by_role("main")).to_contain_text("Vi talade med en granne på torget.")

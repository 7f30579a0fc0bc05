"""An article from the old website is imported, completed in the admin and read by residents."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from foundation.links import ELSEWHERE
from news.models import NewsPage

pytestmark = pytest.mark.journey

HAGFORS = Path(__file__).parents[1] / "news" / "importing" / "articles" / "hagfors.txt"


def test_an_imported_article_is_completed_and_published(log_in, resident, site):
    page = log_in("Kommunikatör")
    page.get_by_role("link", name="Importera", exact=True).click()
    page.get_by_role("link", name="Importera artikel").click()
    page.locator("input[type=file]").set_input_files(HAGFORS)
    page.get_by_role("button", name="Granska filen").click()
    expect(page.get_by_role("main")).to_contain_text("göra torget till en trygg plats")
    assert not NewsPage.objects.exists()
    page.get_by_role("button", name="Skapa utkastet").click()

    note = page.get_by_role("region", name="Anteckning för redaktörer")
    expect(note).to_be_visible()
    expect(note.get_by_role("textbox")).to_have_value(
        re.compile("En polis bakom ett avspärrningsband")
    )
    page.get_by_role("button", name="Fler åtgärder").click()
    page.get_by_role("button", name="Spara utkast").click()
    expect(
        page.get_by_text(re.compile("har sparats|uppdaterad|sparat", re.IGNORECASE)).first
    ).to_be_visible()

    publish(page)
    expect(page.get_by_text("Länken går ingenstans.").first).to_be_visible()

    for place in (0, 1):
        page.get_by_role("textbox", name="Adress på en annan webbplats").nth(place).fill(
            "https://bra.se/ntu"
        )
    publish(page)
    expect(page.locator(".messages")).to_contain_text(re.compile("publicerad", re.IGNORECASE))
    article = NewsPage.objects.get()

    resident.goto("/nyheter/")
    resident.get_by_role("link", name=article.title).click()
    main = resident.get_by_role("main")
    expect(main.get_by_role("heading", level=2)).to_have_count(3)
    expect(main).to_contain_text("göra torget till en trygg plats.")
    expect(main).to_contain_text("Ann-Sofie Ronacher")
    expect(main.get_by_role("link", name=str(ELSEWHERE))).to_have_count(2)
    expect(main).not_to_contain_text("avspärrningsband")


def publish(page):
    """Press the button that is seen."""
    page.get_by_role("button", name="Publicera", exact=True).click()

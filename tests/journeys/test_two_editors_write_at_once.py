"""Two editors have the same measure open; the one who saves last meets what the other wrote."""

import pytest
from playwright.sync_api import expect

from actionplan.models import MeasurePage

pytestmark = pytest.mark.journey


@pytest.fixture
def another_browser(browser, site):
    """A browser of somebody else's."""
    context = browser.new_context(locale="sv-SE")
    yield context.new_page()
    context.close()


def test_the_text_of_neither_is_lost(log_in, another_browser, site):
    measure = MeasurePage.objects.get()
    form = f"{site}/redaktion/pages/{measure.pk}/edit/"
    first = log_in("Samordnare")
    second = log_in("Kommunikatör", another_browser)
    for page in (first, second):
        page.goto(form)
        # Nothing saves itself in this story: each presses the button.
        page.route("**/edit/", lambda route: autosave_stops(route))

    second.locator("textarea[name=goal]").fill("Torget ska kännas tryggt på kvällen.")
    second.get_by_role("button", name="Publicera", exact=True).click()
    expect(second.locator(".messages")).to_contain_text("publicerad")
    first.locator("textarea[name=goal]").fill("Fler ska vilja vara på torget.")
    first.get_by_role("button", name="Publicera", exact=True).click()

    main = first.locator("main")
    expect(main).to_contain_text("kommunikatör sparade en ny version")
    first.get_by_role("link", name="Jämför texterna").click()
    expect(first.locator("main")).to_contain_text("Fler ska vilja vara på torget.")
    expect(first.locator("main")).to_contain_text("Torget ska kännas tryggt på kvällen.")
    first.go_back()
    first.get_by_role("link", name="Fortsätt med min text").click()
    expect(first.locator("textarea[name=goal]")).to_have_value("Fler ska vilja vara på torget.")
    first.get_by_role("button", name="Publicera").first.click()
    expect(first.locator(".messages")).to_contain_text("publicerad")

    measure.refresh_from_db()
    assert measure.goal == "Fler ska vilja vara på torget."
    kept = [revision.content["goal"] for revision in measure.revisions.all()]
    assert "Torget ska kännas tryggt på kvällen." in kept


def autosave_stops(route):
    """What saves itself gets no answer; what a button sends passes."""
    if "application/json" in route.request.headers.get("accept", ""):
        route.abort()
    else:
        route.continue_()

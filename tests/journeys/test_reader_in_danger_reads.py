"""Somebody who may be watched finds her way on the page, by keyboard, enlarged and without JavaScript."""

import pytest
from playwright.sync_api import expect

from actionplan.models import PlanPage, SurveyIndexPage
from news.models import SupportPage
from tests.factories import SurveyPageFactory

pytestmark = pytest.mark.journey

START = "/stod-och-rad/"


def test_without_javascript_every_link_out_leads_there_and_tells_nobody_where_from(
    resident, safe_site, elsewhere, settings
):
    settings.WAGTAILADMIN_BASE_URL = safe_site
    text = f'<p><a href="{elsewhere.url}/text">Läs mer</a></p>'
    support = SupportPage.objects.get(slug="stod-och-rad")
    support.body = [
        ("paragraph", text),
        ("link_list", {"items": [{"label": "Förening", "url": f"{elsewhere.url}/lista"}]}),
    ]
    support.source_text, support.source_url = "Källan", f"{elsewhere.url}/kalla"
    support.save_revision().publish()
    survey = SurveyPageFactory(
        parent=SurveyIndexPage.objects.child_of(PlanPage.objects.get()).get(),
        website=f"{elsewhere.url}/undersokning",
        website_label="Undersökningen",
        body=[("paragraph", text.replace("/text", "/undersokningens-text"))],
    )

    for address, path in (
        (START, "/vader"),
        (START, "/linjen"),
        (START, "/text"),
        (START, "/lista"),
        (START, "/kalla"),
        (survey.url, "/undersokning"),
        (survey.url, "/undersokningens-text"),
    ):
        resident.goto(address)
        link = resident.locator(f'a[href="{elsewhere.url}{path}"]').first
        assert "noreferrer" in link.get_attribute("rel")
        link.click()
        expect(resident).to_have_url(f"{elsewhere.url}{path}")
        assert elsewhere.referers[path] is None


@pytest.fixture
def enlarged(browser, safe_site):
    """A page at 400 % of a window that is 1280 points wide, for somebody who wants less motion."""
    context = browser.new_context(
        base_url=safe_site,
        viewport={"width": 320, "height": 256},
        reduced_motion="reduce",
        locale="sv-SE",
    )
    yield context.new_page()
    context.close()


WHERE = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  // Words that go over several lines have a box for each.
  const box = at.getClientRects()[0];
  const seen = document.elementFromPoint(box.left + box.width / 2, box.top + 3);
  return {
    name: at.textContent.trim(),
    seen: at === seen || at.contains(seen),
    bar: document.querySelector(".leave").getBoundingClientRect().top,
  };
}"""


def test_the_way_out_is_first_by_keyboard_stays_and_never_hides_what_has_focus(enlarged):
    enlarged.goto(START)
    way_out = enlarged.locator(".leave a")
    names = []

    for _ in range(40):
        enlarged.keyboard.press("Tab")
        place = enlarged.evaluate(WHERE)
        if place is None:
            break
        names.append(place["name"])
        assert place["seen"], place
        assert place["bar"] == 0
    for name in reversed(names):
        enlarged.keyboard.press("Shift+Tab")
        place = enlarged.evaluate(WHERE)
        assert place["name"] == name
        assert place["seen"], place

    assert names[:3] == [
        "Nödutgång: Lämna sidan snabbt",
        "Hoppa till innehållet",
        "Nödutgång: Lämna sidan snabbt",
    ]
    assert way_out.bounding_box()["height"] >= 44
    # More than half of the window is page.
    assert enlarged.locator(".leave").bounding_box()["height"] < 128
    assert enlarged.evaluate("document.documentElement.scrollWidth") == 320
    assert enlarged.evaluate("document.getAnimations().length") == 0
    for phone in enlarged.locator(".phone a[href^='tel:']").all():
        assert phone.bounding_box()["height"] >= 44

    enlarged.emulate_media(media="print")
    expect(way_out).to_be_hidden()
    expect(enlarged.get_by_role("heading", level=1)).to_be_visible()

"""The coordinator tells how it goes with a measure, and residents read it everywhere."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from actionplan.models import MeasurePage, StatusUpdatePage
from foundation.precise_date import PreciseDate
from foundation.swedish.dates import long_date
from tests.journeys.autosave import tell_when_watched, wait_until_watched
from tests.journeys.moments import let_the_moment_come, schedule_for_tomorrow

pytestmark = pytest.mark.journey


@pytest.fixture
def late_measure(site):
    """The measure, whose follow-up was missed last week."""
    missed_on = timezone.localdate() - datetime.timedelta(days=7)
    MeasurePage.objects.update(next_follow_up=PreciseDate.of_day(missed_on))


class Counting:
    """The coordinator, with a count of what it takes: clicks and fields filled in."""

    def __init__(self, page):
        self.page = page
        self.clicks = self.fields = 0

    def click(self, target):
        target.click()
        self.clicks += 1

    def choose(self, name, label):
        self.page.get_by_role("combobox", name=name).select_option(label=label)
        self.fields += 1

    def write(self, text):
        self.page.locator("[data-contentpath=text]").get_by_role("textbox").click()
        self.page.keyboard.type(text)
        self.fields += 1
        # The editor hands its text to the form a moment after the last key.
        expect(self.page.locator("input[name=text]")).to_have_value(re.compile(text))


def fields_seen(page):
    """The fields of the form that can be seen without unfolding anything."""
    return page.locator("form [data-contentpath]:visible").count()


def test_from_the_desk_to_published_takes_three_clicks_and_two_fields(
    log_in, resident, late_measure
):
    page = log_in("Samordnare")
    person = Counting(page)
    row = page.get_by_role("listitem").filter(has_text="Ett tryggare torg")
    person.click(row.get_by_role("link", name="Ny lägesrapport"))

    expect(page.get_by_role("textbox", name="Dagen det gäller")).to_have_value(
        timezone.localdate().isoformat()
    )
    expect(page.get_by_role("combobox", name="Status")).to_have_value("planned")
    for status in ("Ingår i en annan åtgärd", "Pausad"):
        page.get_by_role("combobox", name="Status").select_option(label=status)
        expect(page.locator("textarea[name=reason]")).to_be_visible()
        assert fields_seen(page) == 5

    person.choose("Status", "Pågår")
    expect(page.locator("textarea[name=reason]")).to_be_hidden()
    assert fields_seen(page) == 4
    person.write("Ny belysning är beställd till torget.")
    person.click(page.get_by_role("button", name="Publicera", exact=True))
    expect(page.locator(".messages")).to_contain_text(re.compile("publicerad", re.IGNORECASE))
    # One more click put the cursor in the text.
    assert (person.clicks + 1, person.fields) == (3, 2)

    resident.goto("/")
    expect(resident.get_by_role("main")).to_contain_text("Ny belysning är beställd till torget.")
    resident.get_by_role("link", name="Åtgärdsplanen", exact=True).first.click()
    row = resident.get_by_role("listitem").filter(has_text="Ett tryggare torg")
    expect(row).to_contain_text("Pågår")
    resident.get_by_role("link", name="Ett tryggare torg").click()
    expect(resident.get_by_role("heading", level=1)).to_have_text("Ett tryggare torg")
    timeline = resident.get_by_role("main")
    expect(timeline).to_contain_text(f"Lägesrapport {long_date(timezone.localdate())}")
    expect(timeline).to_contain_text("Ny belysning är beställd till torget.")


def test_a_scheduled_update_is_written_from_the_measure_and_is_public_when_its_moment_comes(
    log_in, resident, site
):
    page = log_in("Samordnare")
    page.get_by_role("button", name="Åtgärdsplan").click()
    page.get_by_role("link", name="Åtgärder", exact=True).click()
    page.get_by_role("link", name="Ett tryggare torg").first.click()
    page.get_by_role("link", name="Skriv ny lägesrapport").click()
    person = Counting(page)
    person.choose("Status", "Pågår")
    person.write("Ny belysning är beställd till torget.")
    schedule_for_tomorrow(page)

    measure = MeasurePage.objects.get()
    resident.goto(measure.url)
    expect(resident.get_by_role("main")).not_to_contain_text("Ny belysning")
    let_the_moment_come(StatusUpdatePage.objects.get().scheduled_revision)
    resident.reload()
    expect(resident.get_by_role("main")).to_contain_text("Ny belysning är beställd till torget.")


def test_a_button_pressed_while_the_form_saves_itself_makes_no_second_draft(log_in, late_measure):
    page = log_in("Samordnare")
    tell_when_watched(page)
    row = page.get_by_role("listitem").filter(has_text="Ett tryggare torg")
    row.get_by_role("link", name="Ny lägesrapport").click()
    wait_until_watched(page)

    on_their_way = []
    page.route("**/pages/add/**", lambda route: on_their_way.append(route))
    with page.expect_request("**/pages/add/**"):
        Counting(page).write("Ny belysning är beställd till torget.")
    button = page.get_by_role("button", name="Publicera", exact=True)
    button.click(no_wait_after=True)
    for route in on_their_way:
        route.continue_()
    expect(page.locator(".messages")).to_contain_text(re.compile("publicerad", re.IGNORECASE))

    assert StatusUpdatePage.objects.get().live

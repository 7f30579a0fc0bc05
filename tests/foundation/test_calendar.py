"""The calendar is iCalendar that any program reads, and holds the days that readers may know of."""

import datetime

import pytest
from icalendar import Calendar

from actionplan.status import MeasureStatus
from foundation.feeds.calendar import _folded, _text
from foundation.precise_date import PreciseDate
from news.models.campaign_parts import CampaignActivity, InternalActivity
from tests.factories import (
    CampaignPageFactory,
    FocusAreaPageFactory,
    MeasurePageFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
)

DAY = PreciseDate.of_day(datetime.date(2099, 5, 3))


@pytest.fixture
def events(client, home):
    """The events as another program reads them."""

    def events():
        answer = client.get("/flode/kalender.ics")
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer["X-Robots-Tag"] == "noindex"
        assert b"\n" not in answer.content.replace(b"\r\n", b"")
        assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
        calendar = Calendar.from_ical(answer.content)
        found = calendar.walk("VEVENT")
        assert (calendar.errors, [event.errors for event in found]) == ([], [[]] * len(found))
        return found

    return events


def test_a_follow_up_stands_in_it(events, area):
    measure = MeasurePageFactory(
        parent=area, title="Ljus, värme; " + "å" * 80, next_follow_up=DAY, follow_up_how="På torget"
    )
    done = MeasurePageFactory(parent=area, next_follow_up=DAY)
    StatusUpdatePageFactory(parent=done, status=MeasureStatus.DONE)

    [event] = events()

    assert event["UID"] == f"uppfoljning-{measure.translation_key}@localhost"
    assert (event.start, event.end) == (datetime.date(2099, 5, 3), datetime.date(2099, 5, 4))
    assert event.decoded("DTSTAMP") == measure.updated_at.replace(microsecond=0)
    assert event["SUMMARY"] == "Uppföljning: Ljus, värme; " + "å" * 80
    assert event["DESCRIPTION"] == "Följs upp senast den 3 maj 2099."
    assert event["URL"] == f"http://localhost{measure.url}"


def test_a_follow_up_some_time_in_a_month_stands_on_its_last_day(events, area):
    MeasurePageFactory(parent=area, next_follow_up=PreciseDate.of_month(2099, 5))

    [event] = events()

    assert event.start == datetime.date(2099, 5, 31)
    assert event["DESCRIPTION"] == "Följs upp senast i maj 2099."


def test_a_day_in_safe_mode_or_of_an_example_does_not(events, plan, area):
    safe = FocusAreaPageFactory(
        parent=plan, title="Trygga hem", safe_title="Tryggt", safe_mode=True
    )
    MeasurePageFactory(parent=safe, next_follow_up=DAY)
    MeasurePageFactory(parent=area, next_follow_up=DAY, is_example=True)
    example = FocusAreaPageFactory(parent=plan, title="Exempel", is_example=True)
    MeasurePageFactory(parent=example, next_follow_up=DAY)

    assert events() == []


def test_what_residents_may_come_to_stands_in_it_in_neutral_words(events, home):
    campaign = CampaignPageFactory(parent=SupportPageFactory(parent=home), live=False)
    for model, what in (
        (CampaignActivity, "Öppet hus"),
        (CampaignActivity, "Föreläsning om våld i nära relationer"),
        (InternalActivity, "Intern genomgång"),
    ):
        model.objects.create(page=campaign, day=campaign.starts_on, what=what, place="Biblioteket")
    assert events() == []
    campaign = type(campaign).objects.get(pk=campaign.pk)
    campaign.save_revision().publish()

    said = events()

    assert {event["SUMMARY"] for event in said} == {"Öppet hus", "Stöd och råd"}
    assert all("URL" not in event for event in said)
    assert {event["LOCATION"] for event in said} == {"Biblioteket"}


def test_long_lines_are_folded_between_characters():
    line = "SUMMARY:" + "å😀\u00a0a" * 60

    pieces = _folded(line).split("\r\n")

    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line


def test_no_text_breaks_out_of_its_line():
    assert _text("a\r\nEND:VEVENT\u2028b\\;,") == "a\\nEND:VEVENT\\nb\\\\\\;\\,"

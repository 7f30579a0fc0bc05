"""A measure is followed up by its updates, and the public is told when it was not."""

import datetime

import pytest

from actionplan.freshness import (
    FollowUpInterval,
    Freshness,
    freshness,
    freshness_in_words,
    is_followed_up,
    next_follow_up,
)
from actionplan.status import MeasureStatus
from foundation.precise_date import PreciseDate, parse

MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY, EVERY_OTHER_YEAR = FollowUpInterval
ONGOING = MeasureStatus.ONGOING


def date(text: str | None) -> PreciseDate | None:
    return text and parse(text)


def day(text: str | None) -> datetime.date | None:
    return text and datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("planned", "interval", "too_early", "early_enough"),
    [
        ("1 mars 2026", None, "2026-01-29", "2026-01-30"),
        ("1 mars 2024", HALF_YEARLY, "2024-01-30", "2024-01-31"),
        ("juni 2026", YEARLY, "2026-05-30", "2026-05-31"),
        ("kvartal 3 2026", QUARTERLY, "2026-08-30", "2026-08-31"),
        ("2026", EVERY_OTHER_YEAR, "2026-11-30", "2026-12-01"),
        ("1 mars 2026", MONTHLY, "2026-02-18", "2026-02-19"),
    ],
)
def test_an_update_shortly_before_the_planned_day_is_the_follow_up(
    planned, interval, too_early, early_enough
):
    assert not is_followed_up(date(planned), interval, None)
    assert not is_followed_up(date(planned), interval, day(too_early))
    assert is_followed_up(date(planned), interval, day(early_enough))
    assert is_followed_up(date(planned), interval, date(planned).last_day)


@pytest.mark.parametrize(
    ("agreed", "interval", "newest", "following"),
    [
        # Not yet followed up: what was agreed stands, however long ago
        ("1 mars 2026", HALF_YEARLY, None, "2026-03-01"),
        ("1 mars 2026", HALF_YEARLY, "2025-11-01", "2026-03-01"),
        ("2026", None, "2026-06-01", "2026"),
        # Followed up once: one interval later, as exact as before
        ("1 mars 2026", HALF_YEARLY, "2026-02-20", "2026-09-01"),
        ("1 mars 2026", MONTHLY, "2026-03-01", "2026-04-01"),
        ("juni 2026", YEARLY, "2026-06-30", "2027-06"),
        ("kvartal 2 2026", QUARTERLY, "2026-06-15", "2026-Q3"),
        ("2026", EVERY_OTHER_YEAR, "2026-12-24", "2028"),
        ("2026", HALF_YEARLY, "2026-12-24", "2027-06"),
        # Followed up late: the days between need no follow-up of their own
        ("1 mars 2025", HALF_YEARLY, "2026-04-15", "2026-09-01"),
        ("1 april 2026", MONTHLY, "2026-07-02", "2026-08-01"),
        # Month ends and leap days
        ("31 januari 2026", MONTHLY, "2026-01-31", "2026-02-28"),
        ("31 januari 2026", MONTHLY, "2026-02-28", "2026-03-31"),
        ("29 februari 2024", YEARLY, "2024-02-29", "2025-02-28"),
        ("29 februari 2024", YEARLY, "2027-03-01", "2028-02-29"),
        # Followed up, and no one has said how often
        ("1 mars 2026", None, "2026-03-01", None),
        ("juni 2026", None, "2026-05-31", None),
    ],
)
def test_after_a_follow_up_comes_the_next_one_an_interval_later(
    agreed, interval, newest, following
):
    planned = next_follow_up(date(agreed), interval, day(newest), day("2020-01-01"))

    assert (planned and planned.iso) == following


@pytest.mark.parametrize(
    ("interval", "newest", "since", "following"),
    [
        (HALF_YEARLY, "2026-01-15", "2025-01-01", "2026-07-15"),
        (MONTHLY, "2026-01-31", None, "2026-02-28"),
        (EVERY_OTHER_YEAR, "2024-02-29", None, "2026-02-28"),
        (YEARLY, None, "2025-01-01", "2026-01-01"),
        (YEARLY, None, None, None),
        (None, "2026-01-15", "2025-01-01", None),
        (None, None, None, None),
    ],
)
def test_without_an_agreed_date_the_interval_runs_from_the_newest_update_or_the_beginning(
    interval, newest, since, following
):
    planned = next_follow_up(None, interval, day(newest), day(since))

    assert (planned and planned.iso) == following


@pytest.mark.parametrize(
    ("planned", "interval", "last_fresh", "first_due", "last_due", "first_overdue"),
    [
        ("1 mars 2026", None, "2026-01-29", "2026-01-30", "2026-03-01", "2026-03-02"),
        ("juni 2026", HALF_YEARLY, "2026-05-30", "2026-05-31", "2026-06-30", "2026-07-01"),
        ("kvartal 4 2026", YEARLY, "2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"),
        ("2026", YEARLY, "2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"),
        ("februari 2024", QUARTERLY, "2024-01-29", "2024-01-30", "2024-02-29", "2024-03-01"),
        ("1 mars 2026", MONTHLY, "2026-02-18", "2026-02-19", "2026-03-01", "2026-03-02"),
    ],
)
def test_a_measure_is_fresh_then_due_then_overdue(
    planned, interval, last_fresh, first_due, last_due, first_overdue
):
    def on(text: str) -> Freshness | None:
        return freshness(ONGOING, date(planned), interval, day(text))

    assert on(last_fresh) is Freshness.FRESH
    assert on(first_due) is Freshness.DUE
    assert on(last_due) is Freshness.DUE
    assert on(first_overdue) is Freshness.OVERDUE


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (MeasureStatus.PLANNED, Freshness.OVERDUE),
        (MeasureStatus.ONGOING, Freshness.OVERDUE),
        (MeasureStatus.PAUSED, Freshness.OVERDUE),
        (MeasureStatus.DONE, None),
        (MeasureStatus.CANCELLED, None),
        (MeasureStatus.MERGED, None),
    ],
)
def test_only_what_has_work_left_is_followed_up(status, expected):
    planned, today = date("1 mars 2026"), day("2026-11-23")

    assert freshness(status, planned, YEARLY, today) is expected
    assert bool(freshness_in_words(status, planned, YEARLY, today)) is (expected is not None)


@pytest.mark.parametrize(
    ("planned", "interval", "today", "words"),
    [
        (
            "1 mars 2026",
            HALF_YEARLY,
            "2026-05-02",
            "Följs upp varje halvår. Skulle ha följts upp senast den 1 mars 2026. "
            "Uppföljningen är två månader försenad.",
        ),
        (
            "juni 2026",
            None,
            "2026-07-10",
            "Skulle ha följts upp senast i juni 2026. "
            "Uppföljningen är mindre än en månad försenad.",
        ),
        (
            "kvartal 1 2024",
            EVERY_OTHER_YEAR,
            "2026-11-23",
            "Följs upp vartannat år. Skulle ha följts upp senast under kvartal 1 2024. "
            "Uppföljningen är mer än två år försenad.",
        ),
        ("1 mars 2027", None, "2026-11-23", "Följs upp senast den 1 mars 2027."),
        ("juni 2027", None, "2026-11-23", "Följs upp senast i juni 2027."),
        ("2027", None, "2027-12-31", "Följs upp senast under 2027."),
        (
            "1 mars 2027",
            MONTHLY,
            "2027-03-01",
            "Följs upp varje månad, nästa gång senast den 1 mars 2027.",
        ),
        (None, None, "2026-11-23", "Ingen uppföljning är planerad."),
    ],
)
def test_the_public_is_told_in_words_when_it_is_followed_up(planned, interval, today, words):
    assert freshness_in_words(ONGOING, date(planned), interval, day(today)) == words

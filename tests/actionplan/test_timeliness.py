"""A measure is late on the day after the whole of its due date has come."""

import datetime

import pytest

from actionplan.status import MeasureStatus
from actionplan.timeliness import Timeliness, timeliness
from foundation.precise_date import parse

ONGOING = MeasureStatus.ONGOING


@pytest.mark.parametrize(
    ("due", "last_day_on_time", "first_day_late"),
    [
        ("13 juni 2024", "2024-06-13", "2024-06-14"),
        ("juni 2024", "2024-06-30", "2024-07-01"),
        ("februari 2024", "2024-02-29", "2024-03-01"),
        ("februari 2026", "2026-02-28", "2026-03-01"),
        ("kvartal 3 2024", "2024-09-30", "2024-10-01"),
        ("2024", "2024-12-31", "2025-01-01"),
    ],
)
def test_a_measure_is_on_time_through_the_last_day_of_its_due_date(
    due, last_day_on_time, first_day_late
):
    def on(day: str) -> Timeliness:
        return timeliness(ONGOING, parse(due), False, datetime.date.fromisoformat(day))

    assert on("2000-01-01") is Timeliness.ON_TIME
    assert on(last_day_on_time) is Timeliness.ON_TIME
    assert on(first_day_late) is Timeliness.LATE


@pytest.mark.parametrize(
    ("status", "due", "continuous", "expected"),
    [
        (MeasureStatus.PLANNED, "2024", False, Timeliness.LATE),
        (MeasureStatus.ONGOING, "2024", False, Timeliness.LATE),
        (MeasureStatus.PAUSED, "2024", False, Timeliness.LATE),
        (MeasureStatus.DONE, "2024", False, Timeliness.CLOSED),
        (MeasureStatus.CANCELLED, "2024", False, Timeliness.CLOSED),
        (MeasureStatus.MERGED, "2024", False, Timeliness.CLOSED),
        (MeasureStatus.ONGOING, None, False, Timeliness.NO_DATE),
        (MeasureStatus.ONGOING, None, True, Timeliness.NO_DATE),
        (MeasureStatus.ONGOING, "2024", True, Timeliness.NO_DATE),
        (MeasureStatus.DONE, None, True, Timeliness.CLOSED),
    ],
)
def test_only_open_work_with_an_end_can_be_late(status, due, continuous, expected):
    today = datetime.date(2026, 11, 23)

    assert timeliness(status, due and parse(due), continuous, today) is expected

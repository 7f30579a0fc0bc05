"""A day ends at midnight in Sweden, also the two days a year that are not 24 hours long."""

import datetime

import pytest

from delivery.day import end_of_day


@pytest.mark.parametrize(
    ("moment", "midnight"),
    [
        ("2026-05-03T12:00+02:00", "2026-05-04T00:00+02:00"),
        ("2026-05-03T23:59:59+02:00", "2026-05-04T00:00+02:00"),
        ("2026-05-04T00:00+02:00", "2026-05-05T00:00+02:00"),
        # In Sweden it is already the fourth.
        ("2026-05-03T22:30+00:00", "2026-05-05T00:00+02:00"),
        ("2026-03-29T01:00+01:00", "2026-03-30T00:00+02:00"),
        ("2026-10-25T01:00+02:00", "2026-10-26T00:00+01:00"),
    ],
)
def test_it_ends_at_the_next_midnight(moment, midnight):
    at = datetime.datetime.fromisoformat(moment).timestamp()

    assert end_of_day(at) == datetime.datetime.fromisoformat(midnight).timestamp()

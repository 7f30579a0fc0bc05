"""Whether a measure has been followed up when it should, and how that is said to the public.

Computed, never stored. A measure is followed up by publishing a status update. What counts is
the planned day: the last day of the date that was agreed on ("juni 2026" gives 30 June).
"""

import datetime

from django.db import models

from actionplan.status import MeasureStatus
from foundation.precise_date import PreciseDate
from foundation.precise_date.months import whole_months_between
from foundation.swedish.dates import months_in_words


class Freshness(models.TextChoices):
    """How a measure stands against its follow-up."""

    FRESH = "fresh", "Aktuell"
    DUE = "due", "Ska följas upp"
    OVERDUE = "overdue", "Uppföljningen är försenad"
    UNPLANNED = "unplanned", "Ingen uppföljning planerad"


class FollowUpInterval(models.TextChoices):
    """How often something is followed up."""

    MONTH = "month", "varje månad"
    QUARTER = "quarter", "varje kvartal"
    HALF_YEAR = "half_year", "varje halvår"
    YEAR = "year", "varje år"
    TWO_YEARS = "two_years", "vartannat år"

    @property
    def months(self) -> int:
        """How many months lie between two follow-ups."""
        return {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "two_years": 24}[self.value]


def notice(interval: FollowUpInterval | None) -> datetime.timedelta:
    """How long before the planned day a follow-up is called for, and counts as made.

    Thirty days; ten when it is made every month, as one update would else count for two months.
    """
    return datetime.timedelta(days=10 if interval is FollowUpInterval.MONTH else 30)


def is_followed_up(
    planned: PreciseDate, interval: FollowUpInterval | None, newest_fact_on: datetime.date | None
) -> bool:
    """Whether the newest status update is late enough to be the follow-up planned for then."""
    if newest_fact_on is None:
        return False
    return newest_fact_on >= planned.last_day - notice(interval)


def next_follow_up(
    agreed: PreciseDate | None,
    interval: FollowUpInterval | None,
    newest_fact_on: datetime.date | None,
    since: datetime.date | None,
) -> PreciseDate | None:
    """When a measure is to be followed up next, or None when nothing is planned.

    `agreed` is the date that the editor has written, `newest_fact_on` the day of fact of the
    newest public status update. `since` is the day from which an interval runs where there is
    neither: the day on which the measure began or was first published.
    """
    if agreed is not None:
        return _next_after_agreed(agreed, interval, newest_fact_on)
    last = newest_fact_on or since
    if interval is None or last is None:
        return None
    return PreciseDate.of_day(last).months_later(interval.months)


def _next_after_agreed(
    agreed: PreciseDate, interval: FollowUpInterval | None, newest_fact_on: datetime.date | None
) -> PreciseDate | None:
    """The agreed date, or the first one after it, an interval apart, that is not followed up.

    Every step is counted from the agreed date, so that 31 January stays a month's last day.
    """
    planned, steps = agreed, 0
    while is_followed_up(planned, interval, newest_fact_on):
        if interval is None:
            return None
        steps += 1
        planned = agreed.months_later(steps * interval.months)
    return planned


def freshness(
    status: MeasureStatus,
    planned: PreciseDate | None,
    interval: FollowUpInterval | None,
    today: datetime.date,
) -> Freshness | None:
    """How a measure, next planned to be followed up then, stands today.

    None when no work remains. A paused measure is still followed up: when does it go on?
    """
    if not status.is_open:
        return None
    if planned is None:
        return Freshness.UNPLANNED
    if today > planned.last_day:
        return Freshness.OVERDUE
    if today >= planned.last_day - notice(interval):
        return Freshness.DUE
    return Freshness.FRESH


def freshness_in_words(
    status: MeasureStatus,
    planned: PreciseDate | None,
    interval: FollowUpInterval | None,
    today: datetime.date,
) -> str:
    """What the public is told about the follow-up; nothing when no work remains.

    "Följs upp varje halvår. Skulle ha följts upp senast den 1 mars 2026. Uppföljningen är två
    månader försenad."
    """
    state = freshness(status, planned, interval, today)
    if state is None:
        return ""
    if planned is None:
        return "Ingen uppföljning är planerad."
    if state is Freshness.OVERDUE:
        how_often = f"Följs upp {interval.label}. " if interval else ""
        late = months_in_words(whole_months_between(planned.last_day, today))
        return (
            f"{how_often}Skulle ha följts upp senast {planned.when}. "
            f"Uppföljningen är {late} försenad."
        )
    how_often = f" {interval.label}, nästa gång" if interval else ""
    return f"Följs upp{how_often} senast {planned.when}."

"""Whether a measure keeps its time. Computed, never stored: time passes without anyone saving."""

import datetime

from django.db import models

from actionplan.status import MeasureStatus
from foundation.precise_date import PreciseDate


class Timeliness(models.TextChoices):
    """How a measure stands against its due date."""

    ON_TIME = "on_time", "I tid"
    LATE = "late", "Försenad"
    NO_DATE = "no_date", "Utan slutdatum"
    CLOSED = "closed", "Avslutad"


def timeliness(
    status: MeasureStatus, due: PreciseDate | None, continuous: bool, today: datetime.date
) -> Timeliness:
    """How a measure that is due then stands today.

    A paused measure can be late: work remains, and the residents were promised a date.
    Continuous work has no end to be late for, whatever date is left in the form.
    """
    if not status.is_open:
        return Timeliness.CLOSED
    if continuous or due is None:
        return Timeliness.NO_DATE
    return Timeliness.LATE if today > due.last_day else Timeliness.ON_TIME

"""When an indicator is to get a new value. Computed, never stored: time passes without anyone saving.

A value tells of a period, and is known some time after it has ended: how many felt unsafe in 2025
is published in the autumn of 2026. Months are as exact as that can be foretold.
"""

import datetime

from django.db import models

from foundation.precise_date import PreciseDate
from foundation.precise_date.months import last_day_of_month, months_later
from foundation.swedish.dates import month_and_year


class ValueInterval(models.TextChoices):
    """How often an indicator gets a new value; not chosen where nobody knows."""

    QUARTER = "quarter", "varje kvartal"
    HALF_YEAR = "half_year", "varje halvår"
    YEAR = "year", "varje år"
    TWO_YEARS = "two_years", "vartannat år"
    THREE_YEARS = "three_years", "vart tredje år"

    @property
    def months(self) -> int:
        """How many months lie between the ends of two periods."""
        return {"quarter": 3, "half_year": 6, "year": 12, "two_years": 24, "three_years": 36}[
            self.value
        ]


def month_of_next_value(
    newest: PreciseDate | None, interval: ValueInterval | None, delay: int
) -> datetime.date | None:
    """The last day of the month in which the next value is to be had, or None if none is expected.

    `newest` is the period of the newest value, or the end of it; `delay` the months that pass from
    the end of a period until its value is known.
    """
    if newest is None or interval is None:
        return None
    # From the month, not the day: half a year after 28 February is the end of August.
    end = last_day_of_month(newest.last_day)
    return last_day_of_month(months_later(end, interval.months + delay))


def waiting_in_words(expected: datetime.date | None, today: datetime.date) -> str:
    """What an editor is told from the month in which the value is to be had; before it nothing."""
    if expected is None or today < expected.replace(day=1):
        return ""
    word = "väntas" if today <= expected else "väntades"
    return f"Nytt värde {word} i {month_and_year(expected)}."

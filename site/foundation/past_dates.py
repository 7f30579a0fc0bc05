"""Dates of what has happened: a review, a check, a decision. None of them lies in the future.

What readers may see of a day follows the day they may see it: the day of a status update and of an
article may be that of their scheduled publication, and their own page types say so.
"""

import datetime

from django.db.models import Model
from django.utils import timezone
from django.utils.text import capfirst

from foundation.precise_date import PreciseDate


def has_come(date: datetime.date | PreciseDate) -> bool:
    """Whether the date has come; a month, a quarter or a year has when it has begun."""
    day = date.first_day if isinstance(date, PreciseDate) else date
    return day <= timezone.localdate()


def future_dates(thing: Model, *names: str) -> dict[str, list[str]]:
    """Which of these dates of the thing have not come, with what to do about it, by field."""
    return {
        name: [_refusal(thing, name)]
        for name in names
        if (date := getattr(thing, name)) and not has_come(date)
    }


def _refusal(thing: Model, name: str) -> str:
    label = capfirst(thing._meta.get_field(name).verbose_name)
    return f"”{label}” ligger i framtiden. Skriv i dag eller en tidigare dag."

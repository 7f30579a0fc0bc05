"""Dates and spans of time as Swedish writes them, whatever language is active.

Titles and sentences are stored and shown in Swedish also when an editor works in English,
so Django's own formats, which follow the active language, are not enough.
"""

import datetime
import re

from foundation.swedish import numbers
from foundation.swedish.numbers import NO_BREAK

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

_NUMBERS = (
    "noll",
    "en",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)

_DATE = re.compile(
    rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})(?: \d{{4}})?|kvartal \d(?: \d{{4}})?",
    re.IGNORECASE,
)

# From here on a reader counts in years.
_MANY_MONTHS = 24


def long_date(day: datetime.date) -> str:
    """The day as running text writes it: "3 maj 2026"."""
    return f"{day.day} {month_and_year(day)}"


def month_and_year(day: datetime.date) -> str:
    """The month that the day lies in: "maj 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def week(day: datetime.date) -> str:
    """The week that the day lies in, counted as Swedish calendars do: "vecka 47"."""
    return f"vecka {day.isocalendar().week}"


def span_of_days(first: datetime.date, last: datetime.date) -> str:
    """From one day to another, saying nothing twice: "3–9 maj 2026", "30 mars – 5 april 2026"."""
    if first.year != last.year:
        return f"{long_date(first)} – {long_date(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {long_date(last)}"
    return f"{first.day}–{long_date(last)}"


def unbroken(text: str) -> str:
    """The text with no line break inside a date: "3 maj 2026", "kvartal 3 2026"."""
    return _DATE.sub(lambda date: date[0].replace(" ", NO_BREAK), text)


def in_words(number: int) -> str:
    """A number before a word of common gender: "två" (månader), but "13" (månader), "1 250" (sidor)."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else numbers.number(number)


def months_in_words(months: int) -> str:
    """A span of whole months as one would say it: "två månader", "mer än två år"."""
    if months < 1:
        return "mindre än en månad"
    if months == 1:
        return "en månad"
    if months < _MANY_MONTHS:
        return f"{in_words(months)} månader"
    years, rest = divmod(months, 12)
    return f"{'mer än ' if rest else ''}{in_words(years)} år"

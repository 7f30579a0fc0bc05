"""A period of days as one would say it."""

from datetime import date

from foundation.swedish.dates import MONTHS, long_date


def period_in_words(first: date | None, last: date | None) -> str:
    """The days from first to last: "23–29 november 2026", "30 november – 4 december 2026".

    An unknown end is left open, in words; with neither there is nothing to say.
    """
    if first is None or last is None:
        if first:
            return f"från den {long_date(first)}"
        return f"till den {long_date(last)}" if last else ""
    if first == last:
        return long_date(first)
    if first.year != last.year:
        return f"{long_date(first)} – {long_date(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {long_date(last)}"
    return f"{first.day}–{long_date(last)}"

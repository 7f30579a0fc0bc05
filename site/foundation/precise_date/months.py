"""Counting in months, which are not equally long."""

import calendar
import datetime


def last_day_of_month(day: datetime.date) -> datetime.date:
    """The last day of the month that `day` lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later; where a month has no such day, its last one."""
    years, month = divmod(day.month - 1 + months, 12)
    last = last_day_of_month(datetime.date(day.year + years, month + 1, 1))
    return last.replace(day=min(day.day, last.day))


def whole_months_between(start: datetime.date, end: datetime.date) -> int:
    """How many whole months have passed from `start` to `end`; none when `end` comes first."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if months > 0 and months_later(start, months) > end:
        months -= 1
    return max(months, 0)

"""Days as they are when a test asks for them: a run of all tests may go past midnight."""

import datetime

from django.utils import timezone


def in_days(days: int) -> datetime.date:
    """So many days from today."""
    return timezone.localdate() + datetime.timedelta(days=days)


def days_ago(days: int) -> datetime.date:
    """So many days before today."""
    return in_days(-days)

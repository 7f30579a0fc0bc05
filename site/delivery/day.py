"""When the day turns: what a page says of time holds until then."""

import datetime

from django.utils import timezone


def end_of_day(moment: float) -> float:
    """The midnight after `moment` in the site's own time zone; both in seconds since 1970."""
    zone = timezone.get_default_timezone()
    tomorrow = datetime.datetime.fromtimestamp(moment, zone).date() + datetime.timedelta(days=1)
    return datetime.datetime.combine(tomorrow, datetime.time.min, zone).timestamp()

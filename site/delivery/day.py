"""When the day turns: what a page says of time holds until then."""

import datetime

from django.utils import timezone


def end_of_day() -> float:
    """The moment of the next midnight in the site's own time zone, in seconds since 1970."""
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    midnight = datetime.datetime.combine(tomorrow, datetime.time.min)
    return timezone.make_aware(midnight).timestamp()

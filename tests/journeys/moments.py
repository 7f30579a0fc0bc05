"""Moments that a journey cannot wait for."""

import datetime

from django.utils import timezone
from wagtail.models import Revision

from foundation.scheduled_publishing import publish_due


def let_the_moment_come(revision: Revision) -> None:
    """What was set for tomorrow is due now."""
    past = timezone.now() - datetime.timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    assert publish_due() == 1

"""Who saved a version of something, in words."""

from django.utils import timezone
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Revision

from foundation.swedish.dates import long_date


def writer(revision: Revision) -> str:
    """The name of whoever saved it; commands and people who are gone have none."""
    return get_user_display_name(revision.user) if revision.user else "Någon"


def saved_at(revision: Revision) -> str:
    """The moment, as "den 3 maj 2026 kl. 14.05"."""
    at = timezone.localtime(revision.created_at)
    return f"den {long_date(at.date())} kl. {at:%H.%M}"

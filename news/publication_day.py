"""The day that stands on an article, where the editor has not said one."""

from django.utils import timezone
from wagtail.models import Revision


def settle(revision: Revision) -> None:
    """Give the article in the revision the day of its first publication, if it has none.

    Done where an article becomes public, not where it is saved: a draft has no day. One that
    is scheduled gets its day when its moment has come.
    """
    if revision.content.get("published_on"):
        return
    page = revision.as_object()
    now = timezone.now()
    if page.go_live_at and page.go_live_at > now:
        return
    day = timezone.localdate(page.first_published_at or now)
    revision.content["published_on"] = day.isoformat()
    revision.save(update_fields=["content"])

"""Putting pages into the tree by command, as an editor would: draft, revision, publication."""

import datetime

from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision


def add_page(parent: Page, page: Page, *, publish: bool = True) -> Page:
    """Put the page below the parent, published or as a draft with its first revision."""
    page.live = False
    parent.refresh_from_db(fields=["numchild", "path"])
    parent.add_child(instance=page)
    return save_page(page, publish=publish)


def save_page(page: Page, *, publish: bool = True) -> Page:
    """Make a revision of the page as it is now, and publish it; the page as it then is."""
    # A draft may be half empty, as in the editor.
    revision = page.save_revision(clean=publish)
    if publish:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def date_back(page: Page, at: datetime.datetime) -> None:
    """Let the newest revision of a page, and its publication if it is public, have been made then."""
    moments = {"latest_revision_created_at": at}
    if page.live:
        first = min(at, page.first_published_at) if page.first_published_at else at
        moments |= {"first_published_at": first, "last_published_at": at, "changed_at": at}
    type(page).objects.filter(pk=page.pk).update(**moments)
    Revision.objects.filter(pk=page.latest_revision_id).update(created_at=at)
    PageLogEntry.objects.filter(page=page.pk, revision=page.latest_revision_id).update(timestamp=at)


def morning(day: datetime.date) -> datetime.datetime:
    """Nine o'clock of the day, or now if that has not come yet."""
    at = datetime.datetime.combine(day, datetime.time(9), tzinfo=timezone.get_current_timezone())
    return min(at, timezone.now())

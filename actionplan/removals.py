"""Remembering what was taken away from the plan, so that it does not just vanish.

Only what readers could see is remembered, and of a whole branch only its top. A page that
has become private was not taken away.
"""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from actionplan.models.removal import Removal
from foundation.blanking.copies import Kind
from foundation.pages import BasePage
from foundation.risk_words import risk_words
from foundation.visibility import visible

# What is told of a page that is gone has its title.
TITLES = Kind(
    "anteckningar om att sidan togs bort",
    lambda page: Removal.objects.filter(page_key=page.translation_key),
    ("title",),
)


def note_unpublishing(page: BasePage) -> None:
    """Remember a page that has just been unpublished, by hand or because its time was over."""
    parent = page.get_parent()
    restrictions = PageViewRestriction.objects.filter(page_id=page.pk)
    if _is_visible(parent) and not restrictions.exists():
        _remember(page, parent)


def note_deletion(page: Page, deleted: QuerySet) -> None:
    """Remember a page that is about to be deleted together with all of `deleted`."""
    goes_too = deleted.filter(path=page.path[: -page.steplen])
    if not goes_too.exists() and _is_visible(page):
        _remember(page.specific, page.get_parent())


def _is_visible(page: Page) -> bool:
    return visible(Page.objects.filter(pk=page.pk)).exists()


@transaction.atomic
def _remember(page: BasePage, parent: Page) -> None:
    """Keep what is known of the page, and let the page above it have changed at that moment."""
    now = timezone.now()
    Removal.objects.update_or_create(
        page_key=page.translation_key,
        defaults={
            "below": parent,
            "page_type": page._meta.model_name,
            "title": _title_for_all(page),
            "is_example": page.is_example,
            "removed_at": now,
        },
    )
    parent.specific_class.objects.filter(pk=parent.pk).update(changed_at=now)


def _title_for_all(page: BasePage) -> str:
    """The title, or in a safe branch the neutral one; empty where there is none."""
    if not page.in_safe_branch:
        return page.title
    return page.safe_title or ("" if risk_words(page.title) else page.title)

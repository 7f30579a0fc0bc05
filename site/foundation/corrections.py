"""Corrections: what was wrong on a published page, said in the open."""

import datetime
from collections import defaultdict

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from delivery import generation
from foundation.past_dates import future_dates


class Correction(models.Model):
    """One correction of one page: the day, what changed, and why.

    The old wording stays in the page's history, for editors alone.
    """

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="corrections")
    # Null while it is only begun, in a draft.
    corrected_on = models.DateField("rättat den", null=True)
    what_changed = models.TextField(
        "vad som ändrades", help_text="Till exempel: Antalet butiker var elva, inte tolv."
    )
    reason = models.TextField(
        "varför", help_text="Till exempel: Vi hade räknat en butik två gånger."
    )

    panels = [FieldPanel("corrected_on"), FieldPanel("what_changed"), FieldPanel("reason")]

    class Meta:
        verbose_name = "rättelse"
        verbose_name_plural = "rättelser"
        ordering = ["-corrected_on", "-pk"]
        # What was corrected stays in the history; personal data may have to go from there as well.
        permissions = [("blank_correction", "Kan blanka ord i sidornas historik")]

    def __str__(self) -> str:
        return f"Rättelse {self.corrected_on}"

    def seen_at(
        self, first_published_at: datetime.datetime | None, changed_at: datetime.datetime | None
    ) -> datetime.datetime | None:
        """When readers could see it: on its day, but not before its page, nor after the page last
        changed. None on a page that nobody has seen, and of one that is only begun.
        """
        if first_published_at is None or self.corrected_on is None:
            return None
        day = datetime.datetime.combine(self.corrected_on, datetime.time.max)
        at = max(timezone.make_aware(day), first_published_at)
        return min(at, changed_at or first_published_at)

    def publication_errors(self) -> dict[str, list[str]]:
        """Nothing is corrected on a day that has not come."""
        return future_dates(self, "corrected_on")


def corrections_of(page: Page) -> list[Correction]:
    """The corrections of the page, newest first.

    Those that are published are few on the whole site and asked for on every page: they are looked
    up once a generation for all pages. A draft holds its own.
    """
    written = page.corrections.all()
    if isinstance(written, models.QuerySet):
        return generation.kept("corrections", _by_page).get(page.pk, [])
    return list(written)


def _by_page() -> dict[int, list[Correction]]:
    by_page: dict[int, list[Correction]] = defaultdict(list)
    for correction in Correction.objects.all():
        by_page[correction.page_id].append(correction)
    return dict(by_page)

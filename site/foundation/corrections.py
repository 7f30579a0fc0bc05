"""Corrections: what was wrong on a published page, said in the open."""

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel


class Correction(models.Model):
    """One correction of one page: the day, what changed, and why.

    The old wording stays in the page's history, for editors alone.
    """

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="corrections")
    corrected_on = models.DateField("rättat den")
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

    def __str__(self) -> str:
        return f"Rättelse {self.corrected_on}"

    def publication_errors(self) -> dict[str, list[str]]:
        """Nothing is corrected on a day that has not come."""
        if self.corrected_on and self.corrected_on > timezone.localdate():
            return {"corrected_on": ["Dagen har inte kommit än. Skriv dagen då det rättades."]}
        return {}

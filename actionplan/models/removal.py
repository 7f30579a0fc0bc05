"""What the plan once told and tells no more."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from foundation.two_editors.register_form import RegisterForm


class Removal(models.Model):
    """A page of the plan that was public and was taken away: unpublished, expired or deleted.

    Its title is kept as readers knew it; in a safe branch only where it gives nothing away.
    Whether the page has come back is not written here: `actionplan.changes` sees that.
    """

    below = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="under sidan",
        on_delete=models.CASCADE,
        related_name="+",
    )
    page_key = models.UUIDField("sidans nyckel", unique=True)
    page_type = models.CharField("slag av sida", max_length=40)
    title = models.CharField("rubrik", max_length=255, blank=True)
    is_example = models.BooleanField("exempeldata", default=False)
    removed_at = models.DateTimeField("borttagen", default=timezone.now)

    base_form_class = RegisterForm

    class Meta:
        verbose_name = "borttagen sida"
        verbose_name_plural = "borttagna sidor"
        ordering = ["-removed_at", "-pk"]

    def __str__(self) -> str:
        return self.title or f"{self.kind_in_words} utan rubrik"

    @property
    def kind_in_words(self) -> str:
        """What sort of page it was: "Åtgärd"."""
        kind = ContentType(app_label="actionplan", model=self.page_type).model_class()
        return str(kind._meta.verbose_name).capitalize() if kind else "Sida"

    @property
    def removed_on(self) -> datetime.date:
        """The day when it was taken away."""
        return timezone.localdate(self.removed_at)

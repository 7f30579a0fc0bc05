"""What is known of each link, and where it stands."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

LONGEST = 500
# A website may be down for a day or two. One that fails on this many different days is told of.
DAYS_UNTIL_BROKEN = 3
ASKED_EVERY = datetime.timedelta(days=7)


class Problem(models.TextChoices):
    """Why a link leads nowhere, as editors are told."""

    GONE = "gone", "Sidan finns inte kvar."
    ERROR = "error", "Webbplatsen svarar med ett fel."
    ASTRAY = "astray", "Webbplatsen skickar länken vidare utan slut."
    CERTIFICATE = "certificate", "Webbplatsens certifikat går inte att lita på."
    UNKNOWN_NAME = "unknown", "Det finns ingen webbplats med det namnet."
    SILENT = "silent", "Webbplatsen svarar inte."

    @property
    def may_be_ours(self) -> bool:
        """Whether the reason may as well be that this machine reaches nobody at all."""
        return self in (self.CERTIFICATE, self.UNKNOWN_NAME, self.SILENT)


class OutsideLinkQuerySet(models.QuerySet):
    """Links that are …"""

    def broken(self) -> "OutsideLinkQuerySet":
        """Known to lead nowhere: they have failed on several days."""
        return self.filter(failed_days__gte=DAYS_UNTIL_BROKEN)

    def due(self, today: datetime.date) -> "OutsideLinkQuerySet":
        """To be asked today, the longest unasked first.

        At most once a week; only one that has begun to fail is asked daily until it is clear.
        """
        doubtful = Q(failed_days__gt=0, failed_days__lt=DAYS_UNTIL_BROKEN, asked_on__lt=today)
        long_ago = Q(asked_on=None) | Q(asked_on__lte=today - ASKED_EVERY)
        return self.filter(doubtful | long_ago).order_by(
            models.F("asked_on").asc(nulls_first=True), "pk"
        )


class OutsideLink(models.Model):
    """An address on another website, and how it has answered."""

    address = models.URLField("adress", max_length=LONGEST, unique=True)
    asked_on = models.DateField("senast kontrollerad", null=True)
    answered_on = models.DateField("senast svar", null=True)
    failing_since = models.DateField("svarar inte sedan", null=True)
    failed_days = models.PositiveSmallIntegerField("dagar utan svar", default=0)
    problem = models.CharField("fel", max_length=20, choices=Problem, blank=True)

    objects = OutsideLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "länk till annan webbplats"
        verbose_name_plural = "länkar till andra webbplatser"

    def __str__(self) -> str:
        return self.address


class LinkPlace(models.Model):
    """A page, or an entry of a register, on which the link stands for all to read."""

    link = models.ForeignKey(OutsideLink, on_delete=models.CASCADE, related_name="places")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    found_at = models.DateTimeField("funnen")

    class Meta:
        verbose_name = "plats för en länk"
        verbose_name_plural = "platser för länkar"
        constraints = [
            models.UniqueConstraint("link", "content_type", "object_id", name="link_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}:{self.object_id}"

"""Where imported figures come from, and what stood there before them. Only editors see it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from actionplan.models.indicator_value import IndicatorValue
from foundation.blanking.copies import Kind
from foundation.decimal_comma import DecimalCommaField
from foundation.precise_date import PreciseDateField

# What a figure says. Kept of one that another has taken the place of.
FIGURE = (
    *("period_from", "period_to", "value", "low", "high", "geography", "group", "base"),
    *("status", "note", "source_text", "source_url"),
)

# What is told of a page beside its own versions, where it may hold words that are to be blanked.
EARLIER = Kind(
    "tidigare värden",
    lambda page: EarlierValue.objects.filter(batch__indicator=page.pk),
    ("geography", "group", "note", "source_text", "source_url"),
)
BATCHES = Kind(
    "importer av värden",
    lambda page: ValueBatch.objects.filter(indicator=page.pk),
    ("file_name", "source_text", "source_url", "series", "places", "notes"),
)


class ValueBatch(models.Model):
    """One import of figures into an indicator: out of which file, of which source, to which effect.

    It stays when the uploaded file is forgotten. The figures are in the page, or in its draft.
    """

    indicator = models.ForeignKey(
        "actionplan.IndicatorPage", on_delete=models.CASCADE, related_name="batches"
    )
    imported_at = models.DateTimeField("importerad", default=timezone.now)
    # Empty: by those who run the site, with the command.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="av",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    source_text = models.CharField("källa", max_length=250)
    source_url = models.URLField("länk till källan", blank=True)
    retrieved_on = models.DateField("hämtad")
    file_name = models.CharField("fil", max_length=255)
    file_kind = models.CharField("slag av fil", max_length=20)
    checksum = models.CharField("kontrollsumma", max_length=64, help_text="SHA-256 av filen.")
    # The sheet, or Kolada's name of the indicator.
    series = models.CharField("serie", max_length=120, blank=True)
    places = models.TextField("platser", blank=True)
    was_published = models.BooleanField("publicerades", default=False)
    counts = models.JSONField("antal", default=dict)
    notes = models.JSONField("att veta", default=list)

    class Meta:
        verbose_name = "import av värden"
        verbose_name_plural = "importer av värden"
        ordering = ["-imported_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.source_text}, {self.file_name}"

    @property
    def in_words(self) -> str:
        """How many figures were new, revised and so on: "Nya: 1, ändrade: 2 …"."""
        words = {
            "new": "nya",
            "changed": "ändrade",
            "same": "oförändrade",
            "left_out": "utelämnade",
        }
        told = [
            f"{word}: {self.counts[kind]}" for kind, word in words.items() if kind in self.counts
        ]
        return ", ".join(told).capitalize()


class EarlierValue(models.Model):
    """A figure as it was before an import gave it another value."""

    batch = models.ForeignKey(ValueBatch, on_delete=models.CASCADE, related_name="replaced")
    period_from = PreciseDateField("period", null=True)
    period_to = PreciseDateField("till och med", null=True)
    value = DecimalCommaField("värde", max_digits=14, decimal_places=4, null=True)
    low = DecimalCommaField("osäkerhet, lägst", max_digits=14, decimal_places=4, null=True)
    high = DecimalCommaField("osäkerhet, högst", max_digits=14, decimal_places=4, null=True)
    geography = models.CharField("plats", max_length=80)
    group = models.CharField("grupp", max_length=80, blank=True)
    base = models.PositiveIntegerField("antal i underlaget", null=True)
    status = models.CharField("status", max_length=20, choices=IndicatorValue.Status)
    note = models.CharField("anmärkning", max_length=250, blank=True)
    source_text = models.CharField("källa", max_length=250, blank=True)
    source_url = models.URLField("länk till källan", blank=True)

    class Meta:
        verbose_name = "tidigare värde"
        verbose_name_plural = "tidigare värden"
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.as_value)

    @classmethod
    def of(cls, value: IndicatorValue) -> "EarlierValue":
        """What the figure says now, to be kept."""
        return cls(**{name: getattr(value, name) for name in FIGURE})

    @property
    def as_value(self) -> IndicatorValue:
        """The same as the page would show it."""
        return IndicatorValue(**{name: getattr(self, name) for name in FIGURE})

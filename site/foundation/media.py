"""Pictures and documents with what the municipality must know about them."""

from pathlib import PurePath

from django.db import models
from django.utils.crypto import salted_hmac
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

# Half of a SHA-1 in hexadecimal digits: 80 bits, which nobody tries through.
SIGN_LENGTH = 20


class SiteImage(AbstractImage):
    """A picture. Its alt text is Wagtail's own `description`."""

    class Consent(models.TextChoices):
        """Whether those who can be recognised have agreed to be shown."""

        NOT_NEEDED = "not_needed", "Behövs inte: ingen går att känna igen"
        GIVEN = "given", "Finns"
        UNKNOWN = "unknown", "Vet inte"

    photographer = models.CharField("fotograf", max_length=120, blank=True)
    licence = models.CharField(
        "licens",
        max_length=120,
        blank=True,
        help_text="Till exempel: kommunens egen bild, CC BY 4.0.",
    )
    consent = models.CharField(
        "samtycke från dem som syns", max_length=20, choices=Consent, default=Consent.UNKNOWN
    )
    is_example = models.BooleanField(
        "exempeldata",
        default=False,
        help_text="Bilden visar hur webbplatsen fungerar och är inget foto från kommunen.",
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "photographer",
        "licence",
        "consent",
        "collection",
        "tags",
        "is_example",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "bild"
        verbose_name_plural = "bilder"

    @property
    def default_alt_text(self) -> str:
        """The description, and nothing else: a file name says nothing to a reader."""
        return self.description


class SiteRendition(AbstractRendition):
    """A picture in one size and format, as pages show it.

    Whoever has its address may fetch it, without the database being asked. So the address is not
    to be guessed from the picture's: one that only a draft shows is found by nobody else.
    """

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = "bildformat"
        verbose_name_plural = "bildformat"
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """Where the file lies, under a name that only this site can make."""
        path = PurePath(super().get_upload_to(filename))
        sign = salted_hmac("foundation.media.rendition", f"{self.image_id} {path}").hexdigest()
        return str(path.with_name(f"{path.stem}.{sign[:SIGN_LENGTH]}{path.suffix}"))


class SiteDocument(AbstractDocument):
    """A file to download. Type and size are read from the file itself."""

    class Accessibility(models.TextChoices):
        """Whether everybody can read the file."""

        ACCESSIBLE = "accessible", "Tillgänglig"
        NOT_ACCESSIBLE = "not_accessible", "Inte tillgänglig"
        UNKNOWN = "unknown", "Inte kontrollerad"

    language = models.CharField(
        "språk", max_length=10, default="sv", help_text="sv för svenska, en för engelska."
    )
    accessibility = models.CharField(
        "tillgänglighet", max_length=20, choices=Accessibility, default=Accessibility.UNKNOWN
    )
    is_example = models.BooleanField(
        "exempeldata", default=False, help_text="Filen visar hur webbplatsen fungerar."
    )

    admin_form_fields = (
        "title",
        "file",
        "language",
        "accessibility",
        "collection",
        "tags",
        "is_example",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = "dokument"
        verbose_name_plural = "dokument"

    def clean(self) -> None:
        """Of many files sent at once the kind has been looked at before the words about them come."""
        if self.file:
            super().clean()

"""What a campaign is made of: what residents read, and apart from it what staff alone see.

Internal parts are models of their own. Nothing that shows, searches or exports the public
parts can come upon an internal one by forgetting a filter.
"""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from foundation.risk_words import risk_words
from news.period import period_in_words


class Message(Orderable):
    """What the campaign says to a group."""

    group = models.CharField(
        "till vem", max_length=120, blank=True, help_text="Lämna tomt om det gäller alla."
    )
    text = models.TextField("budskap", max_length=600)

    panels = [FieldPanel("group"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = "budskap"
        verbose_name_plural = "budskap"

    def __str__(self) -> str:
        return self.text


class Activity(models.Model):
    """Something that happens on a day of the campaign."""

    # Null while it is only begun, in a draft.
    day = models.DateField("dag", null=True)
    time = models.CharField(
        "tid", max_length=40, blank=True, help_text="Till exempel: kl. 17–19, hela dagen."
    )
    what = models.CharField("vad", max_length=200)
    place = models.CharField("plats", max_length=120, blank=True)

    panels = [FieldRowPanel(["day", "time"]), FieldPanel("what"), FieldPanel("place")]

    class Meta:
        abstract = True
        ordering = ["day", "pk"]
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"

    def __str__(self) -> str:
        return self.what


class CampaignMessage(Message):
    """What the campaign says to residents."""

    page = ParentalKey("news.CampaignPage", on_delete=models.CASCADE, related_name="messages")


class InternalMessage(Message):
    """What the campaign says to staff. Stays in the admin."""

    page = ParentalKey(
        "news.CampaignPage", on_delete=models.CASCADE, related_name="internal_messages"
    )

    def publication_errors(self) -> dict[str, list[str]]:
        """The public is told that staff are informed, so the campaign must say who they are."""
        if self.page.informs_staff:
            return {}
        return {"text": ["Skriv också vilka i personalen som ska informeras, i fältet ovanför."]}


class CampaignActivity(Activity):
    """Something that residents may come to."""

    page = ParentalKey("news.CampaignPage", on_delete=models.CASCADE, related_name="activities")

    def publication_errors(self) -> dict[str, list[str]]:
        """Nobody can come to something that happens when the campaign does not go on."""
        starts_on, ends_on = self.page.starts_on, self.page.ends_on
        if not (self.day and starts_on and ends_on) or starts_on <= self.day <= ends_on:
            return {}
        period = period_in_words(starts_on, ends_on)
        return {"day": [f"”{self.what}” ligger utanför kampanjens tid, {period}."]}


class InternalActivity(Activity):
    """Something for staff. Stays in the admin."""

    page = ParentalKey(
        "news.CampaignPage", on_delete=models.CASCADE, related_name="internal_activities"
    )


class CampaignMaterial(Orderable):
    """A file or a picture that residents may take and pass on."""

    page = ParentalKey("news.CampaignPage", on_delete=models.CASCADE, related_name="materials")
    title = models.CharField("namn", max_length=120, help_text="Till exempel: Affisch i A3.")
    document = models.ForeignKey(
        "foundation.SiteDocument",
        verbose_name="dokument",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    picture = models.ForeignKey(
        "foundation.SiteImage",
        verbose_name="bild",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Bildens egen beskrivning blir dess alternativtext.",
    )

    panels = [FieldPanel("title"), FieldPanel("document"), FieldPanel("picture")]

    class Meta(Orderable.Meta):
        verbose_name = "material"
        verbose_name_plural = "material"

    def __str__(self) -> str:
        return self.title

    def publication_errors(self) -> dict[str, list[str]]:
        """There is something to take, one need not see it, and it does not give its taker away."""
        if not (self.document or self.picture):
            return {"document": ["Välj ett dokument eller en bild."]}
        if self.picture and not self.picture.description.strip():
            return {"picture": ["Bilden saknar beskrivning. Skriv den i bildens uppgifter."]}
        return {
            field: [
                "Filens namn avslöjar vad den handlar om och syns bland nedladdade filer. "
                "Ladda upp den igen under ett neutralt namn."
            ]
            for field, file in (("document", self.document), ("picture", self.picture))
            if file and risk_words(file.filename)
        }


class InternalMaterial(Orderable):
    """A file for staff. Stays in the admin, and is not handed out to anybody else."""

    page = ParentalKey(
        "news.CampaignPage", on_delete=models.CASCADE, related_name="internal_materials"
    )
    title = models.CharField("namn", max_length=120)
    document = models.ForeignKey(
        "foundation.SiteDocument",
        verbose_name="dokument",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=(
            "Filen kan bara hämtas av den som är inloggad här, också om någon annan får adressen."
        ),
    )
    description = models.TextField("beskrivning", max_length=600, blank=True)

    panels = [FieldPanel("title"), FieldPanel("document"), FieldPanel("description")]

    class Meta(Orderable.Meta):
        verbose_name = "material"
        verbose_name_plural = "material"

    def __str__(self) -> str:
        return self.title

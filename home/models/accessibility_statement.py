"""The accessibility statement, built from fields so that no part the law asks for is left out."""

from datetime import date

from django.db import models
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from foundation.pages import BasePage

# Where one complains of a service that breaks the law: the authority's own address for it.
COMPLAINTS_URL = "https://www.digg.se/tdosanmalan"
LAW = "lagen om tillgänglighet till digital offentlig service"


class Conformity(models.TextChoices):
    """How far the website keeps the requirements."""

    FULL = "full", "Helt förenlig"
    PARTIAL = "partial", "Delvis förenlig"
    NONE = "none", "Inte förenlig"


class AssessmentMethod(models.TextChoices):
    """How it was found out."""

    SELF = "self", "Självskattning"
    EXTERNAL = "external", "Extern granskning"


class AccessibilityStatementPage(BasePage):
    """Tillgänglighetsredogörelse: how far everybody can use the website, and where to say if not.

    Every part is a field of its own. None has a default: an authority states this itself, and
    the page stays a draft until it has.
    """

    operator = models.CharField(
        "vem som står bakom webbplatsen", max_length=120, help_text="Till exempel: Hagfors kommun."
    )
    service = models.CharField(
        "webbplatsens namn eller adress", max_length=120, help_text="Det som redogörelsen gäller."
    )
    conformity = models.CharField(
        "hur tillgänglig webbplatsen är",
        max_length=10,
        choices=Conformity,
        help_text=f"Jämfört med kraven i {LAW}.",
    )
    shortcomings = RichTextField(
        "innehåll som inte är tillgängligt",
        blank=True,
        features=["h4", "bold", "ul", "ol", "link"],
        help_text=(
            "En fullständig lista: vad som brister, varför, och vad man kan använda i stället. Dela "
            "gärna upp efter den som drabbas, till exempel den som använder webbplatsen utan synförmåga."
        ),
    )
    disproportionate_burden = RichTextField(
        "oskäligt betungande anpassning",
        features=["bold", "ul", "ol", "link"],
        help_text="Innehåll som undantas, och varför. Skriv annars att det inte finns något.",
    )
    outside_the_law = RichTextField(
        "innehåll som inte omfattas av lagen",
        features=["bold", "ul", "ol", "link"],
        help_text="Till exempel kartor. Skriv annars att det inte finns något.",
    )
    contact = models.ForeignKey(
        "foundation.Contact",
        verbose_name="vem man hör av sig till",
        null=True,
        # While the statement is public there must be somebody to write to.
        on_delete=models.PROTECT,
        related_name="+",
        help_text=(
            "Hit skickar man brister, och begäran om innehåll som inte är tillgängligt. Kontakten "
            "måste ha e-post eller telefon."
        ),
    )
    answer_time = models.CharField(
        "hur snabbt ni svarar", max_length=80, help_text="Till exempel: inom två arbetsdagar."
    )
    method = models.CharField(
        "hur ni har testat webbplatsen", max_length=10, choices=AssessmentMethod
    )
    method_details = models.TextField(
        "mer om testet",
        blank=True,
        help_text="Vilka sidor, hjälpmedel och verktyg, och vem som granskade.",
    )
    assessed_on = models.DateField("dagen för bedömningen", null=True)
    statement_updated_on = models.DateField("redogörelsen uppdaterades senast", null=True)

    parent_page_types = ["home.StandardPage"]
    subpage_types = []
    max_count = 1
    past_dates = (*BasePage.past_dates, "assessed_on", "statement_updated_on")
    complaints_url = COMPLAINTS_URL

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(["operator", "service", "conformity"], heading="Webbplatsen"),
        MultiFieldPanel(
            ["shortcomings", "disproportionate_burden", "outside_the_law"], heading="Brister"
        ),
        MultiFieldPanel(["contact", "answer_time"], heading="Rapportera brister"),
        MultiFieldPanel(
            [
                "method",
                "method_details",
                FieldRowPanel(["assessed_on", "statement_updated_on"]),
            ],
            heading="Test",
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("shortcomings")]
    route_select_related = (*BasePage.route_select_related, "contact", "contact__organisation")

    class Meta:
        verbose_name = "tillgänglighetsredogörelse"
        verbose_name_plural = "tillgänglighetsredogörelser"

    @property
    def looked_through_on(self) -> date | None:
        """The day when the authority last went through it, as it states itself."""
        return self.statement_updated_on or super().looked_through_on

    @property
    def conforms_fully(self) -> bool:
        """Whether nothing is left to list."""
        return self.conformity == Conformity.FULL

    def publication_errors(self) -> dict[str, list[str]]:
        """Each part that the law asks for and that is missing, or says what cannot be."""
        errors = super().publication_errors()
        for field, message in self._missing_parts():
            errors.setdefault(field, []).append(message)
        return errors

    def _missing_parts(self):
        """Fields without what the law asks for, with what to do about it."""
        if not self.operator:
            yield "operator", "Skriv vem som står bakom webbplatsen."
        if not self.service:
            yield "service", "Skriv vilken webbplats redogörelsen gäller."
        if not self.conformity:
            yield "conformity", "Ange hur tillgänglig webbplatsen är."
        elif not self.conforms_fully and not _says_something(self.shortcomings):
            yield "shortcomings", "Lista allt innehåll som inte är tillgängligt, och varför."
        elif self.conforms_fully and _says_something(self.shortcomings):
            yield (
                "conformity",
                "Webbplatsen är inte helt förenlig med lagen när det finns brister i listan.",
            )
        if not _says_something(self.disproportionate_burden):
            yield "disproportionate_burden", "Skriv vad som undantas, eller att inget gör det."
        if not _says_something(self.outside_the_law):
            yield "outside_the_law", "Skriv vad som inte omfattas, eller att allt gör det."
        if self.contact is None:
            yield "contact", "Välj vem man hör av sig till."
        elif not (self.contact.email or self.contact.phone):
            yield "contact", "Kontakten saknar både e-post och telefon. Lägg till något av dem."
        elif self.contact.is_example:
            yield "contact", "Kontakten är exempeldata. Välj någon som finns."
        if not self.answer_time:
            yield "answer_time", "Skriv hur snabbt ni svarar."
        if not self.method:
            yield "method", "Ange hur ni har testat webbplatsen."
        for field in ("assessed_on", "statement_updated_on"):
            if getattr(self, field) is None:
                yield field, "Ange datum."


def _says_something(rich_text: str) -> bool:
    return bool(get_text_for_indexing(rich_text).strip())

"""A measure: what the municipality does, why, who answers for it, and by when."""

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from actionplan.enum_field import EnumField
from actionplan.freshness import FollowUpInterval
from foundation.fields import BodyField
from foundation.pages import BasePage
from foundation.precise_date import PreciseDateField


class PreventionKind(models.TextChoices):
    """Whether a measure works on people's situation in life or on the place."""

    SOCIAL = "social", "Social"
    SITUATIONAL = "situational", "Situationell"
    BOTH = "both", "Social och situationell"


class PreventionLevel(models.TextChoices):
    """Whom a measure is meant to reach."""

    UNIVERSAL = "universal", "Universell: riktad till alla"
    SELECTIVE = "selective", "Selektiv: riktad till grupper i risk"
    INDICATED = "indicated", "Indikerad: riktad till dem som redan är berörda"


class MeasurePage(BasePage):
    """One measure of the plan. Its status is nowhere stored: its status updates say it."""

    number = models.CharField(
        "nummer",
        max_length=10,
        blank=True,
        help_text="Numret i beslutet. Lämna tomt om beslutet inte numrerar åtgärden. "
        "Ett nummer används aldrig till en annan åtgärd.",
    )
    official_wording = models.TextField(
        "så står det i beslutet",
        blank=True,
        help_text="Ordagrant. Rubriken och ingressen säger samma sak på vanlig svenska.",
    )
    problem = models.TextField(
        "varför", blank=True, help_text="Problemet eller orsaken som åtgärden svarar på."
    )
    goal = models.TextField("mål", blank=True, help_text="Vad åtgärden ska leda till.")
    body = BodyField(verbose_name="det här görs")
    target_groups = ParentalManyToManyField(
        "foundation.TargetGroup", verbose_name="målgrupper", blank=True, related_name="measures"
    )
    responsible = models.ForeignKey(
        "foundation.Organisation",
        verbose_name="ansvarig",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="measures",
        help_text="Enheten eller nämnden som svarar för åtgärden. "
        "Om fältet är tomt står det ”uppgift saknas” på sidan.",
    )
    partners = ParentalManyToManyField(
        "foundation.Organisation", verbose_name="samverkan med", blank=True, related_name="+"
    )
    starts = PreciseDateField("börjar", null=True, blank=True)
    due = PreciseDateField("ska vara klar", null=True, blank=True)
    is_continuous = models.BooleanField(
        "löpande", default=False, help_text="Arbetet har inget slutdatum."
    )
    follow_up_how = models.TextField(
        "så följs den upp", blank=True, help_text="Till exempel: Trygghetsvandring på torget."
    )
    follow_up_interval = EnumField("följs upp", enum=FollowUpInterval, blank=True)
    next_follow_up = PreciseDateField(
        "nästa uppföljning",
        null=True,
        blank=True,
        help_text="En lägesrapport vid den tiden räknas som uppföljning.",
    )
    prevention_kind = EnumField("slag av förebyggande arbete", enum=PreventionKind, blank=True)
    prevention_level = EnumField("nivå", enum=PreventionLevel, blank=True)
    indicators = ParentalManyToManyField(
        "actionplan.IndicatorPage",
        verbose_name="indikatorer",
        blank=True,
        related_name="measures",
        help_text="Siffror att följa. De bestämmer aldrig åtgärdens status.",
    )
    place = models.CharField(
        "plats", max_length=120, blank=True, help_text="Till exempel: Torget i Hagfors."
    )
    replaced_by = models.ForeignKey(
        "self",
        verbose_name="ersatt av",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaces",
        help_text="Åtgärden som gäller i stället. Den här sidan finns kvar och visar vägen dit.",
    )

    parent_page_types = ["actionplan.FocusAreaPage"]
    subpage_types = ["actionplan.StatusUpdatePage"]
    route_select_related = ("publisher", "responsible")
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "number"]
    page_description = "En åtgärd i planen. Läget berättas i lägesrapporter under åtgärden."

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("problem"),
        FieldPanel("goal"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("responsible"),
                FieldPanel("partners"),
                FieldPanel("target_groups"),
                FieldPanel("place"),
            ],
            heading="Vem, för vem och var",
        ),
        MultiFieldPanel(
            [FieldRowPanel(["starts", "due"]), FieldPanel("is_continuous")], heading="Tid"
        ),
        MultiFieldPanel(
            [
                FieldPanel("follow_up_how"),
                FieldRowPanel(["follow_up_interval", "next_follow_up"]),
                FieldPanel("indicators"),
            ],
            heading="Uppföljning",
        ),
        MultiFieldPanel(
            [FieldPanel("number"), FieldPanel("official_wording")], heading="I beslutet"
        ),
        MultiFieldPanel(
            [FieldRowPanel(["prevention_kind", "prevention_level"])],
            heading="Förebyggande arbete",
        ),
        FieldPanel("replaced_by"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("official_wording"),
        index.SearchField("problem"),
        index.SearchField("goal"),
        index.SearchField("body"),
        index.SearchField("place"),
    ]

    class Meta:
        verbose_name = "åtgärd"
        verbose_name_plural = "åtgärder"

"""The plan itself: what was decided, by whom, and how it goes."""

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.search import index

from actionplan.enum_field import EnumField
from actionplan.freshness import FollowUpInterval
from foundation.fields import BodyField
from foundation.pages import BasePage
from foundation.precise_date import PreciseDateField

THE_LAW = "lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete"
THE_LAW_URL = (
    "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/"
    "lag-2023196-om-kommuners-ansvar-for_sfs-2023-196/"
)


class PlanPage(RoutablePageMixin, BasePage):
    """A plan that the municipality has decided on. An old one stays and names the new."""

    official_name = models.CharField(
        "planens fullständiga namn",
        max_length=250,
        blank=True,
        help_text="Som det står i beslutet. Sidans rubrik kan vara enklare.",
    )
    purpose = models.TextField(
        "syfte", blank=True, help_text="Vad planen ska leda till, på vanlig svenska."
    )
    decided_by = models.CharField(
        "beslutad av", max_length=120, blank=True, help_text="Till exempel: Kommunstyrelsen."
    )
    decided_on = PreciseDateField(
        "beslutsdatum", null=True, blank=True, help_text="Så exakt som det är känt."
    )
    decision_paragraph = models.CharField(
        "paragraf", max_length=20, blank=True, help_text="Till exempel: § 84."
    )
    diary_number = models.CharField(
        "diarienummer", max_length=40, blank=True, help_text="Till exempel: KS 2024/123."
    )
    document = models.ForeignKey(
        "foundation.SiteDocument",
        verbose_name="plandokument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Den beslutade planen som fil.",
    )
    legal_basis = models.CharField(
        "enligt lag",
        max_length=250,
        blank=True,
        default=THE_LAW,
        help_text="Lagen som kräver planen.",
    )
    legal_basis_url = models.URLField("länk till lagen", blank=True, default=THE_LAW_URL)
    starts = PreciseDateField("gäller från", null=True, blank=True)
    ends = PreciseDateField("gäller till", null=True, blank=True)
    follow_up_interval = EnumField(
        "följs upp",
        enum=FollowUpInterval,
        blank=True,
        help_text="Hur ofta hela planen följs upp. Lagen säger minst vartannat år.",
    )
    partners = ParentalManyToManyField(
        "foundation.Organisation",
        verbose_name="samarbetar med",
        blank=True,
        related_name="+",
    )
    superseded_by = models.ForeignKey(
        "self",
        verbose_name="ersatt av",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="supersedes",
        help_text="Planen som gäller i stället. Den gamla planen finns kvar och visar vägen dit.",
    )
    about_the_list = models.TextField(
        "om listan med åtgärder",
        blank=True,
        help_text="Till exempel: Här visas några av åtgärderna i planen. Listan är inte fullständig.",
    )
    body = BodyField()

    parent_page_types = ["home.HomePage"]
    subpage_types = ["actionplan.FocusAreaPage"]
    reserved_child_slugs = {
        "indikatorer": "IndicatorIndexPage",
        "undersokningar": "SurveyIndexPage",
        "lagen": None,
    }
    route_select_related = ("publisher", "document", "superseded_by")
    page_description = "En beslutad plan med fokusområden och åtgärder."

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("official_name"),
        FieldPanel("purpose"),
        MultiFieldPanel(
            [
                FieldRowPanel(["decided_by", "decided_on"]),
                FieldRowPanel(["decision_paragraph", "diary_number"]),
                FieldPanel("document"),
                FieldPanel("legal_basis"),
                FieldPanel("legal_basis_url"),
            ],
            heading="Beslutet",
        ),
        MultiFieldPanel(
            [FieldRowPanel(["starts", "ends"]), FieldPanel("follow_up_interval")],
            heading="Tid och uppföljning",
        ),
        FieldPanel("partners"),
        FieldPanel("about_the_list"),
        FieldPanel("body"),
        FieldPanel("superseded_by"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("official_name"),
        index.SearchField("purpose"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = "åtgärdsplan"
        verbose_name_plural = "åtgärdsplaner"

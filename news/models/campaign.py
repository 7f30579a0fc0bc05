"""Campaigns: something said and done for some weeks, which then ends by itself."""

from datetime import date

from django.db import models
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from foundation import chosen
from foundation.fields import BodyField
from foundation.pages import BasePage
from foundation.visibility import VisiblePageQuerySet
from news.help import help_contacts_beside, neutral_title_field
from news.measure_links import MeasureLink, linked_measures
from news.period import period_in_words


class CampaignStage(models.TextChoices):
    """Where a campaign stands on a day. Computed: it ends whether or not anybody saves it."""

    COMING = "coming", "Kommer"
    CURRENT = "current", "Pågår"
    ENDED = "ended", "Avslutad"


class CampaignQuerySet(VisiblePageQuerySet):
    """Campaigns that are …"""

    def by_stage(self, today: date) -> dict[str, list["CampaignPage"]]:
        """All of them in one query, by the key of the stage they are in today.

        Of those that go on the one that ends first stands first, of the coming ones the one
        that begins first (those without a day last), of the ended ones the latest.
        """
        stages = {stage.value: [] for stage in CampaignStage}
        for campaign in self.defer("body", "result").order_by("path"):
            stages[campaign.stage_on(today).value].append(campaign)
        stages[CampaignStage.CURRENT].sort(key=lambda campaign: campaign.ends_on or date.max)
        stages[CampaignStage.COMING].sort(key=lambda campaign: campaign.starts_on or date.max)
        stages[CampaignStage.ENDED].sort(key=lambda campaign: campaign.ends_on, reverse=True)
        return stages


CampaignManager = PageManager.from_queryset(CampaignQuerySet)


class CampaignPage(BasePage):
    """A campaign: why, when, for whom, and what came of it.

    What is meant for staff stands on a tab of its own and never leaves the admin. The public
    page says only that staff are informed too.
    """

    safe_title = neutral_title_field()
    purpose = models.TextField(
        "syfte",
        blank=True,
        max_length=1000,
        help_text="Varför kommunen gör kampanjen, och vad den ska leda till.",
    )
    audience = models.CharField(
        "vem kampanjen vänder sig till",
        max_length=200,
        blank=True,
        help_text="Till exempel: alla som bor i kommunen.",
    )
    starts_on = models.DateField("börjar", null=True, blank=True)
    ends_on = models.DateField(
        "slutar",
        null=True,
        blank=True,
        help_text="Sista dagen. Dagen efter flyttas kampanjen av sig själv till tidigare kampanjer på sidan ovanför.",
    )
    body = BodyField()
    result = RichTextField(
        "resultat",
        blank=True,
        features=["bold", "italic", "link", "ol", "ul"],
        help_text="Skriv efteråt vad kampanjen ledde till. Visas när den är slut.",
    )
    internal_audience = models.CharField(
        "personal som ska informeras",
        max_length=200,
        blank=True,
        help_text=(
            "Till exempel: skolans personal, socialtjänsten. Sidan säger bara att kommunens "
            "personal också informeras."
        ),
    )
    internal_channels = models.TextField(
        "kanaler",
        blank=True,
        help_text="Var budskapen ska synas, inåt och utåt. En kanal på varje rad.",
    )

    objects = CampaignManager()
    internal_fields = (
        "internal_audience",
        "internal_channels",
        "internal_messages",
        "internal_activities",
        "internal_materials",
    )

    parent_page_types = ["news.SupportPage"]
    subpage_types = []
    page_description = "Ett budskap under några veckor. Tar slut av sig själv."

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldRowPanel(["starts_on", "ends_on"])], heading="Tid"),
        FieldPanel("purpose"),
        FieldPanel("audience"),
        InlinePanel("messages", heading="Budskap till invånarna", label="budskap"),
        InlinePanel(
            "activities",
            heading="Aktiviteter",
            label="aktivitet",
            help_text="Det som invånarna kan komma till eller se.",
        ),
        FieldPanel("body"),
        InlinePanel("materials", heading="Material", label="material"),
        InlinePanel("measure_links", heading="Åtgärder som kampanjen hör till", label="åtgärd"),
        FieldPanel("result"),
    ]
    internal_panels = [
        HelpPanel(
            content=(
                "<p>Det här är för den som arbetar med kampanjen. Ingenting på den här fliken "
                "visas på webbplatsen eller går att söka efter där.</p>"
            ),
            heading="Bara för personal",
        ),
        FieldPanel("internal_audience"),
        InlinePanel("internal_messages", heading="Budskap till personalen", label="budskap"),
        FieldPanel("internal_channels"),
        InlinePanel("internal_activities", heading="Interna aktiviteter", label="aktivitet"),
        InlinePanel("internal_materials", heading="Internt material", label="material"),
    ]
    # Safe mode is the branch's, and a campaign does not last long enough for the menu.
    promote_panels = [
        FieldPanel(
            "slug",
            required_on_save=False,
            help_text="Syns i webbläsarens historik: välj neutrala ord.",
        ),
        FieldPanel("safe_title"),
        MultiFieldPanel(["search_description", "hide_from_search_engines"], heading="Sökmotorer"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Innehåll"),
            ObjectList(internal_panels, heading="Internt"),
            ObjectList(promote_panels, heading="Adress och sökning"),
            ObjectList(BasePage.settings_panels, heading="Publicering"),
        ],
        base_form_class=BasePage.base_form_class,
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("purpose"),
        index.SearchField("audience"),
        index.SearchField("body"),
        index.SearchField("result"),
        index.FilterField("starts_on"),
        index.FilterField("ends_on"),
    ]

    class Meta:
        verbose_name = "kampanj"
        verbose_name_plural = "kampanjer"

    # Reading

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The numbers to call, the measures, and where the campaign stands today."""
        context = super().get_context(request, *args, **kwargs)
        context["help_contacts"] = help_contacts_beside(self)
        context["measures"] = linked_measures(self)
        context["materials"] = self._materials()
        context["stage"] = self.stage_on(timezone.localdate())
        return context

    @property
    def period(self) -> str:
        """When the campaign goes on, in words."""
        return period_in_words(self.starts_on, self.ends_on)

    def stage_on(self, day: date) -> CampaignStage:
        """Where the campaign stands on the day; one without dates has not come yet."""
        if self.ends_on and day > self.ends_on:
            return CampaignStage.ENDED
        if self.starts_on and day >= self.starts_on:
            return CampaignStage.CURRENT
        return CampaignStage.COMING

    @property
    def informs_staff(self) -> bool:
        """Whether staff are informed too: all that the public is told of it."""
        return bool(self.internal_audience.strip())

    def _materials(self) -> list[Model]:
        """What residents may take, with the files; pictures are fetched with those of the text."""
        materials = list(self.materials.select_related("document"))
        keys = [material.picture_id for material in materials]
        chosen.want(chosen.images, keys)
        pictures = chosen.fetched(chosen.images, keys)
        for material in materials:
            if material.picture_id:
                material.picture = chosen.own_copy(pictures[material.picture_id])
        return materials

    # Publishing

    def publication_errors(self) -> dict[str, list[str]]:
        """A campaign says why, and one that has a time says when it is over.

        One that is only announced has no time yet, and stands on no banner before it has.
        """
        errors = super().publication_errors()
        for field, message in (
            ("summary", "Skriv en ingress: vad kampanjen är och vem den är till för."),
            ("purpose", "Skriv varför kommunen gör kampanjen."),
        ):
            if not getattr(self, field).strip():
                errors[field] = [message]
        if self.ends_on and not self.starts_on:
            errors["starts_on"] = ["Skriv också vilken dag kampanjen börjar."]
        if self.starts_on and not self.ends_on:
            errors["ends_on"] = [
                "Skriv vilken dag kampanjen slutar. Utan slut blir den kvar för alltid."
            ]
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = ["Kampanjen slutar innan den börjar. Rätta någon av dagarna."]
        return errors


class CampaignMeasure(MeasureLink):
    """That a campaign belongs to a measure."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="measure_links")

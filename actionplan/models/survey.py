"""Surveys: who asks the questions behind the figures, and whom."""

import datetime
from functools import cached_property
from typing import ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from foundation.fields import BodyField
from foundation.pages import BasePage


class SurveyIndexPage(BasePage):
    """The list of the surveys that the plan builds on."""

    parent_page_types: ClassVar = ["actionplan.PlanPage"]
    subpage_types: ClassVar = ["actionplan.SurveyPage"]
    months_until_old = None
    shows_corrections = False
    max_count_per_parent = 1

    called_by_readers = "Alla undersökningar"

    class Meta:
        verbose_name = "sida med undersökningar"
        verbose_name_plural = "sidor med undersökningar"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the surveys that readers may see."""
        context = super().get_context(request, *args, **kwargs)
        context["surveys"] = (
            SurveyPage.objects.child_of(self).visible().select_related("organiser").order_by("path")
        )
        return context

    @cached_property
    def updated_at(self) -> datetime.datetime | None:
        """The newest visible change of the list itself or of one of the surveys in it."""
        from actionplan.changes import last_changes

        return last_changes([self])[self.pk]


class SurveyPage(BasePage):
    """A survey such as Nationella trygghetsundersökningen (NTU) by Brottsförebyggande rådet."""

    organiser = models.ForeignKey(
        "foundation.Organisation",
        verbose_name="vem som frågar",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    period = models.CharField(
        "när", max_length=120, blank=True, help_text="Till exempel: varje år sedan 2006."
    )
    population = models.TextField(
        "vilka som får frågan", blank=True, max_length=500, help_text="Hur de som svarar väljs ut."
    )
    used_for = models.TextField(
        "vad svaren används till", blank=True, max_length=500, help_text="I kommunens arbete."
    )
    website = models.URLField("undersökningens webbplats", blank=True)
    website_label = models.CharField(
        "länktext",
        max_length=120,
        blank=True,
        help_text="Till exempel: Nationella trygghetsundersökningen hos Brå.",
    )
    body = BodyField()

    parent_page_types: ClassVar = ["actionplan.SurveyIndexPage"]
    subpage_types: ClassVar = []
    route_select_related = ("publisher", "organiser")

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel(["organiser", "period"]),
        FieldPanel("population"),
        FieldPanel("used_for"),
        MultiFieldPanel(["website", "website_label"], heading="Länk"),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("population"),
        index.SearchField("used_for"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = "undersökning"
        verbose_name_plural = "undersökningar"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the indicators that the survey feeds, those that readers may see."""
        context = super().get_context(request, *args, **kwargs)
        # Before it is first saved nothing can refer to it, and Django refuses to ask.
        context["indicators"] = self.indicators.visible().order_by("path") if self.pk else []
        return context

    def publication_errors(self) -> dict[str, list[str]]:
        """A link needs words, and words need a link."""
        errors = super().publication_errors()
        if self.website and not self.website_label:
            errors.setdefault("website_label", []).append("Skriv vad länken leder till.")
        return errors

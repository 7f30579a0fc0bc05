"""Indicators: figures that show whether the plan makes a difference."""

import datetime
from functools import cached_property
from typing import ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager as WagtailPageManager
from wagtail.search import index

from actionplan.models.indicator_value import IndicatorTarget, IndicatorValue, SeriesBreak
from actionplan.models.survey import SurveyPage
from foundation.pages import BasePage
from foundation.visibility import VisiblePageQuerySet

PROSE = ["bold", "italic", "link", "ul", "ol"]


class IndicatorQuerySet(VisiblePageQuerySet):
    """Indicators with what lists of them show."""

    def with_values(self) -> "IndicatorQuerySet":
        """With the values of them all, in one query more."""
        return self.prefetch_related("values")


IndicatorManager = WagtailPageManager.from_queryset(IndicatorQuerySet)


class IndicatorIndexPage(BasePage):
    """The list of the plan's indicators."""

    parent_page_types: ClassVar = ["actionplan.PlanPage"]
    subpage_types: ClassVar = ["actionplan.IndicatorPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "sida med indikatorer"
        verbose_name_plural = "sidor med indikatorer"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the indicators that readers may see."""
        context = super().get_context(request, *args, **kwargs)
        context["indicators"] = (
            IndicatorPage.objects.child_of(self).visible().order_by("path").with_values()
        )
        return context

    @cached_property
    def updated_at(self) -> datetime.datetime | None:
        """The newest visible change of the list itself or of one of the indicators in it."""
        from actionplan.changes import last_changes

        return last_changes([self])[self.pk]


class IndicatorPage(BasePage):
    """A question that figures answer, with its values, targets and breaks in the series.

    An indicator never sets the status of a measure.
    """

    class Direction(models.TextChoices):
        """Which way the figure should go."""

        DOWN = "down", "Lägre är bättre"
        UP = "up", "Högre är bättre"
        NONE = "none", "Varken eller"

    unit = models.CharField(
        "enhet",
        max_length=60,
        help_text="Till exempel: procent, anmälda brott per 100 000 invånare.",
    )
    direction = models.CharField(
        "önskad riktning", max_length=10, choices=Direction, default=Direction.NONE
    )
    definition = RichTextField(
        "vad siffran betyder",
        blank=True,
        features=PROSE,
        help_text="Vad som räknas, hos vilka och hur.",
    )
    caution = RichTextField(
        "vad siffran inte säger",
        blank=True,
        features=PROSE,
        help_text="Till exempel: Få svar i en liten kommun. Siffran kan ändras mycket mellan åren.",
    )
    survey = models.ForeignKey(
        "actionplan.SurveyPage",
        verbose_name="undersökning",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="indicators",
        help_text="Undersökningen som siffrorna kommer från, om det är en.",
    )
    value_due_on = models.DateField(
        "nytt värde väntas",
        null=True,
        blank=True,
        help_text="Dagen då nästa siffra brukar vara klar.",
    )

    objects = IndicatorManager()
    parent_page_types: ClassVar = ["actionplan.IndicatorIndexPage"]
    subpage_types: ClassVar = []
    internal_fields = ("value_due_on",)

    content_panels = [
        FieldPanel(
            "title",
            heading="Fråga",
            help_text="Frågan som siffran svarar på, till exempel: Hur många känner sig otrygga ute?",
        ),
        FieldPanel("summary"),
        FieldRowPanel(["unit", "direction"]),
        InlinePanel("values", heading="Värden", label="värde"),
        InlinePanel("targets", heading="Mål", label="mål"),
        InlinePanel("breaks", heading="Brott i serien", label="brott i serien"),
        MultiFieldPanel(["definition", "caution"], heading="Förklaring"),
        FieldPanel("survey"),
        FieldPanel("value_due_on"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("definition"),
        index.SearchField("caution"),
    ]

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikatorer"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the survey and the measures that the indicator belongs to, if readers may see them."""
        context = super().get_context(request, *args, **kwargs)
        context["survey"] = SurveyPage.objects.visible().filter(pk=self.survey_id).first()
        context["measures"] = self.measures.visible().order_by("path")
        return context

    @cached_property
    def values_in_order(self) -> list[IndicatorValue]:
        """All values, the newest period first; those whose period nobody knows come last."""
        return sorted(self.values.all(), key=IndicatorValue.order)

    @property
    def newest_value(self) -> IndicatorValue | None:
        """The newest value that is a figure, for everybody where there are several groups."""
        figures = [value for value in self.values_in_order if value.value is not None]
        return next((value for value in figures if not value.group), next(iter(figures), None))

    @property
    def targets_in_order(self) -> list[IndicatorTarget]:
        """The targets, the nearest first; those without a date come last."""
        targets = list(self.targets.all())
        dated = [target for target in targets if target.by is not None]
        undated = [target for target in targets if target.by is None]
        return sorted(dated, key=lambda target: target.by) + undated

    @property
    def breaks_in_order(self) -> list[SeriesBreak]:
        """The breaks in the series, the earliest first; a draft's without a date is left out."""
        dated = [one for one in self.breaks.all() if one.at is not None]
        return sorted(dated, key=lambda one: one.at)

    def publication_errors(self) -> dict[str, list[str]]:
        """An indicator must say in what unit it counts."""
        errors = super().publication_errors()
        if not self.unit:
            errors.setdefault("unit", []).append("Skriv vilken enhet siffrorna har.")
        return errors

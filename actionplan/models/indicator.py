"""Indicators: figures that show whether the plan makes a difference."""

import datetime
from functools import cached_property
from pathlib import PurePath
from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager as WagtailPageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from actionplan import indicator_csv, small_numbers
from actionplan.counted import Counted, counted_in
from actionplan.enum_field import EnumField
from actionplan.imports_panel import ImportsPanel
from actionplan.indicator_charts import charts_of
from actionplan.indicator_form import IndicatorForm
from actionplan.models.indicator_value import (
    IndicatorTarget,
    IndicatorValue,
    SeriesBreak,
    write_equally_exact,
)
from actionplan.models.survey import SurveyPage
from actionplan.new_values import ValueInterval, month_of_next_value
from actionplan.small_numbers_panel import SmallNumbersPanel
from actionplan.values_panel import ValuesPanel
from foundation.pages import BasePage
from foundation.precise_date import PreciseDate
from foundation.swedish.numbers import type_and_size
from foundation.visibility import VisiblePageQuerySet

# By name: what the link says that the file is for, and what writes it.
FILES = {
    "varden-excel.csv": ("Excel", indicator_csv.for_excel),
    "varden.csv": ("program", indicator_csv.for_programs),
}
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
    months_until_old = None
    shows_corrections = False
    max_count_per_parent = 1

    called_by_readers = "Alla indikatorer"

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
        NONE = "none", "Ingen bestämd"

    unit = models.CharField(
        "enhet",
        max_length=60,
        help_text="Till exempel: procent, anmälda brott per 100 000 invånare.",
    )
    counted = models.CharField(
        "vad som räknas",
        max_length=10,
        choices=Counted,
        blank=True,
        help_text="Tomt betyder att enheten avgör. Styr diagrammet och varningen för små tal.",
    )
    place = models.CharField(
        "indikatorns plats",
        max_length=80,
        blank=True,
        help_text="Den plats som frågan gäller, skriven som i värdena. De andra platserna jämförs med "
        "den. Tomt betyder platsen i det första värdet.",
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
    value_interval = EnumField(
        "nytt värde kommer",
        enum=ValueInterval,
        blank=True,
        help_text="Skrivbordet påminner när nästa värde borde ha kommit. Tomt betyder ingen påminnelse.",
    )
    value_delay = models.PositiveSmallIntegerField(
        "klart efter så många månader",
        default=0,
        validators=[MaxValueValidator(60)],
        help_text="Hur många månader efter periodens slut siffran brukar vara klar. "
        "Till exempel 10, om siffran för ett år kommer i oktober året efter.",
    )

    objects = IndicatorManager()
    parent_page_types: ClassVar = ["actionplan.IndicatorIndexPage"]
    subpage_types: ClassVar = []
    internal_fields = ("value_interval", "value_delay")
    base_form_class = IndicatorForm

    content_panels = [
        FieldPanel(
            "title",
            heading="Fråga",
            help_text="Frågan som siffran svarar på, till exempel: Hur många känner sig otrygga ute?",
        ),
        FieldPanel("summary"),
        FieldRowPanel(["unit", "counted"]),
        FieldRowPanel(["place", "direction"]),
        SmallNumbersPanel(),
        ValuesPanel("values", heading="Värden", label="värde"),
        ImportsPanel(),
        InlinePanel("targets", heading="Mål", label="mål"),
        InlinePanel("breaks", heading="Brott i serien", label="brott i serien"),
        MultiFieldPanel(["definition", "caution"], heading="Förklaring"),
        FieldPanel("survey"),
        MultiFieldPanel(
            [FieldRowPanel(["value_interval", "value_delay"])], heading="Påminnelse om nytt värde"
        ),
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
        """Adds the charts, and the survey and measures that the indicator belongs to if readers may see them."""
        context = super().get_context(request, *args, **kwargs)
        write_equally_exact(self.values_as_written)
        context["charts"] = charts_of(self)
        context["files"] = [
            (name, purpose, type_and_size(PurePath(name).suffix, len(self._file(name))))
            for name, (purpose, _) in FILES.items()
        ]
        context["survey"] = SurveyPage.objects.visible().filter(pk=self.survey_id).first()
        # Before it is first saved nothing can refer to it, and Django refuses to ask.
        context["measures"] = self.measures.visible().order_by("path") if self.pk else []
        return context

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Lead to this page, or to its figures as a file."""
        if len(path_components) == 1 and path_components[0] in FILES and self.live:
            return RouteResult(self, kwargs={"file": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args, file: str = "", **kwargs) -> HttpResponse:
        """The page, or its figures as a file."""
        if not file:
            return super().serve(request, *args, **kwargs)
        return HttpResponse(
            self._file(file),
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{self.slug}-{file}"',
                "X-Robots-Tag": "noindex",
            },
        )

    def _file(self, name: str) -> bytes:
        """The figures as that file has them."""
        _, write = FILES[name]
        write_equally_exact(self.values_as_written)
        return write(self).encode()

    @cached_property
    def values_in_order(self) -> list[IndicatorValue]:
        """All values, the newest period first; those whose period nobody knows come last."""
        return sorted(self.values_as_written, key=IndicatorValue.order)

    @cached_property
    def values_as_written(self) -> list[IndicatorValue]:
        """The values as they were written, fetched once."""
        return list(self.values.all())

    @cached_property
    def main_place(self) -> str:
        """The place that the question is about."""
        if self.place:
            return self.place
        return next((value.geography for value in self.values_as_written if value.geography), "")

    @property
    def figures_in_order(self) -> list[IndicatorValue]:
        """The values of the indicator's own place that are figures, the newest first.

        Those for everybody, or those of the groups where there are no others.
        """
        figures = [
            value
            for value in self.values_in_order
            if value.value is not None and value.geography == self.main_place
        ]
        return [value for value in figures if not value.group] or figures

    @property
    def newest_value(self) -> IndicatorValue | None:
        """The newest figure of the indicator's own place."""
        return next(iter(self.figures_in_order), None)

    @property
    def newest_period(self) -> PreciseDate | None:
        """The latest time that anything is told of for the indicator's own place.

        That the source has no figure for it is also told: then nobody waits for it any more.
        """
        told = [
            value.period_to or value.period_from
            for value in self.values_as_written
            if value.period_from and value.geography == self.main_place
        ]
        return max(told, key=lambda period: period.last_day, default=None)

    @property
    def next_value(self) -> datetime.date | None:
        """The last day of the month in which a new value is expected, as far as one is."""
        interval = ValueInterval(self.value_interval) if self.value_interval else None
        return month_of_next_value(self.newest_period, interval, self.value_delay)

    @property
    def what_is_counted(self) -> Counted:
        """What the figures count, as the editor or else the unit says."""
        return Counted(self.counted) if self.counted else counted_in(self.unit)

    @property
    def small_number_warnings(self) -> list[str]:
        """Which figures could point at individuals, in sentences for the editor."""
        return small_numbers.warnings(self.values_in_order, self.what_is_counted, self.unit)

    @cached_property
    def targets_in_order(self) -> list[IndicatorTarget]:
        """The targets, the nearest first; those without a date come last."""
        targets = list(self.targets.all())
        dated = [target for target in targets if target.by is not None]
        undated = [target for target in targets if target.by is None]
        return sorted(dated, key=lambda target: target.by) + undated

    @cached_property
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

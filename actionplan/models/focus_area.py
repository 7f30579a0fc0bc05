"""A focus area: measures that answer the same problem."""

import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Page
from wagtail.search import index

from actionplan.sheets import part_of
from actionplan.standing import below, state_of, with_standings
from foundation.fields import BodyField
from foundation.pages import BasePage

if TYPE_CHECKING:
    from actionplan.models.measure import MeasurePage


class FocusAreaPage(BasePage):
    """One of the areas that the plan puts its effort into."""

    number = models.CharField(
        "nummer",
        max_length=10,
        blank=True,
        help_text="Bara om beslutet numrerar områdena.",
    )
    problem = models.TextField(
        "varför", blank=True, help_text="Problemet som åtgärderna i området ska göra något åt."
    )
    body = BodyField()

    query_keys = ("sida", "visa")

    parent_page_types = ["actionplan.PlanPage"]
    subpage_types = ["actionplan.MeasurePage"]
    page_description = "Ett område i planen med sina åtgärder."

    content_panels = [
        FieldRowPanel([*Page.content_panels, FieldPanel("number")]),
        FieldPanel("summary"),
        FieldPanel("problem"),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("problem"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = "fokusområde"
        verbose_name_plural = "fokusområden"

    @cached_property
    def measures(self) -> list["MeasurePage"]:
        """The measures in the area that the public may see, with their standing."""
        measures = apps.get_model("actionplan", "MeasurePage").objects.filter(**below(self.path))
        return with_standings(measures.visible().for_rows().order_by("path"))

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """The measures, in parts where they are many."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "part": part_of(self.measures, request.GET)}

    @property
    def number_of_examples(self) -> int:
        """How many of the measures are made up."""
        return sum(measure.is_example for measure in self.measures)

    @property
    def state(self) -> list[dict]:
        """How many measures there are in each status, in the order of the statuses."""
        return state_of(self.measures)

    @property
    def updated_at(self) -> datetime.datetime | None:
        """The newest visible change of the area itself or of one of its measures."""
        moments = [super().updated_at, *(measure.updated_at for measure in self.measures)]
        return max((moment for moment in moments if moment), default=None)

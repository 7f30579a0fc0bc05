"""The plan itself: what was decided, by whom, and how it goes."""

import datetime
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page
from wagtail.search import index

from actionplan.enum_field import EnumField
from actionplan.facets import PARAMETERS, facets_of
from actionplan.freshness import FollowUpInterval
from actionplan.period import ends_too_early, period_in_words
from actionplan.related import keys_of
from actionplan.selection import Selection
from actionplan.sheets import sheet_of, steps_from
from actionplan.since import what_has_happened
from actionplan.standing import below, state_of, with_standings
from foundation.contacts import Organisation
from foundation.fields import BodyField
from foundation.pages import BasePage
from foundation.precise_date import PreciseDateField
from foundation.swedish.sorting import swedish_key
from foundation.visibility import visible

if TYPE_CHECKING:
    from actionplan.models.focus_area import FocusAreaPage
    from actionplan.models.measure import MeasurePage

THE_LAW = "lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete"
THE_LAW_URL = "https://lagen.nu/2023:196"

_KNOWN_BY_MEASURES = {"MeasurePage", "StatusUpdatePage"}


def _midnight() -> datetime.datetime:
    """When today began: what is chosen by time is the same for all of a day, and can be kept."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


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
    subpage_types = [
        "actionplan.FocusAreaPage",
        "actionplan.IndicatorIndexPage",
        "actionplan.SurveyIndexPage",
    ]
    reserved_child_slugs = {
        "indikatorer": "IndicatorIndexPage",
        "undersokningar": "SurveyIndexPage",
        "lagen": None,
        "vad-har-hant": None,
    }
    past_dates = (*BasePage.past_dates, "decided_on")
    query_keys = (*PARAMETERS, "sida", "visa", "sedan")
    route_select_related = ("publisher", "document")
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

    @classmethod
    def above(cls, place: str) -> "PlanPage | None":
        """The plan that has the tree path `place` in its branch."""
        ways = [place[:end] for end in range(cls.steplen, len(place) + 1, cls.steplen)]
        return cls.objects.filter(path__in=ways).first()

    @cached_property
    def measures(self) -> list["MeasurePage"]:
        """The measures that the public may see, in the plan's own order, with their standing."""
        measures = apps.get_model("actionplan", "MeasurePage").objects.filter(**below(self.path))
        return with_standings(measures.visible().for_rows().order_by("path"))

    @cached_property
    def successor(self) -> Page | None:
        """The plan that holds instead, if it can be read."""
        if self.superseded_by_id is None:
            return None
        return PlanPage.objects.visible().filter(pk=self.superseded_by_id).first()

    def publication_errors(self) -> dict[str, list[str]]:
        """Dates in order, and a plan that holds instead, to which a reader can be sent at once."""
        errors = super().publication_errors()
        if ends_too_early(self.starts, self.ends):
            errors["ends"] = ["Planen slutar gälla innan den börjar. Rätta något av datumen."]
        if messages := self._successor_errors():
            errors["superseded_by"] = messages
        return errors

    def _successor_errors(self) -> list[str]:
        if self.superseded_by_id is None:
            return []
        if self.superseded_by_id == self.pk:
            return ["En plan kan inte ersättas av sig själv. Välj den plan som gäller i stället."]
        # Not `successor`: the choice may have changed since that was asked for.
        successor = PlanPage.objects.visible().filter(pk=self.superseded_by_id).first()
        if successor is None:
            return ["Planen som ersätter är inte publicerad. Välj en plan som går att läsa."]
        if successor.superseded_by_id is not None:
            return ["Planen som ersätter är själv ersatt. Välj den plan som gäller nu."]
        return []

    @property
    def decision(self) -> str:
        """Who decided on the plan and when, as far as it is known."""
        parts = (self.decided_by, self.decided_on, self.decision_paragraph, self.diary_number)
        return ", ".join(str(part) for part in parts if part)

    @property
    def period(self) -> str:
        """When the plan holds, as far as it is known."""
        return period_in_words(self.starts, self.ends)

    @cached_property
    def updated_at(self) -> datetime.datetime | None:
        """The newest visible change in the whole plan."""
        from actionplan.changes import last_changes, page_types

        # The measures are there already, and they know of their updates.
        others = [model for model in page_types() if model.__name__ not in _KNOWN_BY_MEASURES]
        moments = [
            last_changes([self], others)[self.pk],
            *(one.updated_at for one in self.measures),
        ]
        return max((moment for moment in moments if moment), default=None)

    @property
    def number_of_examples(self) -> int:
        """How many of the measures are made up."""
        return sum(measure.is_example for measure in self.measures)

    @property
    def state(self) -> list[dict]:
        """How many measures there are in each status, in the order of the statuses."""
        return state_of(self.measures)

    # The page

    @cached_property
    def areas(self) -> list["FocusAreaPage"]:
        """The focus areas that the public may see, in the plan's own order."""
        areas = apps.get_model("actionplan", "FocusAreaPage").objects.filter(**below(self.path))
        return list(areas.visible().order_by("path").defer("body"))

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """The measures that the address chooses, under their focus areas, and the ways on."""
        partners, groups = self._partners_and_target_groups()
        facets = facets_of(self.measures, self.areas, groups, _midnight())
        selection = Selection(self.url or "", self.measures, self.areas, facets, request.GET)
        sheet = sheet_of(selection, request.GET.get("sida"))
        return {
            **super().get_context(request, *args, **kwargs),
            "selection": selection,
            "sheets": sheet,
            "steps": steps_from(sheet, selection),
            "partners": partners,
            "ways_on": self._ways_on(),
            "successor": self.successor,
        }

    @path("vad-har-hant/")
    def show_what_has_happened(self, request: HttpRequest) -> TemplateResponse:
        """What has changed in the plan since a day that the reader writes, as `sedan`."""
        context = {**super().get_context(request), **what_has_happened(self, request.GET)}
        return TemplateResponse(request, "actionplan/what_has_happened.html", context)

    def _partners_and_target_groups(self) -> tuple[list[str], dict[tuple[int, str], list[int]]]:
        """The names of the partners, and the measures of each target group, asked for together."""
        none = models.Value(0)
        partners = Organisation.objects.filter(pk__in=keys_of(self.partners))
        aimed = apps.get_model("actionplan", "MeasurePage").target_groups.through.objects.filter(
            **{f"measurepage__{name}": value for name, value in below(self.path).items()}
        )
        asked = [
            partners.order_by().values_list(none, none, "name"),
            aimed.order_by().values_list("measurepage_id", "targetgroup_id", "targetgroup__name"),
        ]
        shown, names, groups = {measure.pk for measure in self.measures}, [], defaultdict(list)
        for measure, group, name in asked[0].union(asked[1], all=True):
            if not group:
                names.append(name)
            elif measure in shown:
                groups[group, name].append(measure)
        return sorted(names, key=swedish_key), groups

    def _ways_on(self) -> list[Page]:
        """The pages below the plan that are no focus areas; finds the successor in the same query."""
        linked = models.Q(slug__in=self.reserved_child_slugs, **below(self.path))
        linked &= models.Q(depth=self.depth + 1)
        pages = list(visible(Page.objects.filter(linked | models.Q(pk=self.superseded_by_id))))
        self.successor = next((page for page in pages if page.pk == self.superseded_by_id), None)
        return [page for page in pages if page.pk != self.superseded_by_id]

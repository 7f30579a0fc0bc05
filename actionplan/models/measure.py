"""A measure: what the municipality does, why, who answers for it, and by when."""

import datetime
from functools import cached_property

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from actionplan import freshness, timeliness
from actionplan.enum_field import EnumField
from actionplan.freshness import FollowUpInterval, Freshness
from actionplan.models.measures import MeasureQuerySet
from actionplan.models.numbers import number_errors
from actionplan.models.plan import PlanPage
from actionplan.models.status_update import StatusUpdatePage
from actionplan.models.those_concerned import those_concerned
from actionplan.period import ends_too_early, period_in_words
from actionplan.prevention import PreventionKind, PreventionLevel
from actionplan.related import keys_of
from actionplan.standing import Standing, below, counted, standings_of
from actionplan.status import MeasureStatus
from actionplan.succession import arrival, detour_in_words, successor_errors
from actionplan.timeliness import Timeliness
from foundation.chosen import listed_pages
from foundation.fields import BodyField
from foundation.pages import BasePage, PageManager
from foundation.precise_date import PreciseDate, PreciseDateField


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

    objects = PageManager.from_queryset(MeasureQuerySet)()

    parent_page_types = ["actionplan.FocusAreaPage"]
    subpage_types = ["actionplan.StatusUpdatePage"]
    route_select_related = ("publisher", "responsible")
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "number"]
    verbatim_fields = ("official_wording",)
    page_description = "En åtgärd i planen. Läget berättas i lägesrapporter under åtgärden."

    content_panels = [
        HelpPanel(template="actionplan/admin/new_update.html"),
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

    # How it goes

    @cached_property
    def standing(self) -> Standing:
        """What its status updates say. `with_standings` tells many measures at once."""
        return standings_of([self])[self.pk]

    @property
    def status(self) -> MeasureStatus:
        """How far the measure has come."""
        return self.standing.status

    @property
    def status_sentence(self) -> str:
        """The status and since when it is known, in words."""
        if self.standing.fact_on is None:
            return f"{self.status.label}. Ingen lägesrapport är publicerad än."
        return f"{self.status.label} enligt lägesrapporten {self._newest_fact.when}."

    @property
    def timeliness(self) -> Timeliness:
        """Whether the measure keeps its time."""
        return timeliness.timeliness(self._work, self.due, self.is_continuous, timezone.localdate())

    @property
    def planned_follow_up(self) -> PreciseDate | None:
        """When the measure is to be followed up next, as far as anything is planned."""
        return freshness.next_follow_up(
            self.next_follow_up, self._interval, self.standing.fact_on, self._began_on
        )

    @property
    def freshness(self) -> Freshness | None:
        """Whether the measure has been followed up when it should; None when work is over."""
        return freshness.freshness(
            self._work, self.planned_follow_up, self._interval, timezone.localdate()
        )

    @property
    def freshness_sentence(self) -> str:
        """What the public is told about the follow-up."""
        return freshness.freshness_in_words(
            self._work, self.planned_follow_up, self._interval, timezone.localdate()
        )

    @property
    def is_old(self) -> bool:
        """Whether readers must be told; a planned follow-up tells by itself how it stands."""
        return self.freshness in (None, Freshness.UNPLANNED) and super().is_old

    @property
    def updated_at(self) -> datetime.datetime | None:
        """The newest visible change of the measure itself or of one of its updates."""
        moments = [super().updated_at, self.standing.changed_at]
        return max((moment for moment in moments if moment), default=None)

    @cached_property
    def updates(self) -> list[StatusUpdatePage]:
        """Its counted status updates, newest day of fact first."""
        return list(counted(StatusUpdatePage.objects.filter(**below(self.path))))

    @cached_property
    def successor(self) -> Page | None:
        """The measure where the work goes on now, if it can be read."""
        if self._successor_id is None:
            return None
        return MeasurePage.objects.visible().filter(pk=self._successor_id).first()

    @property
    def _named_successor_id(self) -> int | None:
        return self.replaced_by_id or self.standing.merged_into_id

    @property
    def _successor_id(self) -> int | None:
        named = self._named_successor_id
        return named and arrival(self.pk, named)

    @property
    def detour(self) -> str:
        """What an editor must know when readers are not sent where the page itself says."""
        if self._named_successor_id == self._successor_id:
            return ""
        return detour_in_words(self, self.successor)

    @property
    def is_replaced(self) -> bool:
        """Whether another measure holds instead, while the status still tells how this one went."""
        return self.replaced_by_id is not None and self.status is not MeasureStatus.MERGED

    @property
    def succession(self) -> str:
        """How the page begins when the work goes on elsewhere; else nothing."""
        if self.replaced_by_id:
            return "Ersatt av" if self.successor else "Åtgärden är ersatt av en annan."
        if self.status is MeasureStatus.MERGED:
            return "Ingår nu i" if self.successor else "Åtgärden ingår nu i en annan åtgärd."
        return ""

    @property
    def period(self) -> str:
        """When the work goes on, as far as it is known."""
        return period_in_words(self.starts, self.due, self.is_continuous)

    @property
    def _work(self) -> MeasureStatus:
        """The status as time sees it: a replaced measure has no time to keep, like a merged one."""
        return MeasureStatus.MERGED if self.replaced_by_id else self.status

    @property
    def _newest_fact(self) -> PreciseDate:
        return PreciseDate.of_day(self.standing.fact_on)

    @property
    def _interval(self) -> FollowUpInterval | None:
        return FollowUpInterval(self.follow_up_interval) if self.follow_up_interval else None

    @property
    def _began_on(self) -> datetime.date | None:
        if self.starts:
            return self.starts.first_day
        return timezone.localdate(self.first_published_at) if self.first_published_at else None

    # Where it belongs

    @cached_property
    def plan(self) -> PlanPage | None:
        """The plan that the measure is a part of."""
        return PlanPage.above(self._place)

    def publication_errors(self) -> dict[str, list[str]]:
        """A number of its own, dates in order, and a successor that a reader can be sent to."""
        errors = super().publication_errors()
        if not self.is_continuous and ends_too_early(self.starts, self.due):
            errors["due"] = ["Åtgärden ska vara klar innan den börjar. Rätta något av datumen."]
        if messages := number_errors(self, self.plan):
            errors["number"] = messages
        if self.replaced_by and (messages := successor_errors(self, self.replaced_by)):
            errors["replaced_by"] = messages
        return errors

    # The page

    def show_with(self, update: StatusUpdatePage) -> None:
        """Look as if this update, still a draft, were published."""
        others = [other for other in self.updates if other.pk != update.pk]
        later = [other for other in others if other.fact_on > update.fact_on]
        self.updates = [*later, update, *others[len(later) :]]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """The updates as a timeline; the status is read from them, without asking again."""
        self.standing = Standing.according_to(self.updates)
        return {
            **super().get_context(request, *args, **kwargs),
            "timeline": self._timeline(request),
            **those_concerned(self),
            "indicators": self._pages_linked_to(),
        }

    def _timeline(self, request: HttpRequest) -> list[dict]:
        """What its updates tell, and when the measure itself could first be read."""
        events = [update.as_event(request) for update in self.updates]
        if self.first_published_at is None:
            return events
        day = timezone.localdate(self.first_published_at)
        first = {"when": day, "title": "Åtgärden publicerades här"}
        later = [update for update in self.updates if update.fact_on >= day]
        return [*events[: len(later)], first, *events[len(later) :]]

    def _pages_linked_to(self) -> list[Page]:
        """The indicators that can be read; finds the successor in the same query."""
        pages = listed_pages(
            models.Q(pk__in=keys_of(self.indicators)) | models.Q(pk=self._successor_id)
        )
        self.successor = next((page for page in pages if page.pk == self._successor_id), None)
        return [page for page in pages if page.pk != self._successor_id]

"""Which measures an editor looks for."""

import datetime
from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import PageLogEntry

from actionplan.freshness import Freshness
from actionplan.models import FocusAreaPage, MeasurePage, StatusUpdatePage
from actionplan.standing import with_standings
from actionplan.status import MeasureStatus
from actionplan.timeliness import Timeliness
from foundation.contacts import Organisation
from foundation.precise_date.months import months_later

MONTHS = (("1", "1 månad"), ("3", "3 månader"), ("6", "6 månader"), ("12", "12 månader"))


class MeasuresOfAreaFilterSet(WagtailFilterSet):
    """Choices within a focus area.

    What is computed is asked of the measures themselves, so that the list never says anything
    else than the public page; once for all choices.
    """

    status = ChoiceFilter(
        label="Status", choices=MeasureStatus.choices, method="in_status", empty_label="Alla"
    )
    timeliness = ChoiceFilter(
        label="Tidplan", choices=Timeliness.choices, method="keeping_time", empty_label="Alla"
    )
    freshness = ChoiceFilter(
        label="Uppföljning", choices=Freshness.choices, method="followed_up", empty_label="Alla"
    )
    due_within = ChoiceFilter(
        label="Ska vara klar inom", choices=MONTHS, method="due_in_time", empty_label="Alla"
    )
    responsible = ModelChoiceFilter(
        label="Ansvarig", queryset=Organisation.objects.all(), empty_label="Alla"
    )
    mine = ChoiceFilter(
        label="Egna",
        choices=[("1", "De som jag har skrivit i")],
        method="written_in_by_me",
        empty_label="Alla",
    )

    class Meta:
        model = MeasurePage
        fields = []

    def in_status(self, measures: QuerySet, name: str, status: str) -> QuerySet:
        """Those in the status that their newest update says."""
        return self._those(measures, lambda measure: measure.status == status)

    def keeping_time(self, measures: QuerySet, name: str, timeliness: str) -> QuerySet:
        """Those that are late, in time, …"""
        return self._those(measures, lambda measure: measure.timeliness == timeliness)

    def followed_up(self, measures: QuerySet, name: str, freshness: str) -> QuerySet:
        """Those whose follow-up is missed, soon, …"""
        return self._those(measures, lambda measure: measure.freshness == freshness)

    def due_in_time(self, measures: QuerySet, name: str, months: str) -> QuerySet:
        """Those with work left that are to be ready between today and then."""
        today = timezone.localdate()
        limit = months_later(today, int(months))
        return self._those(measures, lambda measure: _is_due_between(measure, today, limit))

    def written_in_by_me(self, measures: QuerySet, name: str, yes: str) -> QuerySet:
        """Those that the person has written in, or on which they have written an update."""
        written = PageLogEntry.objects.filter(user=self.request.user).order_by().values("page")
        updates = StatusUpdatePage.objects.filter(pk__in=written).values_list("path", flat=True)
        above = {path[: -MeasurePage.steplen] for path in updates}
        return measures.filter(Q(pk__in=written) | Q(path__in=above))

    @cached_property
    def _standing(self) -> list[MeasurePage]:
        return with_standings(MeasurePage.objects.for_rows())

    def _those(self, measures: QuerySet, fits: Callable[[MeasurePage], bool]) -> QuerySet:
        return measures.filter(pk__in=[one.pk for one in self._standing if fits(one)])


class MeasureFilterSet(MeasuresOfAreaFilterSet):
    """Choices within all plans."""

    area = ModelChoiceFilter(
        label="Fokusområde",
        queryset=FocusAreaPage.objects.order_by("path"),
        method="in_area",
        empty_label="Alla",
    )

    def in_area(self, measures: QuerySet, name: str, area: FocusAreaPage) -> QuerySet:
        """Those below the focus area."""
        return measures.filter(path__startswith=area.path)


def _is_due_between(measure: MeasurePage, first: datetime.date, last: datetime.date) -> bool:
    # In time and with a date: what is late has its own choice.
    return measure.timeliness is Timeliness.ON_TIME and first <= measure.due.last_day <= last

"""Measures by the many: those that are in a status, and what a list shows of them."""

from django.db import models
from django.db.models.functions import Coalesce

from actionplan.models.status_update import StatusUpdatePage
from actionplan.standing import below_each, counted
from actionplan.status import MeasureStatus
from foundation.visibility import VisiblePageQuerySet

_IN_A_ROW = (
    *("path", "depth", "content_type", "title", "slug", "url_path", "is_example", "number"),
    *("first_published_at", "changed_at", "starts", "due", "is_continuous"),
    *("follow_up_interval", "next_follow_up", "replaced_by", "responsible__name"),
)


class MeasureQuerySet(VisiblePageQuerySet):
    """Measures that are …"""

    def with_status(self) -> "MeasureQuerySet":
        """All of them, each with its status as `current_status`, to filter and order by."""
        newest = counted(StatusUpdatePage.objects.filter(**below_each())).values("status")[:1]
        return self.annotate(
            current_status=Coalesce(
                models.Subquery(newest, output_field=models.CharField()),
                models.Value(MeasureStatus.PLANNED.value),
            )
        )

    def with_report_day(self) -> "MeasureQuerySet":
        """All of them, each with the day of its newest update as `reported_on`, to order by."""
        newest = counted(StatusUpdatePage.objects.filter(**below_each())).values("fact_on")[:1]
        return self.annotate(reported_on=models.Subquery(newest))

    def in_status(self, *statuses: MeasureStatus) -> "MeasureQuerySet":
        """In one of these statuses."""
        return self.with_status().filter(current_status__in=statuses)

    def for_rows(self) -> "MeasureQuerySet":
        """All of them, with what a row in a list shows, and nothing else of their many columns."""
        return self.select_related("responsible").only(*_IN_A_ROW)

"""How it goes with measures: the one place that answers "the status of these measures".

A measure stores no status. The newest counted update says it; no update means planned.
Whole lists are answered in one query and in time linear in the updates, grouped in Python;
conditions and orderings inside the database are `MeasureQuerySet.with_status`.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from os.path import commonprefix
from typing import TYPE_CHECKING, Any

from django.db.models import F, OuterRef, QuerySet, Value
from django.db.models.functions import Concat
from wagtail.models import Page

from actionplan.status import MeasureStatus

if TYPE_CHECKING:
    from actionplan.models import MeasurePage

_NEWEST_FIRST = ("-fact_on", F("first_published_at").desc(nulls_first=True), "-pk")
_SAID = ("pk", "path", "status", "fact_on", "merged_into_id", "changed_at", "first_published_at")


@dataclass(frozen=True)
class Standing:
    """What the counted updates of a measure say together."""

    status: MeasureStatus = MeasureStatus.PLANNED
    fact_on: datetime.date | None = None
    merged_into_id: int | None = None
    update_id: int | None = None
    changed_at: datetime.datetime | None = None

    @classmethod
    def according_to(cls, updates: Sequence[Any]) -> "Standing":
        """The standing that these updates of one measure give, the newest being first."""
        if not updates:
            return cls()
        newest = updates[0]
        changes = [update.changed_at or update.first_published_at for update in updates]
        return cls(
            status=MeasureStatus(newest.status),
            fact_on=newest.fact_on,
            merged_into_id=newest.merged_into_id if newest.status.names_successor else None,
            update_id=newest.pk,
            changed_at=max((change for change in changes if change), default=None),
        )


def counted(updates: QuerySet) -> QuerySet:
    """Those of `updates` that count: published and not private, newest day of fact first.

    On equal days the one first published later comes first. Whether the measure itself may be
    seen is not asked: an editor's draft of it has the status that it will be shown with.
    """
    return updates.filter(live=True, view_restrictions__isnull=True).order_by(*_NEWEST_FIRST)


def below(branch: str) -> dict[str, tuple[str, str]]:
    """A filter for the pages below the tree path `branch`, answered by the index of paths."""
    return {"path__range": Page._get_children_path_interval(branch)}


def below_each() -> dict[str, Any]:
    """The same in a subquery: the children of each page in the outer query."""
    first, last = Page._get_children_path_interval("")
    return {
        "path__range": (
            Concat(OuterRef("path"), Value(first)),
            Concat(OuterRef("path"), Value(last)),
        ),
        "depth": OuterRef("depth") + 1,
    }


def standings_of(measures: Iterable["MeasurePage"]) -> dict[int, Standing]:
    """How each of the measures stands, by its primary key, in one query for them all."""
    from actionplan.models.status_update import StatusUpdatePage

    measures = list(measures)
    paths = [measure.path for measure in measures]
    if not paths:
        return {}
    # The deepest place that has them all below it, or the measure itself when it is alone.
    branch = commonprefix(paths)  # noqa: RUF071 (tree paths have steps of equal length)
    branch = branch[: len(branch) // Page.steplen * Page.steplen]
    said = counted(StatusUpdatePage.objects.filter(**below(branch)))
    by_measure = defaultdict(list)
    for update in said.values_list(*_SAID, named=True):
        by_measure[update.path[: -Page.steplen]].append(update)
    return {measure.pk: Standing.according_to(by_measure[measure.path]) for measure in measures}


def with_standings(measures: Iterable["MeasurePage"]) -> list["MeasurePage"]:
    """The same measures, each knowing how it stands without asking again."""
    measures = list(measures)
    standings = standings_of(measures)
    for measure in measures:
        measure.standing = standings[measure.pk]
    return measures

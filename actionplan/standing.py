"""How it goes with measures: the one place that answers "the status of these measures".

A measure stores no status. The newest counted update says it; no update means planned.
Whole lists are answered in one query and in time linear in the updates, grouped in Python;
conditions and orderings inside the database are `MeasureQuerySet.with_status`.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from os.path import commonprefix
from typing import TYPE_CHECKING, Any, Protocol

from django.db.models import F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Concat
from wagtail.models import Page

from actionplan.status import MeasureStatus
from foundation.swedish.slugs import slug_for

if TYPE_CHECKING:
    from actionplan.models import MeasurePage

_NEWEST_FIRST = ("-fact_on", F("first_published_at").desc(nulls_first=True), "-pk")
_SAID = ("path", "pk", "status", "fact_on", "merged_into_id")


class Placed(Protocol):
    """As much of a measure as tells which updates are its own: a page, or a row of one."""

    @property
    def pk(self) -> int: ...

    @property
    def path(self) -> str: ...


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
        changed_at = max((change for change in changes if change), default=None)
        said = (newest.pk, newest.status, newest.fact_on, newest.merged_into_id)
        return cls.of(*said, changed_at)

    @classmethod
    def of(
        cls,
        update_id: int,
        status: str,
        fact_on: datetime.date | None,
        merged_into_id: int | None,
        changed_at: datetime.datetime | None,
    ) -> "Standing":
        """The standing that the newest update gives, and when any of them last changed."""
        status = MeasureStatus(status)
        successor = merged_into_id if status.names_successor else None
        return cls(status, fact_on, successor, update_id, changed_at)


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


def standings_of(measures: Iterable["Placed"]) -> dict[int, Standing]:
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
    said = said.annotate(changed=Coalesce("changed_at", "first_published_at"))
    newest, changes = {}, {}
    for path, *fact, changed in said.values_list(*_SAID, "changed"):
        place = path[: -Page.steplen]
        newest.setdefault(place, fact)
        if changed and (place not in changes or changed > changes[place]):
            changes[place] = changed
    return {
        measure.pk: Standing.of(*newest[measure.path], changes.get(measure.path))
        if measure.path in newest
        else Standing()
        for measure in measures
    }


def with_standings(measures: Iterable["MeasurePage"]) -> list["MeasurePage"]:
    """The same measures, each knowing how it stands without asking again."""
    measures = list(measures)
    standings = standings_of(measures)
    for measure in measures:
        measure.standing = standings[measure.pk]
    return measures


def state_of(measures: Iterable["MeasurePage"]) -> list[dict[str, Any]]:
    """How many there are in each status, in the order of the statuses; `choice` is for addresses."""
    counts = Counter(measure.status for measure in measures)
    return [
        {"status": status, "count": counts[status], "choice": slug_for(status.label)}
        for status in MeasureStatus
    ]

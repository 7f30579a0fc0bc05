"""The ways to choose among the measures of a plan: what there is to choose, and what it fits.

The words for an address are Swedish, and neutral: a focus area goes by its slug, which gives
nothing away in safe mode, and organisations and target groups go by number, since names might.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices

from actionplan.status import MeasureStatus
from actionplan.timeliness import Timeliness
from foundation.swedish.slugs import slug_for
from foundation.swedish.sorting import swedish_key

if TYPE_CHECKING:
    from actionplan.models import FocusAreaPage, MeasurePage

RECENT_DAYS = 30

# The facets by their names in the address, in the order that a sentence tells them.
PARAMETERS = ("status", "tid", "omrade", "ansvarig", "malgrupp", "uppdaterad")

# How several measures are said to be; one measure is what its status is called.
_SEVERAL = {
    MeasureStatus.PLANNED: "planerade",
    MeasureStatus.DONE: "genomförda",
    MeasureStatus.PAUSED: "pausade",
    MeasureStatus.CANCELLED: "avbrutna",
    Timeliness.LATE: "försenade",
    Timeliness.CLOSED: "avslutade",
}


@dataclass(frozen=True)
class Choice:
    """Something to choose measures by, as the address, the form and a sentence have it.

    `measures` are the primary keys of those that it fits.
    """

    key: str
    label: str
    said: str
    measures: frozenset[int]
    said_of_one: str = ""

    def words(self, number: int) -> str:
        """What so many measures are said to be when they are chosen by it."""
        return self.said_of_one if self.said_of_one and number == 1 else self.said


@dataclass(frozen=True)
class Facet:
    """A way to choose, of which one choice at a time is made."""

    parameter: str
    label: str
    choices: Mapping[str, Choice]


def facets_of(
    measures: Sequence["MeasurePage"],
    areas: Iterable["FocusAreaPage"],
    groups: Mapping[tuple[int, str], Iterable[int]],
    now: datetime.datetime,
) -> list[Facet]:
    """The ways to choose among the measures.

    `groups` gives by key and name of a target group the primary keys of its measures.
    """
    recent = now - datetime.timedelta(days=RECENT_DAYS)
    by_area, by_responsible = {area.path: [] for area in areas}, {}
    for measure in measures:
        by_area.setdefault(measure.path[: -measure.steplen], []).append(measure.pk)
        if measure.responsible:
            key = (measure.responsible.pk, measure.responsible.name)
            by_responsible.setdefault(key, []).append(measure.pk)
    updated = [one.pk for one in measures if one.updated_at and one.updated_at >= recent]
    return [
        _facet("status", "Status", _words(MeasureStatus, "status", measures)),
        _facet("tid", "Tid", _words(Timeliness, "timeliness", measures)),
        _facet(
            "omrade",
            "Fokusområde",
            [
                Choice(a.slug, a.title, f"i området {a.title}", frozenset(by_area[a.path]))
                for a in areas
            ],
        ),
        _facet("ansvarig", "Ansvarig", _named(by_responsible, "som {} ansvarar för")),
        _facet("malgrupp", "Målgrupp", _named(groups, "för målgruppen {}")),
        _facet(
            "uppdaterad",
            "Uppdaterad",
            [
                Choice(
                    str(RECENT_DAYS),
                    f"Uppdaterad de senaste {RECENT_DAYS} dagarna",
                    f"uppdaterade de senaste {RECENT_DAYS} dagarna",
                    frozenset(updated),
                    f"uppdaterad de senaste {RECENT_DAYS} dagarna",
                )
            ],
        ),
    ]


def _facet(parameter: str, label: str, choices: Iterable[Choice]) -> Facet:
    return Facet(parameter, label, {choice.key: choice for choice in choices})


def _words(
    enum: type[TextChoices], attribute: str, measures: Iterable["MeasurePage"]
) -> Iterable[Choice]:
    found = {choice: [] for choice in enum}
    for measure in measures:
        found[getattr(measure, attribute)].append(measure.pk)
    for choice in enum:
        one = choice.label.lower()
        said = _SEVERAL.get(choice, one)
        yield Choice(slug_for(choice.label), choice.label, said, frozenset(found[choice]), one)


def _named(found: Mapping[tuple[int, str], Iterable[int]], said: str) -> Iterable[Choice]:
    for key, name in sorted(found, key=lambda pair: swedish_key(pair[1])):
        yield Choice(str(key), name, said.format(name), frozenset(found[key, name]))

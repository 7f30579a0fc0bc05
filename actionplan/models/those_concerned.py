"""Who takes part in a measure, and for whom it is."""

from typing import TYPE_CHECKING

from django.db import models

from actionplan.related import keys_of
from foundation.contacts import Organisation, TargetGroup
from foundation.swedish.sorting import swedish_key

if TYPE_CHECKING:
    from actionplan.models.measure import MeasurePage


def those_concerned(measure: "MeasurePage") -> dict[str, list]:
    """The partners, as far as readers are told who they are, and the names of the target groups.

    Asked for together, in the order of the alphabet.
    """
    asked = Organisation.objects.filter(pk__in=keys_of(measure.partners))
    partners = asked.order_by().values_list("name", "kind", "is_example")
    asked = TargetGroup.objects.filter(pk__in=keys_of(measure.target_groups))
    no_kind = models.Value("", models.CharField())
    no_mark = models.Value(False, models.BooleanField())
    groups = asked.order_by().values_list("name", no_kind, no_mark)
    rows = sorted(partners.union(groups, all=True), key=lambda row: swedish_key(row[0]))
    return {
        "partners": [
            Organisation(name=name, kind=kind, is_example=is_example)
            for name, kind, is_example in rows
            if kind
        ],
        "target_groups": [name for name, kind, _ in rows if not kind],
    }

"""Every combination of choices shows what reading the facts of each measure by hand would."""

import datetime
import itertools
import random
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.utils import timezone

from actionplan.facets import PARAMETERS
from actionplan.models import MeasurePage, PlanPage, StatusUpdatePage
from actionplan.selection import Selection
from foundation.contacts import TargetGroup
from foundation.precise_date import PreciseDate
from tests.factories import FocusAreaPageFactory, OrganisationFactory
from tests.many_measures import add_measures

STATUSES = {
    "planned": "planerad",
    "ongoing": "pagar",
    "done": "genomford",
    "paused": "pausad",
    "cancelled": "avbruten",
}


@pytest.fixture
def facts(plan):
    """A plan of random measures: what an address calls each fact of a measure, by its key."""
    dice = random.Random(8)  # noqa: S311
    today, midnight = timezone.localdate(), timezone.now().replace(hour=0, minute=0)
    units = [OrganisationFactory(name=name) for name in ("Kulturenheten", "Gatuenheten")]
    groups = [TargetGroup.objects.create(name=name) for name in ("Ungdomar", "Äldre")]
    told, aimed = {}, []
    for slug, updates_each in itertools.product(("skola", "torg"), (0, 1, 2)):
        area = plan.get_children().filter(slug=slug).first()
        area = area or FocusAreaPageFactory(parent=plan, title=slug.capitalize(), slug=slug)
        for measure in add_measures(area.specific, 6, updates_each=updates_each):
            days = dice.choice([-40, -1, 0, 1, None])
            unit, replaced = dice.choice([*units, None]), dice.random() < 0.2
            continuous, status = dice.random() < 0.2, "planned"
            ages = [dice.choice([0, 40]) for _ in range(1 + updates_each)]
            MeasurePage.objects.filter(pk=measure.pk).update(
                due=None if days is None else PreciseDate.of_day(today + datetime.timedelta(days)),
                is_continuous=continuous,
                responsible=unit,
                replaced_by=dice.choice(sorted(told)) if replaced and told else None,
                first_published_at=midnight - datetime.timedelta(days=50),
                changed_at=midnight - datetime.timedelta(days=ages[0]),
            )
            replaced = replaced and bool(told)
            for update, age in zip(measure.get_children().order_by("path"), ages[1:], strict=True):
                status = dice.choice(list(STATUSES))
                StatusUpdatePage.objects.filter(pk=update.pk).update(
                    status=status,
                    first_published_at=midnight - datetime.timedelta(days=50),
                    changed_at=midnight - datetime.timedelta(days=age),
                )
            its_groups = [group for group in groups if dice.random() < 0.5]
            aimed += [(measure.pk, group.pk) for group in its_groups]
            if replaced or status in ("done", "cancelled"):
                time = "avslutad"
            elif continuous or days is None:
                time = "utan-slutdatum"
            else:
                time = "forsenad" if days < 0 else "i-tid"
            told[measure.pk] = {
                "status": [STATUSES[status]],
                "tid": [time],
                "omrade": [slug],
                "ansvarig": [str(unit.pk)] if unit else [],
                "malgrupp": [str(group.pk) for group in its_groups],
                "uppdaterad": ["30"] if 0 in ages else [],
            }
    through = MeasurePage.target_groups.through
    through.objects.bulk_create(
        through(measurepage_id=measure, targetgroup_id=group) for measure, group in aimed
    )
    return told


@pytest.mark.django_db
def test_every_combination_of_choices_shows_what_the_facts_say(facts, plan, rf):
    whole = PlanPage.objects.get(pk=plan.pk).get_context(rf.get("/"))["selection"]
    keys = {
        name: ["", *sorted({key for fact in facts.values() for key in fact[name]})]
        for name in PARAMETERS
    }
    assert [len(choices) for choices in keys.values()] == [6, 5, 3, 3, 3, 2]

    for combination in itertools.product(*keys.values()):
        asked = {name: key for name, key in zip(keys, combination, strict=True) if key}
        narrowed = Selection(
            "/", whole.measures, whole.areas, whole.facets, QueryDict(urlencode(asked))
        )
        fitting = [
            measure
            for measure, fact in facts.items()
            if all(key in fact[name] for name, key in asked.items())
        ]

        assert [one.pk for group in narrowed.groups for one in group.measures] == fitting, asked
        number = f"{len(fitting) or 'Ingen'} av {len(facts)}" if asked else f"Alla {len(facts)}"
        assert narrowed.sentence.startswith(f"{number} åtgärder"), asked

"""Doing what was planned, everything or nothing."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from actionplan.importing.figures.planning import Choices, FigurePlan
from actionplan.models import EarlierValue, IndicatorPage, ValueBatch
from foundation.importing.refusal import Refused

CHANGED = "Indikatorn har ändrats sedan förhandsgranskningen. Ingenting är importerat. Granska filen på nytt."


@transaction.atomic
def carry_out(
    make_plan: Callable[[], FigurePlan], choices: Choices, seen: str, file_name: str, checksum: str
) -> FigurePlan:
    """Do what `make_plan` plans, if that is still what the editor has seen.

    Two who write to the same indicator wait for each other, so the second sees what the first did.
    """
    IndicatorPage.objects.select_for_update().get(pk=choices.indicator.pk)
    plan = make_plan()
    if seen and plan.fingerprint != seen:
        raise Refused(CHANGED)
    if plan.blocked:
        raise Refused(plan.blocked)
    if not plan.working:
        return plan
    batch = _batch(plan, choices, file_name, checksum)
    EarlierValue.objects.bulk_create(
        _earlier(plan.before[step.at], batch) for step in plan.working if step.at is not None
    )
    plan.draft.values.set(plan.after)
    revision = plan.draft.save_revision(user=choices.person, log_action="wagtail.edit")
    if plan.publishes:
        _publish(plan, revision, choices)
    batch.was_published = plan.publishes
    batch.save(update_fields=["was_published"])
    return plan


def _batch(plan: FigurePlan, choices: Choices, file_name: str, checksum: str) -> ValueBatch:
    kinds = [step.kind for step in plan.steps]
    return ValueBatch.objects.create(
        indicator=plan.page,
        person=choices.person,
        source_text=plan.source_text,
        source_url=plan.source_url,
        retrieved_on=choices.retrieved_on or timezone.localdate(),
        file_name=file_name[-255:],
        file_kind=plan.table.kind.value,
        checksum=checksum,
        series=plan.table.series[:120],
        places=plan.places,
        counts={kind: kinds.count(kind) for kind in ("new", "changed", "same", "left_out")},
        notes=[*plan.warnings, *plan.notes],
    )


def _earlier(value, batch: ValueBatch) -> EarlierValue:
    earlier = EarlierValue.of(value)
    earlier.batch = batch
    return earlier


def _publish(plan: FigurePlan, revision, choices: Choices) -> None:
    """Let readers see it, if nothing stops that; else it stays a draft, and the report says why."""
    try:
        with transaction.atomic():
            revision.publish(user=choices.person)
    except ValidationError as error:
        plan.publishes = False
        plan.notes.append(f"Publicerades inte: {' '.join(error.messages)} Siffrorna är ett utkast.")

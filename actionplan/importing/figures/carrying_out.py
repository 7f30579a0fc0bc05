"""Doing what was planned, everything or nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone

from actionplan.importing.figures.planning import Choices, FigurePlan
from actionplan.models import EarlierValue, IndicatorPage, IndicatorValue, ValueBatch
from foundation.importing.kept import LOGGED_AS
from foundation.importing.kinds import Progress
from foundation.importing.refusal import Refused

# Saying it oftener would take longer than saving.
TOLD_EVERY = 25
CHANGED = "Indikatorn har ändrats sedan förhandsgranskningen. Ingenting är importerat. Granska filen på nytt."


@dataclass(frozen=True)
class Source:
    """The file by its name and its SHA-256."""

    name: str
    checksum: str


@transaction.atomic
def carry_out(
    make_plan: Callable[[], FigurePlan], choices: Choices, seen: str, file: Source, told: Progress
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
    of = len(plan.working)
    told(0, of)
    batch = _batch(plan, choices, file)
    EarlierValue.objects.bulk_create(
        _earlier(plan.before[step.at], batch) for step in plan.working if step.at is not None
    )
    plan.draft.values.set(plan.after)
    revision = plan.draft.save_revision(user=choices.person, log_action=LOGGED_AS)
    if plan.publishes:
        with _told_by_each_figure(len(plan.after), of, told):
            _publish(plan, revision, choices)
    batch.was_published = plan.publishes
    batch.save(update_fields=["was_published"])
    told(of, of)
    return plan


@contextmanager
def _told_by_each_figure(saved: int, of: int, told: Progress) -> Iterator[None]:
    """Tell how far publishing has come, which saves every figure of the indicator one by one."""
    so_far = 0

    def one_more(created: bool, **_: object) -> None:
        nonlocal so_far
        so_far += 1
        if so_far % TOLD_EVERY == 0:
            told(min(of, so_far * of // saved), of)

    post_save.connect(one_more, sender=IndicatorValue, weak=False)
    try:
        yield
    finally:
        post_save.disconnect(one_more, sender=IndicatorValue)


def _batch(plan: FigurePlan, choices: Choices, file: Source) -> ValueBatch:
    kinds = [step.kind for step in plan.steps]
    return ValueBatch.objects.create(
        indicator=plan.page,
        person=choices.person,
        source_text=plan.source_text,
        source_url=plan.source_url,
        retrieved_on=choices.retrieved_on or timezone.localdate(),
        file_name=file.name[-255:],
        file_kind=plan.table.kind.value,
        checksum=file.checksum,
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

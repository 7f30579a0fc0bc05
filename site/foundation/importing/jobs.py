"""Checking and importing in the background: what a browser that is closed cannot stop."""

import logging

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished

from delivery.worker import BACKGROUND
from foundation.importing import at_work
from foundation.importing.kept import ImportRun, forget_old
from foundation.importing.kinds import kind_named
from foundation.importing.refusal import Refused

logger = logging.getLogger(__name__)

State = ImportRun.State
CUT_OFF = "Något gick fel, så ingenting ändrades. Försök igen, eller säg till systemförvaltaren."


@task(backend=BACKGROUND)
def check(pk: int) -> None:
    """Find out what the file would do, unless that is done."""
    run = ImportRun.objects.filter(pk=pk, state=State.CHECKING).first()
    if run is None:
        return
    try:
        report = kind_named(run.kind).check(run)
    except Refused as refusal:
        _end(run, State.REFUSED, str(refusal))
    else:
        _end(run, State.CHECKED, report=report)


@task(backend=BACKGROUND)
def carry_out(pk: int) -> None:
    """Import the file, unless that is done: everything, and the word of it, or nothing."""
    try:
        with transaction.atomic():
            run = ImportRun.objects.select_for_update().filter(pk=pk, state=State.IMPORTING).first()
            if run is None:
                return
            _end(run, State.DONE, report=kind_named(run.kind).do(run, run.tell_progress))
    except Refused as refusal:
        # Nothing was changed. What the report said may no longer hold: the editor looks again.
        _end(ImportRun.objects.get(pk=pk), State.FAILED, str(refusal))
    finally:
        at_work.forget()


@task(backend=BACKGROUND)
def forget_old_imports() -> None:
    """Remove what was uploaded long ago."""
    forget_old()


def _end(run: ImportRun, state: State, message: str = "", report: dict | None = None) -> None:
    run.state, run.message, run.finished_at = state, message, timezone.now()
    if report is not None:
        run.report = report
    run.save(update_fields=["state", "message", "finished_at", "report"])


def note_failure(task_result, **_: object) -> None:
    """Say so when a job of ours failed in a way that nobody foresaw, or killed its worker."""
    ours = (check.module_path, carry_out.module_path)
    if task_result.status != TaskResultStatus.FAILED or task_result.task.module_path not in ours:
        return
    logger.error("Importen %s avbröts", task_result.args)
    at_work = ImportRun.objects.filter(
        pk__in=task_result.args, state__in=(State.CHECKING, State.IMPORTING)
    )
    at_work.update(state=State.FAILED, message=CUT_OFF, finished_at=timezone.now())


def connect() -> None:
    """Listen to jobs that end."""
    task_finished.connect(note_failure, dispatch_uid="foundation.importing")

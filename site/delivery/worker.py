"""Work that no reader or editor should wait for, done one job after another in a process of its own.

An app asks for it with `@task(backend=BACKGROUND)` of django-tasks and `enqueue`, in the transaction
that gives the reason: what is rolled back is not done. A job must bear to be done twice, for a
worker may be killed in the middle of one, and then the next worker begins it again. There is one
worker for a database; `serve` starts it.
"""

import logging
import threading
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.management.commands.db_worker import Worker as OneWorker
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

BACKGROUND = "background"
LOOK_EVERY = 1.0
WHEN_DATABASE_IS_AWAY = 10.0
# A job that was running this many times when its worker died is what kills it.
MOST_TRIES = 3
KEPT_FOR = timedelta(days=14)


class WorkerDiedError(Exception):
    """A job was running every time its worker died, and is not begun again."""


class Worker:
    """Does what has been asked for, highest priority first, until told to stop."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._begun: OneWorker | None = None

    def run(self) -> None:
        """Take up what the worker before left unfinished, then work until told to stop."""
        wait, recovered = 0.0, False
        while not self._stop.wait(wait):
            try:
                if not recovered:
                    begin_again()
                    forget_old()
                    recovered = True
                if _asked_for().ready().exists():
                    self._do_all()
                wait = LOOK_EVERY
            except DatabaseError:
                logger.exception("Bakgrundsjobben når inte databasen")
                connection.close()
                wait = WHEN_DATABASE_IS_AWAY

    def finish_soon(self) -> None:
        """Begin no more jobs; the one at hand may be finished."""
        self._stop.set()
        if self._begun:
            self._begun.running = False

    def _do_all(self) -> None:
        self._begun = OneWorker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name=BACKGROUND,
            startup_delay=False,
            max_tasks=None,
            worker_id=f"serve-{timezone.now():%Y%m%d%H%M%S%f}",
        )
        self._begun.running = not self._stop.is_set()
        self._begun.run()


def begin_again() -> int:
    """Let jobs whose worker died be done by this one; how many that was.

    Those that have died with it too often are marked as failed instead, and say so like any
    other job that failed.
    """
    with transaction.atomic():
        left = list(_asked_for().running().select_for_update())
        again = [job for job in left if len(job.worker_ids) < MOST_TRIES]
        DBTaskResult.objects.filter(pk__in=[job.pk for job in again]).update(
            status=TaskResultStatus.READY, started_at=None
        )
    for job in left:
        if job not in again:
            logger.error("Jobbet %s avbröts %d gånger och görs inte om", job.task_path, MOST_TRIES)
            job.set_failed(WorkerDiedError())
            task_finished.send(sender=type(job.task.get_backend()), task_result=job.task_result)
    return len(again)


def forget_old() -> None:
    """Remove jobs that were finished long ago."""
    _asked_for().finished().filter(finished_at__lt=timezone.now() - KEPT_FOR).delete()


def _asked_for():
    return DBTaskResult.objects.filter(backend_name=BACKGROUND)

"""Background jobs are done once, in the background, and those that were cut off are begun again."""

import threading

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from delivery import worker
from delivery.worker import BACKGROUND, Worker, begin_again, forget_old
from tests.delivery.jobs import fail, remember

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def jobs_wait_in_the_database(settings, monkeypatch):
    # The worker would close the connection that the test's own transaction runs on.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
        BACKGROUND: {"BACKEND": "django_tasks_db.DatabaseBackend"},
    }
    cache.delete("words")


class Rounds:
    """A stop that comes after so many looks; it remembers how long each wait was."""

    def __init__(self, number):
        self.left, self.waits = number, []

    def wait(self, seconds):
        self.waits.append(seconds)
        self.left -= 1
        return self.left < 0

    def is_set(self):
        return False


def cut_off(job, *, times):
    """Leave a job as workers do that are killed in the middle of it."""
    DBTaskResult.objects.filter(pk=job.id).update(
        status=TaskResultStatus.RUNNING, worker_ids=["w"] * times
    )


def status_of(job):
    return DBTaskResult.objects.get(pk=job.id).status


def test_a_job_waits_for_the_worker_and_is_done_once():
    job = remember.enqueue("åtgärd")
    assert cache.get("words") is None

    Worker(Rounds(2)).run()

    assert cache.get("words") == ["åtgärd"]
    assert status_of(job) == TaskResultStatus.SUCCESSFUL


def test_a_job_whose_reason_was_rolled_back_is_not_done():
    with transaction.atomic():
        remember.enqueue("ångrad")
        transaction.set_rollback(True)

    Worker(Rounds(1)).run()

    assert cache.get("words") is None


def test_a_job_that_goes_wrong_stops_none_of_the_others(caplog):
    failing, following = fail.enqueue(), remember.enqueue("sedan")

    Worker(Rounds(1)).run()

    assert status_of(failing) == TaskResultStatus.FAILED
    assert status_of(following) == TaskResultStatus.SUCCESSFUL


def test_a_job_whose_worker_was_killed_is_done_by_the_next_worker():
    cut_off(remember.enqueue("kvar"), times=1)

    Worker(Rounds(1)).run()

    assert cache.get("words") == ["kvar"]


def test_a_job_that_kills_its_worker_is_given_up_and_says_so():
    job = remember.enqueue("dödlig")
    cut_off(job, times=worker.MOST_TRIES)
    heard = []
    listen = lambda task_result, **_: heard.append((task_result.id, task_result.status))  # noqa: E731
    task_finished.connect(listen)
    try:
        assert begin_again() == 0
    finally:
        task_finished.disconnect(listen)

    assert heard == [(job.id, TaskResultStatus.FAILED)]
    assert "WorkerDiedError" in DBTaskResult.objects.get(pk=job.id).exception_class_path


def test_when_nothing_is_asked_for_a_look_is_one_read():
    asked = []
    for looks in (1, 4):
        with CaptureQueriesContext(connection) as queries:
            Worker(Rounds(looks)).run()
        asked.append(len(queries))

    assert asked[1] - asked[0] == 3


def test_a_database_that_is_away_is_looked_for_now_and_then(monkeypatch, caplog):
    def away():
        raise OperationalError("away")

    monkeypatch.setattr(worker, "begin_again", away)
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    rounds = Rounds(3)

    Worker(rounds).run()

    assert rounds.waits == [0.0, *[worker.WHEN_DATABASE_IS_AWAY] * 3]
    assert "Bakgrundsjobben når inte databasen" in caplog.text


def test_told_to_stop_it_begins_nothing_more():
    remember.enqueue("för sent")
    working = Worker(threading.Event())

    working.finish_soon()
    working.run()

    assert cache.get("words") is None


def test_jobs_finished_long_ago_are_forgotten_and_those_that_wait_are_not():
    done, waiting = remember.enqueue("gammal"), remember.enqueue("väntar")
    DBTaskResult.objects.filter(pk=done.id).update(
        status=TaskResultStatus.SUCCESSFUL,
        finished_at=worker.timezone.now() - worker.KEPT_FOR * 2,
    )

    forget_old()

    assert [str(job.pk) for job in DBTaskResult.objects.all()] == [waiting.id]

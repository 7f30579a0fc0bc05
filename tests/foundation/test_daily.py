"""What is done daily is asked for once a day, within its hours, however many clocks there are."""

import datetime
import threading

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from delivery.worker import BACKGROUND
from foundation import daily
from foundation.daily import DailyErrand, Diary, Errand, ask_for_due

pytestmark = pytest.mark.django_db

SEVEN = datetime.time(7)
DAY = datetime.date(2026, 11, 24)


class Job:
    """Counts how often it is asked for."""

    asked = 0

    def enqueue(self):
        self.asked += 1


@pytest.fixture
def job(monkeypatch):
    one = Job()
    monkeypatch.setattr(daily, "_errands", {"letters": Errand(one, SEVEN, datetime.time(19))})
    return one


@pytest.fixture
def at(monkeypatch):
    """Sets the clock."""

    def moment(hour, day=DAY):
        when = datetime.datetime.combine(day, hour, timezone.get_default_timezone())
        monkeypatch.setattr(timezone, "now", lambda: when)

    return moment


def test_once_a_day_also_after_a_restart(job, at):
    at(SEVEN)
    assert ask_for_due() == ["letters"]
    assert ask_for_due() == []

    at(datetime.time(6, 59), DAY + datetime.timedelta(days=1))
    assert ask_for_due() == []
    at(SEVEN, DAY + datetime.timedelta(days=1))
    assert ask_for_due() == ["letters"]
    assert job.asked == 2


@pytest.mark.parametrize("hour", [datetime.time(0, 30), datetime.time(6, 59), datetime.time(19, 1)])
def test_not_outside_its_hours_in_the_time_of_the_site(job, at, hour):
    at(hour)

    assert ask_for_due() == []


def test_a_clock_that_looked_before_another_asked_does_not_ask_again(job, at):
    at(SEVEN)
    ask_for_due()

    assert daily._ask("letters", DAY) is False
    assert job.asked == 1


def test_a_job_that_could_not_be_asked_for_is_asked_for_at_the_next_look(job, at, monkeypatch):
    at(SEVEN)

    def fail():
        raise RuntimeError

    monkeypatch.setattr(job, "enqueue", fail)
    with pytest.raises(RuntimeError):
        ask_for_due()

    assert DailyErrand.objects.get().asked_on is None


def test_the_job_itself_waits_in_the_database_for_the_worker(at, monkeypatch, settings):
    settings.TASKS = settings.TASKS | {BACKGROUND: {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(daily, "_errands", {"forget": Errand(daily.forget_old_jobs, SEVEN)})
    at(SEVEN)

    ask_for_due()

    assert [job.task_path for job in DBTaskResult.objects.all()] == [
        "foundation.daily.forget_old_jobs"
    ]


def test_the_diary_is_opened_once_a_minute(monkeypatch):
    looks, now = [], [100.0]
    monkeypatch.setattr(daily, "ask_for_due", lambda: looks.append(now[0]))
    diary = Diary(clock=lambda: now[0])

    for second in range(125):
        now[0] = 100.0 + second
        diary.look()

    assert looks == [100.0, 160.0, 220.0]


def test_the_clock_looks_in_the_diary(monkeypatch):
    looks = []
    monkeypatch.setattr(Diary, "look", lambda diary: looks.append(1))
    stop = threading.Event()
    waits = iter([False, False, True])
    monkeypatch.setattr(stop, "wait", lambda seconds: next(waits))
    monkeypatch.setattr("foundation.management.commands.run_clock.threading.Event", lambda: stop)
    monkeypatch.setattr("foundation.management.commands.run_clock.signal.signal", lambda *_: None)

    call_command("run_clock")

    assert looks == [1, 1]


def test_finished_jobs_are_forgotten_daily_and_letters_are_sent_in_the_daytime():
    assert {"forget_old_jobs", "send_reminders"} <= daily._errands.keys()
    letters = daily._errands["send_reminders"]
    assert (letters.earliest, letters.latest) == (SEVEN, datetime.time(19))

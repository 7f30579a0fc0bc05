"""A link is asked once a week, and is broken when it has failed on several days."""

import datetime

import pytest
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from delivery.worker import BACKGROUND, Worker
from foundation.outside_links import checking
from foundation.outside_links.asking import Answer
from foundation.outside_links.checking import check, check_links
from foundation.outside_links.models import DAYS_UNTIL_BROKEN, OutsideLink, Problem
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
MONDAY = datetime.date(2026, 11, 23)


class Web:
    """Answers as it is told to, and remembers what it was asked."""

    def __init__(self, **answers):
        self.answers, self.asked = answers, []

    def ask(self, address):
        self.asked.append(address)
        return self.answers.get(address.split("//")[1].split(".")[0], Answer())


GONE, SILENT = Answer(problem=Problem.GONE), Answer(problem=Problem.SILENT)


@pytest.fixture(autouse=True)
def in_no_hurry(monkeypatch):
    monkeypatch.setattr(checking, "PAUSE_SECONDS", 0)


@pytest.fixture
def on(monkeypatch):
    """Lets a day pass by with this web, and asks until there is no more to ask."""

    def day(day, web):
        monkeypatch.setattr(timezone, "localdate", lambda *_: day)
        while check(web):
            pass
        return web.asked

    return day


def link(name, **given):
    return OutsideLink.objects.create(address=f"https://{name}.example/", **given)


def test_one_that_answers_is_asked_once_a_week(on):
    link("bra")

    asked = [len(on(MONDAY + DAY * days, Web())) for days in range(8)]

    assert asked == [1, 0, 0, 0, 0, 0, 0, 1]


def test_it_is_broken_when_it_has_failed_on_several_days_and_since_the_first(on):
    bad = link("borta")
    link("bra")
    for days in range(DAYS_UNTIL_BROKEN):
        assert not OutsideLink.objects.broken().exists()
        on(MONDAY + DAY * days, Web(borta=GONE))
        # A second look the same day counts for nothing.
        on(MONDAY + DAY * days, Web(borta=GONE))

    assert OutsideLink.objects.broken().get() == bad
    bad.refresh_from_db()
    assert (bad.failing_since, bad.problem) == (MONDAY, Problem.GONE)

    # From then on it is asked once a week like all others, and forgiven when it answers.
    after = MONDAY + DAY * DAYS_UNTIL_BROKEN
    assert on(after, Web(borta=GONE)) == []
    on(after + DAY * 7, Web())
    bad.refresh_from_db()
    assert (bad.failed_days, bad.failing_since, bad.problem) == (0, None, "")


def test_one_that_may_not_be_asked_is_never_said_to_be_broken(on):
    shy = link("robot", failed_days=2, failing_since=MONDAY, problem=Problem.SILENT)

    on(MONDAY, Web(robot=Answer(was_asked=False)))

    shy.refresh_from_db()
    assert (shy.failed_days, shy.answered_on, shy.asked_on) == (0, None, MONDAY)


def test_a_machine_that_reaches_nobody_blames_nobody(on, caplog):
    for name in ("ett", "tva"):
        link(name, answered_on=MONDAY - DAY * 3, asked_on=MONDAY - DAY * 3)
    link("ny")

    for days in range(5):
        on(MONDAY + DAY * days, Web(ett=SILENT, tva=SILENT, ny=SILENT))

    assert not OutsideLink.objects.exclude(failed_days=0).exists()
    assert "ingen av dem svarar" in caplog.text


def test_one_silent_website_is_told_from_a_silent_net_by_one_that_answers(on):
    link("vittne", answered_on=MONDAY - DAY * 3, asked_on=MONDAY - DAY * 3)
    link("tyst")

    asked = on(MONDAY, Web(tyst=SILENT))

    assert asked == ["https://tyst.example/", "https://vittne.example/"]
    assert OutsideLink.objects.get(failed_days=1).address == "https://tyst.example/"


def test_only_a_few_are_asked_in_one_job_and_other_jobs_come_between(settings, monkeypatch):
    settings.TASKS = settings.TASKS | {BACKGROUND: {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.LINK_CHECK = True
    # The worker would close the connection that the test's own transaction runs on.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    web = Web()
    monkeypatch.setattr(checking, "Asker", lambda: web)
    for number in range(checking.A_FEW + 2):
        OrganisationFactory(website=f"https://w{number}.example/")
    check_links.enqueue()

    Worker(Rounds(2)).run()

    assert len({address for address in web.asked if ".example" in address}) == checking.A_FEW + 2
    assert len(web.asked) == len(set(web.asked))
    jobs = [job.task_path.rsplit(".", 1)[1] for job in DBTaskResult.objects.order_by("enqueued_at")]
    assert jobs == ["check_links", *["check_a_few"] * (-(-len(web.asked) // checking.A_FEW))]
    assert {job.priority for job in DBTaskResult.objects.all()} == {checking.AFTER_ALL_ELSE}


class Rounds:
    """A stop that comes after so many looks."""

    def __init__(self, number):
        self.left = number

    def wait(self, seconds):
        self.left -= 1
        return self.left < 0

    def is_set(self):
        return False


def test_a_machine_that_is_told_not_to_asks_nobody(settings, monkeypatch):
    settings.LINK_CHECK = False
    monkeypatch.setattr(checking, "Asker", pytest.fail)
    OrganisationFactory(website="https://w.example/")

    check_links.enqueue()

    assert not OutsideLink.objects.exists()

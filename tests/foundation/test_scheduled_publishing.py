"""What is due goes out, and what has expired goes away, whatever stands beside it."""

import logging
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command, get_commands
from django.db import DatabaseError
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from foundation import scheduled_publishing
from foundation.contacts import HelpContact
from foundation.scheduled_publishing import Patience, publish_due
from home.models import StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    """Nobody else waits to write."""
    monkeypatch.setattr(scheduled_publishing, "PAUSE", 0)


def moment(minutes: int):
    return timezone.now() + timedelta(minutes=minutes)


def schedule(thing, go_live_at) -> None:
    """Leave `thing` as an editor who schedules it does, some time after it was done."""
    thing.go_live_at = go_live_at
    revision = thing.save_revision()
    revision.approved_go_live_at = go_live_at
    revision.save()


@pytest.fixture
def add_page():
    """Make a page below the root: a draft, unless said to be live."""
    root = Page.get_first_root_node()

    def add(title: str, **fields) -> StandardPage:
        return root.add_child(instance=StandardPage(title=title, **{"live": False, **fields}))

    return add


def is_live(thing) -> bool:
    return type(thing).objects.get(pk=thing.pk).live


def test_a_page_goes_live_when_its_moment_has_come_and_not_before(add_page):
    due, later = add_page("Nu"), add_page("Sedan")
    schedule(due, moment(-1))
    schedule(later, moment(+1))

    assert publish_due() == 1

    assert is_live(due)
    assert not is_live(later)
    assert publish_due() == 0


def test_the_log_tells_once_that_the_schedule_published_the_page(add_page):
    page = add_page("Nu")
    schedule(page, moment(-1))

    publish_due()
    publish_due()

    entries = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled")
    assert entries.count() == 1


def test_a_new_version_of_a_live_page_takes_over_at_its_moment(add_page):
    page = add_page("Gammal rubrik", live=True)
    page.title = "Ny rubrik"
    schedule(page, moment(-1))

    publish_due()

    assert StandardPage.objects.get(pk=page.pk).title == "Ny rubrik"


def test_a_page_comes_down_when_it_has_expired(add_page):
    past = add_page("Förbi", live=True, expire_at=moment(-1))
    current = add_page("Aktuell", live=True, expire_at=moment(+1))

    assert publish_due() == 1

    assert not is_live(past)
    assert StandardPage.objects.get(pk=past.pk).expired
    assert is_live(current)


def test_help_contacts_follow_their_schedule_like_pages():
    due = HelpContact.objects.create(name="Ny linje", phone="020-50 50 50", source="-", live=False)
    past = HelpContact.objects.create(
        name="Gammal linje", phone="020-1", source="-", expire_at=moment(-1)
    )
    schedule(due, moment(-1))

    assert publish_due() == 2

    assert is_live(due)
    assert not is_live(past)
    assert ModelLogEntry.objects.filter(action="wagtail.publish.scheduled").count() == 1


@pytest.fixture
def poisoned(add_page, monkeypatch):
    """Two pages that are due, the first of which something stops; and how to stop it otherwise."""
    bad, good = add_page("Trasig"), add_page("Hel")
    schedule(bad, moment(-2))
    schedule(good, moment(-1))
    publish = StandardPage.publish
    bad.trouble = ValidationError({"summary": "Ingressen saknas."})

    def troubled(self, *args, **kwargs):
        if self.pk == bad.pk and bad.trouble:
            raise bad.trouble
        return publish(self, *args, **kwargs)

    monkeypatch.setattr(StandardPage, "publish", troubled)
    return bad, good


@pytest.mark.parametrize(
    "trouble", [ValidationError("Ingressen saknas."), RuntimeError("bug"), DatabaseError("full")]
)
def test_one_page_that_cannot_go_out_stops_none_of_the_others(poisoned, trouble):
    bad, good = poisoned
    bad.trouble = trouble

    assert publish_due() == 1

    assert not is_live(bad)
    assert is_live(good)


def test_the_log_says_in_swedish_what_stopped_a_page(poisoned, caplog):
    with caplog.at_level(logging.ERROR):
        publish_due()

    (record,) = caplog.records
    assert "Det gick inte att publicera ”Trasig”" in record.getMessage()
    assert "Ingressen saknas. Nytt försök om 1 min." in record.getMessage()


def test_an_error_in_the_code_is_logged_with_its_place(poisoned, caplog):
    poisoned[0].trouble = RuntimeError("bug")

    with caplog.at_level(logging.ERROR):
        publish_due()

    assert "bug" in caplog.text


def test_what_failed_is_left_alone_longer_and_longer_and_then_tried_again(poisoned, caplog):
    bad, _ = poisoned
    now = 0.0
    patience = Patience(clock=lambda: now)

    tries = []
    for now in range(0, 3 * 3600, 30):
        before = len(caplog.records)
        publish_due(patience)
        if len(caplog.records) > before:
            tries.append(now)

    assert tries == [0, 60, 180, 420, 900, 1860, 3780, 7380]

    bad.trouble = None
    now = 4 * 3600
    publish_due(patience)
    assert is_live(bad)


def test_a_corrected_version_does_not_wait_for_the_one_that_failed(poisoned):
    bad, _ = poisoned
    patience = Patience()
    publish_due(patience)

    bad.trouble = None
    schedule(StandardPage.objects.get(pk=bad.pk), moment(-1))

    publish_due(patience)
    assert is_live(bad)


def test_a_rival_that_was_first_leaves_nothing_to_do(add_page):
    page = add_page("Nu")
    schedule(page, moment(-1))
    mine = list(scheduled_publishing.everything_due())

    publish_due()

    assert [due.do() for due in mine] == [False]


def test_someone_told_to_stop_leaves_the_rest_for_the_next(add_page):
    page = add_page("Nu")
    schedule(page, moment(-1))

    assert publish_due(should_stop=lambda: True) == 0
    assert not is_live(page)


def test_the_habit_of_calling_wagtails_command_calls_ours(add_page, capsys):
    assert get_commands()["publish_scheduled"] == "foundation"
    page = add_page("Nu")
    schedule(page, moment(-1))

    call_command("publish_scheduled", "--dryrun")
    assert "Dags att publicera ”Nu”" in capsys.readouterr().out
    assert not is_live(page)

    call_command("publish_scheduled")
    assert is_live(page)

"""When letters go out, how often, and what happens when one cannot be sent."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.reminders import Reminders
from home.digest import letters, sending
from home.digest.sending import send, send_in_daytime
from tests.factories import (
    MeasurePageFactory,
    OrganisationFactory,
)
from tests.home.digest.letters import (
    contact,
    missed,
    remind_days_ago,
    sent_to,
)

pytestmark = pytest.mark.django_db


def test_sent_twice_a_day_it_comes_once(area, person):
    MeasurePageFactory(parent=area, next_follow_up=missed())
    person()

    assert (send().sent, send().sent) == (1, 0)


def test_whoever_composed_the_same_letter_too_late_sends_nothing(area, person):
    """Two at once: both have read who is due before either has noted it."""
    MeasurePageFactory(parent=area, next_follow_up=missed())
    person()
    (mine,), (theirs,) = list(letters.everyones()), list(letters.everyones())
    outcome = sending.Outcome()

    sending._send_one(mine, None, outcome)
    sending._send_one(theirs, None, outcome)

    assert (outcome.sent, len(mail.outbox)) == (1, 1)


@pytest.mark.parametrize(
    ("reminders", "days_ago", "comes"),
    [
        (Reminders.DAILY, 0, False),
        (Reminders.DAILY, 1, True),
        (Reminders.WEEKLY, 6, False),
        (Reminders.WEEKLY, 7, True),
        (Reminders.NEVER, 400, False),
    ],
)
def test_it_comes_as_often_as_its_receiver_has_chosen(area, person, reminders, days_ago, comes):
    MeasurePageFactory(parent=area, next_follow_up=missed())
    remind_days_ago(person(reminders=reminders), days_ago)

    assert send().sent == comes


def test_a_mail_server_that_is_away_is_told_in_the_log_and_tried_again(
    area, person, settings, caplog
):
    MeasurePageFactory(parent=area, next_follow_up=missed())
    user = person()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with pytest.raises(CommandError, match="Alla brev kunde inte skickas"):
        call_command("send_reminders")

    user.refresh_from_db()
    assert user.reminded_on is None
    assert "nytt försök i morgon" in caplog.text


def test_a_letter_that_is_refused_stops_none_of_the_others(area, person, monkeypatch, caplog):
    MeasurePageFactory(parent=area, next_follow_up=missed())
    refused, other = person(name="fel"), person(name="ratt")
    really = sending.EmailMessage.send

    def refuse(message):
        if message.to == [refused.email]:
            raise OSError("550 ingen sådan brevlåda")
        return really(message)

    monkeypatch.setattr(sending.EmailMessage, "send", refuse)

    outcome = send()

    assert (outcome.sent, outcome.failed) == (1, 1)
    assert sent_to() == [other.email]
    refused.refresh_from_db()
    assert refused.reminded_on is None
    assert "550 ingen sådan brevlåda" in caplog.text


def test_a_letter_that_cannot_be_written_stops_none_of_the_others(
    area, person, monkeypatch, caplog
):
    MeasurePageFactory(parent=area, next_follow_up=missed())
    broken, other = person(name="fel"), person(name="ratt")
    really = letters.Round.matters_for

    def tell(together, user):
        if user == broken:
            raise ValueError("as meant")
        return really(together, user)

    monkeypatch.setattr(letters.Round, "matters_for", tell)

    assert send().sent == 1
    assert sent_to() == [other.email]
    assert "kunde inte skrivas" in caplog.text


@pytest.mark.parametrize(("hour", "comes"), [(3, 0), (6, 0), (7, 1), (18, 1), (21, 0)])
def test_a_job_that_comes_at_night_sends_nothing(area, person, monkeypatch, hour, comes):
    MeasurePageFactory(parent=area, next_follow_up=missed())
    person()
    moment = datetime.datetime.combine(
        timezone.localdate(), datetime.time(hour, 30), timezone.get_default_timezone()
    )
    monkeypatch.setattr(timezone, "now", lambda: moment)

    send_in_daytime.call()

    assert len(mail.outbox) == comes


def test_the_command_shows_what_would_be_sent_and_sends_nothing(area, person, capsys):
    MeasurePageFactory(parent=area, title="Mörka gångvägar", next_follow_up=missed())
    user = person()
    person(name="utan", email="")

    call_command("send_reminders", "--dry-run")

    shown = capsys.readouterr().out
    assert "Till: anna@kommun.example" in shown
    assert "Till: (ingen e-postadress, skickas inte)" in shown
    assert shown.count("- Mörka gångvägar") == 2
    assert "1 brev skulle skickas." in shown
    user.refresh_from_db()
    assert (mail.outbox, user.reminded_on) == ([], None)


def test_many_measures_and_contacts_ask_no_more_of_the_database_than_few(area, person):
    coordinator = person()

    def one_more(number):
        organisation = OrganisationFactory(name=f"Nämnd {number}")
        contact(organisation, email=f"n{number}@kommun.example")
        MeasurePageFactory(parent=area, responsible=organisation, next_follow_up=missed())

    def queries():
        with CaptureQueriesContext(connection) as asked:
            found = list(letters.everyones())
        return len(asked), len(found)

    one_more(1)
    queries()
    few, _ = queries()
    for number in range(2, 8):
        one_more(number)
    queries()
    assert queries() == (few, 8)

    # Another person with the same role costs what is theirs alone, whatever the role is to do.
    get_user_model().objects.exclude(pk=coordinator.pk).delete()
    for name in ("berit", "cecilia"):
        person(name=name)
    two_more, _ = queries()
    for name in ("disa", "eva"):
        person(name=name)
    four_more, found = queries()
    assert found == 12
    assert four_more - two_more == two_more - few
    assert two_more - few < few

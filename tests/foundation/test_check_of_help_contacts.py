"""A number that nobody has checked for half a year is pointed out to editors, in list and form."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from foundation.contacts import HelpContact, published_help_contacts
from foundation.precise_date import PreciseDate, parse
from tests.factories import HelpContactFactory

pytestmark = pytest.mark.django_db


def shown(client, contact):
    """The list of numbers, and the form of this one."""
    views = contact.snippet_viewset
    return [
        client.get(reverse(views.get_url_name("list"))).text,
        client.get(reverse(views.get_url_name("edit"), args=[contact.pk])).text,
    ]


@pytest.mark.parametrize(
    ("days_ago", "in_list", "in_form"),
    [
        (184, "Kontrollera igen.", "för mer än ett halvår sedan"),
        (None, "Aldrig. Kontrollera.", "Ingen har kontrollerat numret."),
        (183, None, None),
    ],
)
def test_the_editor_is_warned_when_the_check_is_old(admin_client, days_ago, in_list, in_form):
    today = timezone.localdate()
    checked = today - datetime.timedelta(days=days_ago) if days_ago else None
    contact = HelpContactFactory(hours="dygnet runt", verified_on=checked)

    listed, form = shown(admin_client, contact)

    if in_list:
        assert in_list in listed
        assert in_form in form
        assert "ser besökarna numret men inte öppettiderna" in form
    else:
        assert "Kontrollera" not in listed.split("<tbody")[1].split("</tbody")[0]
        assert "help-warning" not in form


def test_a_check_on_a_day_that_has_not_come_says_nothing():
    today = timezone.localdate()
    contact = HelpContact(verified_on=PreciseDate.of_day(today + datetime.timedelta(days=1)))

    assert not contact.is_verified_on(today)


@pytest.mark.parametrize(
    ("checked", "day", "said"),
    [
        ("april 2024", (2024, 10, 1), ""),
        # It may have been on the first of April, and nobody knows.
        ("april 2024", (2024, 10, 2), "Senast kontrollerat i april 2024, kanske för mer än"),
        ("april 2024", (2024, 11, 1), "Senast kontrollerat i april 2024, för mer än"),
        ("2024", (2024, 7, 1), ""),
        ("2024", (2024, 12, 31), "Senast kontrollerat under 2024, kanske för mer än"),
        ("2024", (2025, 7, 3), "Senast kontrollerat under 2024, för mer än"),
        ("13 juni 2024", (2024, 12, 14), "Senast kontrollerat den 13 juni 2024, för mer än"),
    ],
)
def test_a_check_is_no_more_exact_than_its_source(monkeypatch, checked, day, said):
    monkeypatch.setattr(timezone, "localdate", lambda *_: datetime.date(*day))
    contact = HelpContactFactory(hours="dygnet runt", verified_on=parse(checked))
    (published,) = published_help_contacts()

    assert published.check_reminder.startswith(said)
    assert published.hours_are_verified is (not said)
    assert str(HelpContact.objects.get(pk=contact.pk).verified_on) == checked


def test_the_list_says_in_words_whether_a_number_is_public(admin_client):
    contact = HelpContactFactory()
    for live, status in ((True, "publicerad"), (False, "utkast")):
        HelpContact.objects.update(live=live)
        listed = shown(admin_client, contact)[0].partition(contact.phone)[2]
        row = listed.partition("</tr>")[0]
        said = re.sub(r"<[^>]*>", " ", row).split()
        assert status in said
        assert not {"True", "False"} & set(said)

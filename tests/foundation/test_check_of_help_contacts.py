"""A number that nobody has checked for half a year is pointed out to editors, in list and form."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from foundation.contacts import HelpContact
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
    contact = HelpContact(verified_on=today + datetime.timedelta(days=1))

    assert not contact.is_verified_on(today)

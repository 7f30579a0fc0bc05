"""Who has found a hole in the site can read whom to tell, as long as somebody looks after it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from delivery import generation
from foundation.settings import SiteSettings

pytestmark = pytest.mark.django_db

ADDRESS = "/.well-known/security.txt"
A_DAY = datetime.timedelta(days=1)


def name(contact="sakerhet@kommun.example", days=100):
    """The contact, and for how many days from today it holds."""
    until = None if days is None else timezone.localdate() + days * A_DAY
    SiteSettings.objects.update(security_contact=contact, security_contact_until=until)
    generation.advance()
    return until


def test_it_says_where_to_write_until_when_and_in_which_languages(client, home):
    until = name()

    answer = client.get(ADDRESS)

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    said = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert said["Contact"] == "mailto:sakerhet@kommun.example"
    assert said["Preferred-Languages"] == "sv, en"
    assert said["Canonical"] == f"http://localhost{ADDRESS}"
    expires = datetime.datetime.fromisoformat(said["Expires"])
    assert timezone.localdate(expires) == until
    assert expires.tzinfo is not None


def test_an_address_on_the_web_stands_as_it_is(client, home):
    name("https://kommun.example/sakerhet")

    assert "Contact: https://kommun.example/sakerhet\n" in client.get(ADDRESS).text


@pytest.mark.parametrize(
    ("contact", "days"), [("", 100), ("a@b.example", -1), ("a@b.example", None)]
)
def test_nothing_is_said_when_nobody_is_named_or_the_day_is_over(client, home, contact, days):
    name(contact, days)

    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(
    ("contact", "days", "field"),
    [
        ("ring oss", 100, "security_contact"),
        ("http://kommun.example/", 100, "security_contact"),
        ("https://kommun.example/ a", 100, "security_contact"),
        ("a@b.example\nContact: mailto:c@d.example", 100, "security_contact"),
        ("a@b.example", None, "security_contact_until"),
        ("a@b.example", 400, "security_contact_until"),
    ],
)
def test_what_cannot_be_reached_or_never_ends_is_refused_in_its_field(contact, days, field):
    until = None if days is None else timezone.localdate() + days * A_DAY
    settings = SiteSettings(security_contact=contact, security_contact_until=until)

    with pytest.raises(ValidationError) as refusal:
        settings.full_clean()

    assert list(refusal.value.message_dict) == [field]

"""The letter that reminds: to whom, how often, what stands in it, and never twice."""

import datetime
import re

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.reminders import Reminders
from foundation.contacts import Contact
from foundation.precise_date import PreciseDate
from home.digest import letters, sending
from home.digest.sending import send, send_in_daytime
from home.roles import make_roles
from tests.factories import (
    FocusAreaPageFactory,
    HelpContactFactory,
    MeasurePageFactory,
    OrganisationFactory,
    SupportPageFactory,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
LONG_AGO = TODAY - datetime.timedelta(days=500)
MISSED = PreciseDate.of_day(TODAY - datetime.timedelta(days=3))
PUBLIC_ADDRESS = django_settings.WAGTAILADMIN_BASE_URL


@pytest.fixture
def roles(area):
    make_roles()


@pytest.fixture
def person(roles):
    """Makes somebody with an address who has the role."""

    def with_role(role="Samordnare", name="anna", **given):
        user = get_user_model().objects.create_user(
            name, **{"email": f"{name}@kommun.example", "password": "ett-langt-losenord", **given}
        )
        user.groups.set(Group.objects.filter(name=role))
        return user

    return with_role


@pytest.fixture
def school():
    return OrganisationFactory(name="Barn- och bildningsnämnden")


def contact(organisation, **given):
    return Contact.objects.create(
        **{"name": "Samordnare", "email": "skolan@kommun.example"} | given,
        organisation=organisation,
    )


def sent_to():
    return sorted(address for letter in mail.outbox for address in letter.to)


def links(letter):
    return re.findall(r"http\S+", letter.body)


def remind_days_ago(thing, days):
    type(thing).objects.update(reminded_on=TODAY - datetime.timedelta(days=days))


def test_who_has_nothing_to_do_gets_no_letter(person):
    person()

    assert send().sent == 0
    assert mail.outbox == []


def test_the_letter_says_what_the_desk_says_with_a_link_to_the_form(area, person, client):
    user = person(first_name="Anna", last_name="Ek")
    measure = MeasurePageFactory(parent=area, title="Mörka gångvägar", next_follow_up=MISSED)

    send()

    (letter,) = mail.outbox
    assert letter.to == ["anna@kommun.example"]
    assert letter.subject == "Åtgärdsplan mot brott: 1 sak att göra"
    assert "Hej Anna Ek!" in letter.body
    assert "Åtgärder som behöver en lägesrapport (1)" in letter.body
    assert (
        f"- Mörka gångvägar\n  {measure.freshness_sentence}\n  Ny lägesrapport: http" in letter.body
    )
    client.force_login(user)
    for address in links(letter):
        assert address.startswith(f"{PUBLIC_ADDRESS}/redaktion/")
        assert client.get(address.removeprefix(PUBLIC_ADDRESS)).status_code == 200
    assert letter.body.endswith(f"{reverse('wagtailadmin_account')}#tab-notifications\n")


def test_nobody_is_told_of_what_they_may_not_do(area, person):
    MeasurePageFactory(parent=area, next_follow_up=MISSED)
    person("Granskare", "granskare")
    person("", "utan-roll")
    person("Samordnare", "slutat", is_active=False)

    send()

    assert sent_to() == []


def test_sent_twice_a_day_it_comes_once(area, person):
    MeasurePageFactory(parent=area, next_follow_up=MISSED)
    person()

    assert (send().sent, send().sent) == (1, 0)


def test_whoever_composed_the_same_letter_too_late_sends_nothing(area, person):
    """Two at once: both have read who is due before either has noted it."""
    MeasurePageFactory(parent=area, next_follow_up=MISSED)
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
    MeasurePageFactory(parent=area, next_follow_up=MISSED)
    remind_days_ago(person(reminders=reminders), days_ago)

    assert send().sent == comes


def test_everybody_chooses_in_their_own_account_how_often(person, client):
    user = person()
    client.force_login(user)
    page = client.get(reverse("wagtailadmin_account")).text
    assert "Påminn mig med e-post" in page
    assert 'id="tab-notifications"' in page

    client.post(
        reverse("wagtailadmin_account"),
        {
            "reminders-reminders": "never",
            "name_email-first_name": "Anna",
            "name_email-last_name": "Ek",
            "name_email-email": user.email,
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        },
    )

    user.refresh_from_db()
    assert user.reminders == Reminders.NEVER


def test_of_a_page_in_safe_mode_it_says_the_neutral_title_and_nothing_more(home, plan, person):
    person("Systemförvaltare")
    area = FocusAreaPageFactory(
        parent=plan, title="Våld i nära relationer", slug="stod", safe_mode=True, safe_title="Stöd"
    )
    MeasurePageFactory(
        parent=area,
        title="Skyddat boende för våldsutsatta",
        slug="boende",
        safe_title="Råd",
        next_follow_up=MISSED,
    )
    SupportPageFactory(
        parent=home,
        title="Om någon slår dig",
        slug="rad",
        safe_mode=True,
        safe_title="Stöd och råd",
        reviewed_on=LONG_AGO,
    )
    HelpContactFactory(name="Kvinnofridslinjen", verified_on=LONG_AGO)

    send()

    (letter,) = mail.outbox
    told = f"{letter.subject}\n{letter.body}".lower()
    assert "- råd\n  ny lägesrapport:" in told
    assert "- stöd och råd\n  granska:" in told
    assert "- rubriken visas när du har loggat in\n  kontrollera:" in told
    for word in ("våld", "boende", "slår", "kvinnofrid"):
        assert word not in told


def test_a_contact_without_an_account_reads_of_their_own_public_measures_only(area, school):
    contact(school)
    mine = MeasurePageFactory(
        parent=area, title="Skolans åtgärd", responsible=school, next_follow_up=MISSED
    )
    MeasurePageFactory(
        parent=area, title="Utkast", responsible=school, next_follow_up=MISSED, live=False
    )
    MeasurePageFactory(
        parent=area, title="Exempel", responsible=school, next_follow_up=MISSED, is_example=True
    )
    MeasurePageFactory(parent=area, title="Andras åtgärd", next_follow_up=MISSED)

    send()

    (letter,) = mail.outbox
    assert letter.to == ["skolan@kommun.example"]
    assert re.findall(r"^- (.*)", letter.body, re.MULTILINE) == ["Skolans åtgärd"]
    assert f"/redaktion/pages/add/actionplan/statusupdatepage/{mine.pk}/\n" in letter.body
    assert "Åtgärder att följa upp: Barn- och bildningsnämnden (1)" in letter.body


def test_the_links_of_a_contact_ask_them_to_log_in_first(area, school, client):
    contact(school)
    MeasurePageFactory(parent=area, responsible=school, next_follow_up=MISSED)

    send()

    for address in links(mail.outbox[0]):
        answer = client.get(address.removeprefix(PUBLIC_ADDRESS))
        assert answer["Location"].startswith("/redaktion/login/?next=")


def test_a_contact_gets_no_letter_who_has_an_account_or_turned_it_off_or_is_an_example(
    area, school, person
):
    person("", "skolan", reminders=Reminders.NEVER)
    MeasurePageFactory(parent=area, responsible=school, next_follow_up=MISSED)
    contact(school, email="Skolan@kommun.example")
    contact(school, email="nej@kommun.example", reminders=Reminders.NEVER)
    contact(school, email="exempel@kommun.example", is_example=True)
    contact(school, email="")
    contact(None, email="ensam@kommun.example")

    send()

    assert sent_to() == []


def test_contacts_with_one_address_share_one_letter(area, school):
    other = OrganisationFactory(name="Kommunstyrelsen")
    for organisation in (school, other):
        contact(organisation, email="vaxel@kommun.example")
        MeasurePageFactory(parent=area, responsible=organisation, next_follow_up=MISSED)

    assert send().sent == 1
    assert mail.outbox[0].body.count("\n- ") == 2
    assert send().sent == 0


def test_a_mail_server_that_is_away_is_told_in_the_log_and_tried_again(
    area, person, settings, caplog
):
    MeasurePageFactory(parent=area, next_follow_up=MISSED)
    user = person()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with pytest.raises(CommandError, match="Alla brev kunde inte skickas"):
        call_command("send_reminders")

    user.refresh_from_db()
    assert user.reminded_on is None
    assert "nytt försök i morgon" in caplog.text


def test_a_letter_that_is_refused_stops_none_of_the_others(area, person, monkeypatch, caplog):
    MeasurePageFactory(parent=area, next_follow_up=MISSED)
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
    MeasurePageFactory(parent=area, next_follow_up=MISSED)
    broken, other = person(name="fel"), person(name="ratt")
    really = letters.matters_for

    def tell(user, **choice):
        if user == broken:
            raise ValueError("as meant")
        return really(user, **choice)

    monkeypatch.setattr(letters, "matters_for", tell)

    assert send().sent == 1
    assert sent_to() == [other.email]
    assert "kunde inte skrivas" in caplog.text


@pytest.mark.parametrize(("hour", "comes"), [(3, 0), (6, 0), (7, 1), (18, 1), (21, 0)])
def test_a_job_that_comes_at_night_sends_nothing(area, person, monkeypatch, hour, comes):
    MeasurePageFactory(parent=area, next_follow_up=MISSED)
    person()
    moment = datetime.datetime.combine(
        TODAY, datetime.time(hour, 30), timezone.get_default_timezone()
    )
    monkeypatch.setattr(timezone, "now", lambda: moment)

    send_in_daytime.call()

    assert len(mail.outbox) == comes


def test_the_command_shows_what_would_be_sent_and_sends_nothing(area, person, capsys):
    MeasurePageFactory(parent=area, title="Mörka gångvägar", next_follow_up=MISSED)
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


def test_a_long_list_is_cut_and_counted(area, person):
    for _ in range(letters.AT_MOST + 2):
        MeasurePageFactory(parent=area, next_follow_up=MISSED)
    person()

    send()

    (letter,) = mail.outbox
    assert letter.subject.endswith(": 12 saker att göra")
    assert len(re.findall("^- ", letter.body, re.MULTILINE)) == letters.AT_MOST
    assert "… och 2 till." in letter.body


def test_many_measures_and_contacts_ask_no_more_of_the_database_than_few(area, person):
    coordinator = person()

    def one_more(number):
        organisation = OrganisationFactory(name=f"Nämnd {number}")
        contact(organisation, email=f"n{number}@kommun.example")
        MeasurePageFactory(parent=area, responsible=organisation, next_follow_up=MISSED)

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

    # Each person with an account costs what one costs: what they may do is theirs alone.
    get_user_model().objects.exclude(pk=coordinator.pk).delete()
    for name in ("berit", "cecilia"):
        person(name=name)
    two_more, _ = queries()
    for name in ("disa", "eva"):
        person(name=name)
    four_more, _ = queries()
    assert four_more - two_more == two_more - few

"""What the letter that reminds says to those who log in."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse
from wagtail.models import GroupPagePermission

from accounts.reminders import Reminders
from foundation.attention import Matter, Task
from home.digest import letters
from home.digest.discretion import discreet
from home.digest.sending import send
from tests.days import days_ago
from tests.factories import (
    FocusAreaPageFactory,
    HelpContactFactory,
    MeasurePageFactory,
    SupportPageFactory,
)
from tests.home.digest.letters import (
    PUBLIC_ADDRESS,
    link_to_choose,
    links,
    missed,
    sent_to,
)

pytestmark = pytest.mark.django_db


def test_who_has_nothing_to_do_gets_no_letter(person):
    person()

    assert send().sent == 0
    assert mail.outbox == []


def test_the_letter_says_what_the_desk_says_with_a_link_to_the_form(area, person, client):
    user = person(first_name="Anna", last_name="Ek")
    measure = MeasurePageFactory(parent=area, title="Mörka gångvägar", next_follow_up=missed())

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
    assert link_to_choose(letter).startswith("/paminnelser/")


def test_nobody_is_told_of_what_they_may_not_do(area, person):
    MeasurePageFactory(parent=area, next_follow_up=missed())
    person("Granskare", "granskare")
    person("", "utan-roll")
    person("Samordnare", "slutat", is_active=False)

    send()

    assert sent_to() == []


def test_who_may_change_only_what_they_made_is_not_told_of_what_another_made(home, person):
    group = Group.objects.create(name="Skribenter")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for name in ("add", "publish"):
        permission = Permission.objects.get(codename=f"{name}_page")
        GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    writer = person("Skribenter", "skribent")
    person("Skribenter", "annan")
    SupportPageFactory(parent=home, title="Råd", owner=writer, reviewed_on=days_ago(500))

    send()

    assert sent_to() == [writer.email]


def account_form(user, first="", last=""):
    return {
        "name_email-first_name": first,
        "name_email-last_name": last,
        "name_email-email": user.email,
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
        "reminders-reminders": "weekly",
    }


def test_everybody_chooses_in_their_own_account_how_often(person, client):
    user = person()
    client.force_login(user)
    page = client.get(reverse("wagtailadmin_account")).text
    assert "Påminn mig med e-post" in page
    assert 'id="tab-notifications"' in page

    client.post(
        reverse("wagtailadmin_account"), account_form(user) | {"reminders-reminders": "never"}
    )

    user.refresh_from_db()
    assert user.reminders == Reminders.NEVER


def test_a_name_in_the_account_is_not_taken_away_by_mistake(person, client):
    user = person(first_name="Anna", last_name="Ek")
    client.force_login(user)

    answer = client.post(reverse("wagtailadmin_account"), account_form(user, first="Anna"))

    user.refresh_from_db()
    assert (answer.status_code, user.last_name) == (200, "Ek")


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
        next_follow_up=missed(),
    )
    SupportPageFactory(
        parent=home,
        title="Om någon slår dig",
        slug="rad",
        safe_mode=True,
        safe_title="Stöd och råd",
        reviewed_on=days_ago(500),
    )
    HelpContactFactory(name="Kvinnofridslinjen", verified_on=days_ago(500))

    send()

    (letter,) = mail.outbox
    told = f"{letter.subject}\n{letter.body}".lower()
    assert "- råd\n  ny lägesrapport:" in told
    assert "- stöd och råd\n  granska:" in told
    assert "- rubriken visas när du har loggat in\n  kontrollera:" in told
    for word in ("våld", "boende", "slår", "kvinnofrid"):
        assert word not in told


def test_a_long_list_is_cut_and_counted(area, person):
    for _ in range(letters.AT_MOST + 2):
        MeasurePageFactory(parent=area, next_follow_up=missed())
    person()

    send()

    (letter,) = mail.outbox
    assert letter.subject.endswith(": 12 saker att göra")
    assert len(re.findall("^- ", letter.body, re.MULTILINE)) == letters.AT_MOST
    assert "… och 2 till." in letter.body


def test_a_task_that_leads_elsewhere_than_to_its_page_is_as_discreet(home, plan):
    page = SupportPageFactory(
        parent=home,
        title="Om någon slår dig",
        slug="rad",
        safe_mode=True,
        safe_title="Stöd och råd",
    )
    address = reverse("import_new", args=["indikatorvarden"])
    task = Task("Torget i siffror", "Nytt värde väntas.", "Importera", address, page=page.pk)

    (matter,) = discreet([Matter("Indikatorer", [task])])

    assert [(one.title, one.reason) for one in matter.tasks] == [("Stöd och råd", "")]

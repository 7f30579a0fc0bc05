"""Whoever got a letter chooses from it how often it comes, without logging in."""

import re

import pytest
from django.core import mail
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from accounts.reminders import Reminders
from foundation.contacts import Contact
from home.digest.choice import address_for
from home.digest.sending import send
from tests.factories import MeasurePageFactory, OrganisationFactory
from tests.home.digest.letters import contact, link_to_choose, missed

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver(area, school):
    MeasurePageFactory(parent=area, responsible=school, next_follow_up=missed())
    return contact(school)


def chosen(thing):
    thing.refresh_from_db()
    return thing.reminders


def test_a_contact_turns_the_letters_off_from_the_letter(receiver, client):
    send()
    address = link_to_choose(mail.outbox[0])

    page = client.get(address).text
    assert "Breven kommer högst en gång i veckan." in page
    assert chosen(receiver) == Reminders.WEEKLY

    answer = client.post(address, {"ofta": "never"})
    assert "Det kommer inga fler påminnelser." in answer.text
    assert chosen(receiver) == Reminders.NEVER

    Contact.objects.update(reminded_on=None)
    assert send().sent == 0


def test_it_can_be_turned_on_again_where_it_was_turned_off(receiver, client):
    address = address_for(receiver)
    client.post(address, {"ofta": "never"})
    assert "Påminnelserna är avstängda." in client.get(address).text

    assert "högst en gång om dagen" in client.post(address, {"ofta": "daily"}).text
    assert chosen(receiver) == Reminders.DAILY


def test_somebody_with_an_account_chooses_in_the_same_way(area, person, client):
    MeasurePageFactory(parent=area, next_follow_up=missed())
    user, other = person(), person(name="berit")
    send()
    (letter,) = (letter for letter in mail.outbox if letter.to == [user.email])

    client.post(link_to_choose(letter), {"ofta": "weekly"})

    assert (chosen(user), chosen(other)) == (Reminders.WEEKLY, Reminders.DAILY)


def test_the_mail_programs_own_button_turns_them_off(receiver, client, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://plan.kommun.example"
    send()
    headers = mail.outbox[0].message()

    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(
        r"<https://plan\.kommun\.example(/paminnelser/\S+)>", headers["List-Unsubscribe"]
    )[1]
    answer = client.post(address, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, chosen(receiver)) == (200, Reminders.NEVER)


def test_a_letter_sent_without_https_offers_the_link_but_no_button(receiver):
    send()
    headers = mail.outbox[0].message()

    assert "/paminnelser/" in headers["List-Unsubscribe"]
    assert "List-Unsubscribe-Post" not in headers


def test_contacts_who_share_a_letter_share_the_choice(receiver, client):
    other = contact(OrganisationFactory(name="Kommunstyrelsen"), email=receiver.email.upper())
    third = contact(OrganisationFactory(name="Teknik"), email="teknik@kommun.example")

    client.post(address_for(receiver), {"ofta": "never"})

    assert [chosen(one) for one in (receiver, other, third)] == [
        Reminders.NEVER,
        Reminders.NEVER,
        Reminders.WEEKLY,
    ]


def test_the_page_neither_says_who_it_is_nor_leaves_a_trace(receiver, client):
    for answer in (
        client.get(address_for(receiver)),
        client.post(address_for(receiver), {"ofta": "daily"}),
    ):
        told = f"{answer.text} {address_for(receiver)}"
        for secret in (receiver.email, receiver.name, str(receiver.organisation), "skolan"):
            assert secret not in told
        assert not answer.cookies
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex"
        assert "<script" not in answer.text


def test_the_choice_needs_neither_cookie_nor_token_of_the_form(receiver):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(address_for(receiver), {"ofta": "never"}).status_code == 200
    assert chosen(receiver) == Reminders.NEVER


@pytest.mark.parametrize(
    "sent", [{}, {"ofta": "alltid"}, {"List-Unsubscribe": "Two-Click"}, {"ofta": "\x00"}]
)
def test_what_is_no_choice_changes_nothing_and_says_so(receiver, client, sent):
    answer = client.post(address_for(receiver), sent)

    assert (answer.status_code, chosen(receiver)) == (400, Reminders.WEEKLY)
    assert "Ingenting är ändrat." in answer.text


def test_a_link_holds_only_for_the_address_that_it_was_sent_to(receiver, client):
    address = address_for(receiver)
    Contact.objects.update(email="ny@kommun.example")

    answer = client.post(address, {"ofta": "never"})

    assert (answer.status_code, chosen(receiver)) == (404, Reminders.WEEKLY)
    assert "Länken gäller inte längre." in answer.text


def test_nobody_makes_a_link_for_somebody_else(receiver, school, person, client):
    other = contact(school, email="annan@kommun.example")
    user = person(email=receiver.email)
    mine = address_for(receiver)
    signature = mine.partition(".")[2]
    forged = [
        f"/paminnelser/k{other.pk}.{signature}",
        f"/paminnelser/a{user.pk}.{signature}",
        f"/paminnelser/k{receiver.pk}./",
        f"/paminnelser/k{receiver.pk}/",
        f"/paminnelser/k{'9' * 30}.{signature}",
        "/paminnelser/k²./",
        "/paminnelser/k%00.x/",
        "/paminnelser/x1.x/",
        "/paminnelser/" + Signer(sep=".").sign(f"k{other.pk}") + "/",
        mine[:-2] + ("A" if mine[-2] != "A" else "E") + "/",
    ]

    for address in forged:
        for answer in (client.get(address), client.post(address, {"ofta": "never"})):
            assert (answer.status_code, "<form" in answer.text) == (404, False), address
    assert {chosen(one) for one in (receiver, other)} == {Reminders.WEEKLY}
    assert chosen(user) == Reminders.DAILY


def test_an_unknown_receiver_is_told_the_same_as_a_forged_link(receiver, client):
    forged = client.get(f"/paminnelser/k{receiver.pk}.x/")
    unknown = client.get(f"/paminnelser/k{receiver.pk + 999}.x/")

    assert forged.text == unknown.text


def test_editors_see_in_the_history_why_no_letter_comes(receiver, client, admin_user):
    client.post(address_for(receiver), {"ofta": "never"})
    client.post(address_for(receiver), {"ofta": "never"})

    assert ModelLogEntry.objects.count() == 1
    client.force_login(admin_user)
    history = client.get(
        reverse(Contact.snippet_viewset.get_url_name("history"), args=[receiver.pk])
    ).text
    assert "Mottagaren valde från ett brev hur ofta påminnelser kommer: aldrig" in history


def test_an_off_switch_survives_a_form_that_was_opened_before(receiver, client, admin_user):
    client.force_login(admin_user)
    form = reverse(Contact.snippet_viewset.get_url_name("edit"), args=[receiver.pk])
    opened = client.get(form).context["form"]
    client.post(address_for(receiver), {"ofta": "never"})

    fields = {name: opened[name].value() or "" for name in opened.fields}
    client.post(form, {name: value for name, value in fields.items() if value is not False})

    assert chosen(receiver) == Reminders.NEVER

"""What a contact without an account is reminded of."""

import re

import pytest
from django.core import mail

from accounts.reminders import Reminders
from home.digest.sending import send
from tests.factories import (
    MeasurePageFactory,
    OrganisationFactory,
)
from tests.home.digest.letters import (
    PUBLIC_ADDRESS,
    contact,
    links,
    missed,
    sent_to,
)

pytestmark = pytest.mark.django_db


def test_a_contact_without_an_account_reads_of_their_own_public_measures_only(area, school):
    contact(school)
    mine = MeasurePageFactory(
        parent=area, title="Skolans åtgärd", responsible=school, next_follow_up=missed()
    )
    MeasurePageFactory(
        parent=area, title="Utkast", responsible=school, next_follow_up=missed(), live=False
    )
    MeasurePageFactory(
        parent=area, title="Exempel", responsible=school, next_follow_up=missed(), is_example=True
    )
    MeasurePageFactory(parent=area, title="Andras åtgärd", next_follow_up=missed())

    send()

    (letter,) = mail.outbox
    assert letter.to == ["skolan@kommun.example"]
    assert re.findall(r"^- (.*)", letter.body, re.MULTILINE) == ["Skolans åtgärd"]
    assert f"/redaktion/pages/add/actionplan/statusupdatepage/{mine.pk}/\n" in letter.body
    assert "Åtgärder att följa upp: Barn- och bildningsnämnden (1)" in letter.body


def test_the_links_of_a_contact_ask_them_to_log_in_first(area, school, client):
    contact(school)
    MeasurePageFactory(parent=area, responsible=school, next_follow_up=missed())

    send()

    for address in links(mail.outbox[0]):
        answer = client.get(address.removeprefix(PUBLIC_ADDRESS))
        assert answer["Location"].startswith("/redaktion/login/?next=")


def test_a_contact_gets_no_letter_who_has_an_account_or_turned_it_off_or_is_an_example(
    area, school, person
):
    person("", "skolan", reminders=Reminders.NEVER)
    MeasurePageFactory(parent=area, responsible=school, next_follow_up=missed())
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
        MeasurePageFactory(parent=area, responsible=organisation, next_follow_up=missed())

    assert send().sent == 1
    assert mail.outbox[0].body.count("\n- ") == 2
    assert send().sent == 0

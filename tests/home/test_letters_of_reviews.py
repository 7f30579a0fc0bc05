"""What the letters say that go between one who writes and one who approves."""

import pytest
from django.conf import settings
from django.core import mail

from actionplan.models import FocusAreaPage
from foundation.settings import SiteSettings
from tests.admin_forms import edit_address
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(person):
    """Kim writes, Robin approves."""
    SiteSettings.objects.update(four_eyes=True)
    kim = person("Samordnare", name="kim", first_name="Kim", last_name="Ek", email="kim@x.example")
    robin = person(
        "Granskare", name="robin", first_name="Robin", last_name="Ask", email="robin@x.example"
    )
    return kim, robin


@pytest.fixture
def update(area, people):
    """An update that Kim has written and sent."""
    measure = MeasurePageFactory(parent=area, title="Torget", safe_title="Råd")
    return StatusUpdatePageFactory(parent=measure, live=False)


def send(update, kim):
    update.save_revision(user=kim)
    update.get_workflow().start(update, kim)


def newest():
    letter = mail.outbox[-1]
    (receiver,) = letter.to
    return receiver, letter.subject, letter.body


def test_the_reviewer_reads_who_wrote_what_and_comes_to_the_form(update, people):
    kim, _robin = people
    send(update, kim)

    receiver, subject, body = newest()
    assert receiver == "robin@x.example"
    assert subject == f"Att granska: Torget: {update.title}"
    assert body.startswith("Hej Robin!\n\nKim Ek vill att någon granskar en text")
    assert f"{settings.WAGTAILADMIN_BASE_URL}{edit_address(update)}\n" in body
    assert body.endswith("/redaktion/account/#tab-notifications")


def test_the_writer_reads_that_it_was_approved_and_is_published(update, people):
    kim, robin = people
    send(update, kim)
    update.current_workflow_task_state.approve(user=robin)

    receiver, subject, body = newest()
    assert receiver == "kim@x.example"
    assert subject == f"Godkänd: Torget: {update.title}"
    assert "Robin Ask har godkänt din text" in body
    assert "Den är publicerad." in body
    assert edit_address(update) in body


def test_the_writer_reads_what_the_reviewer_wants_changed(update, people):
    kim, robin = people
    send(update, kim)
    update.current_workflow_task_state.reject(user=robin, comment="Skriv <när> det byggs.")

    receiver, subject, body = newest()
    assert receiver == "kim@x.example"
    assert subject == f"Tillbaka till dig: Torget: {update.title}"
    assert "Robin Ask har skickat tillbaka din text" in body
    assert "Kommentaren:\nSkriv <när> det byggs.\n" in body
    assert edit_address(update) in body


def test_of_what_lies_in_safe_mode_a_letter_says_the_neutral_title_alone(update, people, area):
    FocusAreaPage.objects.update(safe_mode=True, safe_title="Stöd")
    kim, robin = people
    send(update, kim)
    update.current_workflow_task_state.reject(user=robin, comment="Skriv om våldet.")

    for letter in mail.outbox:
        assert "Torget" not in letter.subject + letter.body
        assert "våld" not in letter.body
    assert "Kommentaren visas när du har loggat in." in mail.outbox[-1].body

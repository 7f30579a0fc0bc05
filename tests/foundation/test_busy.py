"""While something larger is saved SQLite lets nobody else write: what was sent comes back to be sent again."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import OperationalError
from django.urls import reverse
from wagtail import hooks

from actionplan.models import MeasurePage
from foundation.importing import at_work
from foundation.refusals import busy
from tests.admin_forms import edit_address, opened_form
from tests.people import PASSWORD, make_roles, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, area):
    make_roles()
    client.force_login(member_of("Samordnare"))
    return client


def locked(*args):
    raise OperationalError("database is locked")


def broken(*args):
    raise OperationalError("no such table: plan")


def test_the_words_come_back_and_are_saved_when_sent_again(coordinator, measure):
    form = opened_form(coordinator, edit_address(measure)) | {"goal": 'Färre "rån" & trygga torg'}

    with hooks.register_temporarily("before_edit_page", locked, order=-9):
        answer = coordinator.post(edit_address(measure), form)

    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 503
    assert "Det du skrev finns kvar på den här sidan." in page.get_text()
    again = page.select_one("main form[method=post]")
    fields = {one["name"]: one["value"] for one in again.select("input[name]")}
    sent = {name: value for name, value in form.items() if value != []}
    del sent["csrfmiddlewaretoken"]
    assert {name: fields.get(name) for name in sent} == sent
    answer = coordinator.post(again["action"], fields)
    assert answer.status_code == 302
    assert MeasurePage.objects.get().get_latest_revision_as_object().goal == form["goal"]


def test_what_saves_itself_is_told_and_stays_in_the_form(coordinator, measure):
    form = opened_form(coordinator, edit_address(measure))

    with hooks.register_temporarily("before_edit_page", locked, order=-9):
        answer = coordinator.post(
            edit_address(measure), form, headers={"accept": "application/json"}
        )

    assert (answer.status_code, answer.json()["error_code"]) == (503, "busy")
    assert "inte sparat än" in answer.json()["error_message"]


def test_another_fault_of_the_database_is_not_called_busy(coordinator, measure):
    form = opened_form(coordinator, edit_address(measure))

    with (
        hooks.register_temporarily("before_edit_page", broken, order=-9),
        pytest.raises(OperationalError),
    ):
        coordinator.post(edit_address(measure), form)


def test_passwords_are_not_carried(coordinator, rf):
    request = rf.post("/redaktion/account/", {"name": "Kim", "password-old_password": "hemligt"})
    request.user = get_user_model().objects.get()

    shown = busy(request).content.decode()

    assert 'value="Kim"' in shown
    assert "hemligt" not in shown


def test_who_logs_in_is_told_above_the_form_that_an_import_goes_on(client, home, monkeypatch):
    monkeypatch.setattr(at_work, "seconds_left", lambda: 240)
    monkeypatch.setattr(at_work, "wait_only_a_moment", lambda: None)
    monkeypatch.setattr("django.contrib.auth.views.LoginView.form_valid", locked)
    person = member_of(name="anna")
    form = {"username": person.username, "password": PASSWORD}
    address = f"{reverse('wagtailadmin_login')}?next=/redaktion/atgarder/"

    answer = client.post(address, form, follow=True)

    assert answer.redirect_chain == [(address, 302)]
    assert (
        "Du är inte inloggad än. En import pågår. Försök igen om ungefär 4 minuter." in answer.text
    )


def test_nobody_waits_for_an_import_that_takes_minutes(coordinator, measure, monkeypatch):
    """Each who waits holds a thread, and a page that residents read would wait with them."""
    moments = iter([0, 60, 60])
    monkeypatch.setattr(at_work.time, "time", lambda: next(moments, 60))
    monkeypatch.setattr(at_work.connection, "vendor", "sqlite")
    waits = []
    monkeypatch.setattr(at_work, "wait_only_a_moment", lambda: waits.append(1))
    at_work.note(1, 1000)
    at_work.note(100, 1000)

    with hooks.register_temporarily("before_edit_page", locked, order=-9):
        answer = coordinator.get(edit_address(measure))

    assert (answer.status_code, len(waits)) == (503, 1)
    page = BeautifulSoup(answer.content, "html.parser").get_text()
    assert "En import pågår. Försök igen om ungefär 9 minuter." in " ".join(page.split())
    assert "inte sparat" not in page
    at_work.forget()
    assert coordinator.get(edit_address(measure)).status_code == 200
    assert len(waits) == 1


def test_a_short_import_is_waited_for(monkeypatch):
    monkeypatch.setattr(at_work.connection, "vendor", "sqlite")
    at_work.note(1, 10)

    assert at_work.seconds_left() == 0
    at_work.forget()

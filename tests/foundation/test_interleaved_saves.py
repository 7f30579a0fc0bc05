"""Two editors save in turn, in every way there is: no text is lost without its writer being told.

With SAVES=200 in the environment the same is done two hundred times.
"""

import os
import random

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from foundation.contacts import HelpContact, Organisation
from tests.admin_forms import edit_address, opened_form
from tests.factories import HelpContactFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

SAVES = int(os.environ.get("SAVES", "18"))
AUTOSAVE, FORM, PUBLISH = "autosave", "form", "publish"
# Nobody presses the button for every line; what saves itself does.
WAYS = [AUTOSAVE, AUTOSAVE, FORM, PUBLISH]
FAILED = (400, 409)


class Editor:
    """Somebody with a form open, and all the texts that they have seen."""

    def __init__(self, name, address, field):
        self.name, self.address, self.field = name, address, field
        self.client, self.knows, self.form = Client(), set(), {}
        self.client.force_login(member_of("Systemförvaltare", name=name))

    def open(self):
        """Open the form anew, and read what stands there."""
        self.form = opened_form(self.client, self.address)
        self.knows.add(self.form[self.field])

    def save(self, text, way):
        """Whether it was saved as what holds from now on, as far as the editor is told."""
        sent = {**self.form, self.field: text}
        if way == AUTOSAVE:
            answer = self.client.post(self.address, sent, headers={"accept": "application/json"})
            told = answer.json()
            if told["success"]:
                self.form |= {
                    "loaded_revision_id": told["revision_id"],
                    "loaded_revision_created_at": told["revision_created_at"],
                    "overwrite_revision_id": told["revision_id"],
                }
            return told["success"]
        if way == PUBLISH:
            sent["action-publish"] = "action-publish"
        answer = self.client.post(self.address, sent, follow=True)
        self.knows |= set(BeautifulSoup(answer.content, "html.parser").get_text(" ").split("”"))
        is_told = answer.status_code in FAILED or "efter att du öppnade" in answer.text
        return not (is_told or "om-din-text" in answer.request["PATH_INFO"])


def in_turn(editors, thing, field, ways, now):
    """Save again and again, opening the form anew now and then; `now` is the text that holds."""
    dice = random.Random(4)  # noqa: S311
    versions = getattr(thing, "revisions", None)
    for editor in editors:
        editor.open()
    told = {True: 0, False: 0}
    for number in range(SAVES):
        editor = dice.choice(editors)
        if dice.random() < 0.3:
            editor.open()
        text, way, before = f"text {number} av {editor.name}", dice.choice(ways), now()
        is_saved = editor.save(text, way)
        told[is_saved] += 1
        where = f"sparning {number}, {way}, {editor.name}: {before!r}"
        if is_saved:
            assert now() == text, where
            assert before in editor.knows, f"skrevs över utan att någon sade det: {where}"
        else:
            assert now() == before, where
            if versions is not None and way != AUTOSAVE:
                kept = [one.content[field] for one in versions.all()]
                assert text in kept, f"sparades ingenstans: {where}"
            editor.open()
        editor.knows.add(text)
    # Both happened, else nothing was tried.
    assert all(told.values())


@pytest.fixture
def roles(area):
    make_roles()


def both(address, field):
    return [Editor(name, address, field) for name in ("kim", "robin")]


def test_of_a_page(roles, measure):
    def now():
        measure.refresh_from_db()
        return measure.get_latest_revision_as_object().goal

    in_turn(both(edit_address(measure), "goal"), measure, "goal", WAYS, now)


def test_of_a_number_to_call(roles):
    # It has no version when both open its form.
    contact = HelpContactFactory(description="text")
    address = reverse(HelpContact.snippet_viewset.get_url_name("edit"), args=[contact.pk])

    def now():
        contact.refresh_from_db()
        return contact.get_latest_revision_as_object().description

    in_turn(both(address, "description"), contact, "description", WAYS, now)


def test_of_a_register_without_versions(roles):
    unit = Organisation.objects.create(name="text")
    address = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[unit.pk])

    def now():
        unit.refresh_from_db()
        return unit.name

    in_turn(both(address, "name"), unit, "name", [FORM], now)

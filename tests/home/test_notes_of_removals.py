"""A public note that a page was taken away may hold a name; those who run the site take it out."""

import pytest
from django.urls import reverse

from actionplan.changes import changes_in
from actionplan.models import PlanPage, Removal
from delivery import generation
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def removal(measure):
    """The note that a measure was unpublished."""
    measure.title = "Stöd till Anna Exempelsson"
    measure.save_revision().publish()
    measure.unpublish()
    make_roles()
    return Removal.objects.get()


def told(plan):
    """What the plan's timeline tells of it."""
    return [change for change in changes_in(PlanPage.objects.get(pk=plan.pk)) if not change.url]


def log_in(client, group):
    client.force_login(member_of(group))


def test_the_words_are_taken_out_and_the_note_stays(client, plan, removal):
    log_in(client, "Systemförvaltare")
    address = reverse("borttaget:edit", args=[removal.pk])
    before = generation.current()
    assert "Stöd till Anna Exempelsson" in client.get(reverse("borttaget:index")).text
    assert "Töm fältet" in client.get(address).text
    client.post(address, {"title": ""})

    (change,) = told(plan)
    assert (change.title, change.text) == ("", "Åtgärden har tagits bort.")
    assert "Åtgärd utan rubrik" in client.get(reverse("borttaget:index")).text
    assert generation.current() != before


def test_the_whole_note_is_taken_away(client, plan, removal):
    log_in(client, "Systemförvaltare")
    client.post(reverse("borttaget:delete", args=[removal.pk]))

    assert told(plan) == []


@pytest.mark.parametrize("group", ["Kommunikatör", "Granskare", "Samordnare"])
def test_nobody_else_takes_anything_away(client, removal, group):
    log_in(client, group)
    client.post(reverse("borttaget:delete", args=[removal.pk]))
    client.post(reverse("borttaget:edit", args=[removal.pk]), {"title": ""})

    assert Removal.objects.get().title == "Stöd till Anna Exempelsson"


def test_nobody_writes_a_note_by_hand(admin_client, removal):
    assert admin_client.get(reverse("borttaget:add")).status_code == 302
    assert reverse("borttaget:add") not in admin_client.get(reverse("borttaget:index")).text

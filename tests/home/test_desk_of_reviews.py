"""The desk tells writer and reviewer where a text is between them, and reminds only whose turn it is."""

import pytest

from foundation.attention import matters_for
from foundation.settings import SiteSettings
from tests.admin_forms import edit_address
from tests.factories import HelpContactFactory, MeasurePageFactory

pytestmark = pytest.mark.django_db

TO_APPROVE = "Väntar på ditt godkännande"
CAME_BACK = "Tillbaka till dig med en kommentar"
ON_ITS_WAY = "Väntar på att någon godkänner"
DRAFTS = "Dina utkast"


@pytest.fixture
def four_eyes(roles):
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()


@pytest.fixture
def send(four_eyes):
    """Writes on something and sends it for approval."""

    def as_writer(thing, writer):
        thing.save_revision(user=writer)
        thing.get_workflow().start(thing, writer)
        return thing

    return as_writer


def test_what_is_sent_waits_for_the_reviewer_and_nags_nobody_else(area, person, desk, send):
    writer = person("Samordnare")
    measure = send(MeasurePageFactory(parent=area, title="Torget"), writer)

    ((title, reason, address),) = desk(person("Granskare"))[TO_APPROVE]
    assert (title, address) == ("Torget", edit_address(measure))
    assert "av Samordnare." in reason

    mine = desk(writer)
    assert mine[ON_ITS_WAY][0][0] == "Torget"
    assert mine[ON_ITS_WAY][0][1].startswith("Du skickade texten för godkännande den ")
    assert not {TO_APPROVE, DRAFTS} & set(mine)
    assert ON_ITS_WAY not in {m.heading for m in matters_for(writer, to_do_only=True)}


def test_a_reviewer_is_not_asked_to_approve_what_they_wrote_themselves(area, person, desk, send):
    both = person("Granskare")
    send(MeasurePageFactory(parent=area), both)

    assert TO_APPROVE not in desk(both)


def test_what_was_sent_back_waits_for_its_writer_with_the_comment(area, person, desk, send, client):
    writer, reviewer = person("Samordnare"), person("Granskare")
    measure = send(MeasurePageFactory(parent=area, title="Torget"), writer)
    measure.current_workflow_task_state.reject(user=reviewer, comment="Skriv när det byggs.")

    mine = desk(writer)

    ((title, reason, address),) = mine[CAME_BACK]
    assert (title, address) == ("Torget", edit_address(measure))
    assert reason.startswith("Granskare skickade tillbaka texten den ")
    assert reason.endswith(": ”Skriv när det byggs.”")
    assert not {DRAFTS, ON_ITS_WAY} & set(mine)
    assert "Skriv när det byggs." in client.get(address).text
    assert TO_APPROVE not in desk(reviewer)


def test_a_number_to_call_goes_the_same_way(person, desk, send):
    writer = person("Kommunikatör")
    send(HelpContactFactory(name="Linjen"), writer)

    assert desk(person("Granskare"))[TO_APPROVE][0][0].startswith("Linjen")
    assert desk(writer)[ON_ITS_WAY][0][0].startswith("Linjen")

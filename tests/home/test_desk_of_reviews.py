"""The desk tells writer and reviewer where a text is between them, and reminds only whose turn it is."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from foundation.attention import Round
from foundation.precise_date import PreciseDate
from foundation.settings import SiteSettings
from tests.admin_forms import edit_address
from tests.factories import HelpContactFactory, MeasurePageFactory, StatusUpdatePageFactory
from tests.queries import queries_warm

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
    assert ON_ITS_WAY not in {m.heading for m in Round().matters_for(writer)}


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


def test_an_update_is_called_by_its_measure_too(area, person, desk, send):
    writer = person("Samordnare")
    measure = MeasurePageFactory(parent=area, title="Torget")
    update = StatusUpdatePageFactory(parent=measure, live=False, fact_on=datetime.date(2026, 5, 3))
    update.save_revision(user=writer)
    assert desk(writer)[DRAFTS][0][0] == f"Torget: {update.title}"

    send(update, writer)

    assert desk(writer)[ON_ITS_WAY][0][0] == f"Torget: {update.title}"
    assert desk(person("Granskare"))[TO_APPROVE][0][0] == f"Torget: {update.title}"


def test_a_measure_whose_update_is_in_review_waits_for_no_other_update(area, person, desk, send):
    writer, late = person("Samordnare"), "Åtgärder som behöver en lägesrapport"
    missed = PreciseDate.of_day(timezone.localdate() - datetime.timedelta(days=3))
    measure = MeasurePageFactory(parent=area, next_follow_up=missed)
    assert len(desk(writer)[late]) == 1

    update = send(StatusUpdatePageFactory(parent=measure, live=False), writer)
    assert late not in desk(writer)

    update.current_workflow_task_state.reject(user=person("Granskare"), comment="Kortare.")
    assert len(desk(writer)[late]) == 1


@pytest.mark.parametrize("role", ["Samordnare", "Granskare"])
def test_with_four_eyes_many_rows_ask_no_more_of_the_database_than_one(
    role, area, person, desk, send, client
):
    writer = person("Samordnare")
    reader = writer if role == "Samordnare" else person(role)
    client.force_login(reader)

    def one_more():
        measure = MeasurePageFactory(parent=area)
        send(StatusUpdatePageFactory(parent=measure, live=False), writer)
        measure.save_revision(user=reader)
        HelpContactFactory(name="Linjen")

    def queries():
        for address in ("wagtailadmin_home", "atgarder:index"):
            client.get(reverse(address))
        return [
            queries_warm(client, reverse(one)) for one in ("wagtailadmin_home", "atgarder:index")
        ]

    one_more()
    few = queries()
    for _ in range(5):
        one_more()

    assert queries() == few

"""An import leaves alone what somebody has locked, what waits for approval, and what is not the editor's."""

import pytest

from actionplan.importing.measures import check, do
from actionplan.importing.planning import Choices
from foundation.importing.refusal import Refused
from foundation.settings import SiteSettings
from tests.factories import MeasurePageFactory
from tests.foundation.tables.books import workbook
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db
FILE = workbook(["Fokusområde", "Åtgärd", "Mål"], ["Trygga platser", "Fler lyktor", "Inga mörker"])


@pytest.fixture
def lamps(area):
    make_roles()
    return MeasurePageFactory(parent=area, title="Fler lyktor", goal="Ljust")


def row_for(person):
    (row,) = check(FILE, "plan.xlsx", Choices(person=person))["rows"]
    return row["kind"], row["left_out"]


def test_what_somebody_has_locked_is_left_out_and_said(lamps):
    lamps.locked, lamps.locked_by = True, member_of("Samordnare", name="Kim")
    lamps.save()

    assert row_for(member_of("Samordnare", name="robin")) == (
        "left_out",
        "Åtgärden är låst för dig. Vänta tills den är upplåst.",
    )
    assert row_for(None) == ("left_out", "Åtgärden är låst. Lås upp den först.")


def test_what_waits_for_approval_is_left_out_and_said(lamps):
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()
    writer = member_of("Samordnare", name="kim")
    lamps.save_revision(user=writer)
    lamps.get_workflow().start(lamps, user=writer)

    for person in (writer, member_of("Samordnare", name="robin"), None):
        kind, why = row_for(person)
        assert (kind, "väntar på godkännande" in why) == ("left_out", True)


def test_locked_after_it_was_looked_through_nothing_is_done(lamps):
    person = member_of("Samordnare")
    seen = check(FILE, "plan.xlsx", Choices(person=person))["fingerprint"]
    lamps.locked, lamps.locked_by = True, member_of("Samordnare", name="kim")
    lamps.save()

    with pytest.raises(Refused, match="ändrats sedan förhandsgranskningen"):
        do(FILE, "plan.xlsx", Choices(person=person), seen)

    lamps.refresh_from_db()
    assert lamps.get_latest_revision_as_object().goal == "Ljust"


def test_who_has_lost_the_role_since_then_changes_nothing(lamps):
    person = member_of("Samordnare")
    seen = check(FILE, "plan.xlsx", Choices(person=person))["fingerprint"]
    person.groups.clear()

    with pytest.raises(Refused, match="inte rätt"):
        do(FILE, "plan.xlsx", Choices(person=type(person).objects.get(pk=person.pk)), seen)


def test_four_eyes_that_come_between_stop_what_would_have_been_published(lamps):
    person = member_of("Samordnare")
    wanted = Choices(person=person, publish=True)
    seen = check(FILE, "plan.xlsx", wanted)["fingerprint"]
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()

    with pytest.raises(Refused, match="ändrats sedan förhandsgranskningen"):
        do(FILE, "plan.xlsx", wanted, seen)

"""Revised figures keep what stood before; every import knows its file; nobody's draft undoes it."""

import datetime
import hashlib

import pytest
from wagtail.models import Revision

from actionplan.importing.figures.indicators import check, do
from actionplan.importing.figures.planning import Choices
from actionplan.models import EarlierValue, IndicatorPage, ValueBatch
from foundation.blanking.copies import blank
from foundation.blanking.wording import Wording
from foundation.importing.refusal import Refused
from foundation.settings import SiteSettings
from tests.people import member_of

pytestmark = pytest.mark.django_db

FIRST = "År;Plats;Värde;Lägst;Högst\n2023;Hagfors;8;6;10\n2024;Hagfors;9;7;11\n"
REVISED = "År;Plats;Värde\n2023;Hagfors;8\n2024;Hagfors;9,5\n2025;Hagfors;10\n"


def fresh(indicator):
    return IndicatorPage.objects.get(pk=indicator.pk)


def test_the_same_file_again_changes_nothing(indicator, take, look):
    take(FIRST)
    versions = indicator.revisions.count()

    report = take(FIRST)

    assert report["counts"]["Oförändrad"] == 2
    assert any("Samma fil importerades" in note for note in report["notes"])
    assert indicator.revisions.count() == versions
    assert ValueBatch.objects.count() == 1


def test_a_changed_file_shows_the_difference_and_keeps_what_stood_before(
    indicator, take, look, figures
):
    take(FIRST)
    before = fresh(indicator).changed_at
    rows = look(REVISED)["rows"]

    take(REVISED, retrieved_on=datetime.date(2026, 5, 3), source_text="Exempel 2026")

    assert [row["word"] for row in rows] == ["Oförändrad", "Ändras", "Ny"]
    # How sure the old figure was says nothing of the new one; that of the same figure still holds.
    assert rows[1]["changes"][:2] == [
        {"field": "Värde", "old": "9", "new": "9,5"},
        {"field": "Osäkerhet", "old": "7–11", "new": "(tomt)"},
    ]
    assert figures() == ["2025 Hagfors: 10", "2024 Hagfors: 9,5", "2023 Hagfors: 8 (6–10)"]
    (earlier,) = EarlierValue.objects.all()
    assert (str(earlier), earlier.as_value.interval) == ("2024 Hagfors: 9", "7–11")
    batch = earlier.batch
    assert (batch.source_text, batch.retrieved_on.isoformat()) == ("Exempel 2026", "2026-05-03")
    assert batch.checksum == hashlib.sha256(REVISED.encode()).hexdigest()
    assert batch.counts == {"new": 1, "changed": 1, "same": 1, "left_out": 0}
    assert batch.was_published
    assert fresh(indicator).changed_at > before


def test_a_figure_that_turns_out_to_be_missing_is_no_nought(take, figures):
    take(FIRST)
    take("År;Plats;Värde\n2024;Hagfors;..\n")

    assert figures()[0] == "2024 Hagfors: uppgift saknas"


def test_what_an_editor_is_writing_is_neither_published_nor_lost(indicator, take, look, figures):
    take(FIRST)
    draft = fresh(indicator)
    draft.summary = "Halvfärdig."
    draft.save_revision()

    report = take(REVISED)

    assert not report["publishes"]
    assert any("utkast" in note for note in report["notes"])
    assert figures() == ["2024 Hagfors: 9 (7–11)", "2023 Hagfors: 8 (6–10)"]
    fresh(indicator).get_latest_revision().publish()
    assert figures()[0] == "2025 Hagfors: 10"
    assert fresh(indicator).summary == "Halvfärdig."


def test_a_schedule_that_was_set_before_leaves_the_import_in_the_draft(indicator, take, figures):
    take(FIRST)
    draft = fresh(indicator)
    draft.summary = "Tidsatt."
    scheduled = draft.save_revision()
    take(REVISED)

    Revision.objects.get(pk=scheduled.pk).publish()

    assert fresh(indicator).has_unpublished_changes
    newest = fresh(indicator).get_latest_revision_as_object()
    assert [value.figure for value in newest.values_in_order] == ["10", "9,5", "8"]


def test_what_was_seen_is_what_is_done(indicator, take, look):
    seen = look(REVISED, publish=True)["fingerprint"]
    take(FIRST)

    choices = Choices(indicator, source_text="Exempel", publish=True)
    with pytest.raises(Refused, match="ändrats sedan förhandsgranskningen"):
        do(REVISED.encode(), "varden.csv", choices, seen)
    assert ValueBatch.objects.count() == 1


def test_under_four_eyes_nothing_is_published(take, figures):
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()

    report = take(FIRST)

    assert any("får inte publicera själv" in note for note in report["notes"])
    assert figures() == []


def test_an_indicator_that_waits_for_approval_is_left_alone(indicator, take, monkeypatch):
    monkeypatch.setattr(IndicatorPage, "current_workflow_state", object())

    with pytest.raises(Refused, match="väntar på godkännande"):
        take(FIRST)


def test_an_indicator_that_somebody_has_locked_is_left_alone(indicator, take):
    indicator.locked = True
    indicator.save()

    with pytest.raises(Refused, match="låst"):
        take(FIRST)


def test_who_may_not_edit_the_indicator_imports_nothing(indicator):
    person = member_of()

    with pytest.raises(Refused, match="inte rätt att ändra"):
        check(FIRST.encode(), "varden.csv", Choices(indicator, person=person))


def test_an_indicator_that_was_taken_away_does_not_come_back_by_itself(indicator, take):
    indicator.unpublish()

    report = take(FIRST)

    assert any("avpublicerad" in note for note in report["notes"])
    assert not fresh(indicator).live


def test_another_figure_from_another_source_says_so(take, look):
    take(FIRST, source_text="Enkäten")

    (row,) = look("År;Plats;Värde\n2024;Hagfors;12\n", source_text="Kolada")["rows"]

    assert {"field": "Källa", "old": "Enkäten", "new": "Kolada"} in row["changes"]


def test_words_in_what_stood_before_can_be_blanked(indicator, take):
    take("År;Plats;Värde;Anmärkning\n2024;Hagfors;9;Enligt Kim Ek\n")
    take("År;Plats;Värde;Anmärkning\n2024;Hagfors;10;Rättad\n")

    blank(fresh(indicator), Wording("Kim Ek"), "personuppgift", None)

    assert "Kim Ek" not in EarlierValue.objects.get().note


def test_a_long_import_tells_how_far_it_has_come(indicator):
    table = "År;Plats;Värde\n" + "".join(f"{1900 + n};Hagfors;{n}\n" for n in range(110))
    told = []

    do(
        table.encode(),
        "varden.csv",
        Choices(indicator, source_text="Exempel", publish=True),
        told=lambda done, of: told.append((done, of)),
    )

    assert told == [(0, 110), (25, 110), (50, 110), (75, 110), (100, 110), (110, 110)]

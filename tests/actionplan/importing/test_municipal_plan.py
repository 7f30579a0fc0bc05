"""A plan as a municipality keeps it in Excel becomes drafts in the plan, and nothing is guessed."""

import datetime

import pytest

from actionplan.importing.measures import check, do
from actionplan.importing.planning import Choices
from actionplan.models import FocusAreaPage, MeasurePage, StatusUpdatePage
from actionplan.status import MeasureStatus
from foundation.contacts import Organisation
from tests.foundation.tables.books import workbook

pytestmark = pytest.mark.django_db

HEADINGS = [
    *("Nr", "Fokusområde", "Åtgärd", "Syfte/mål", "Ansvarig nämnd", "Samverkansparter", "Tidplan"),
    *("Status", "Senast uppdaterad", "Kommentar", "Budget"),
]
PLAN = workbook(
    ["Handlingsplan för brottsförebyggande arbete 2025–2026"],
    ["Antagen av kommunstyrelsen"],
    [],
    HEADINGS,
    [
        *(1, "Trygga platser", "Fler lyktor vid torget", "Fler vågar gå ut", "Tekniska nämnden"),
        *("Polisen, Fastighetsägarna; skolan / BUP\nSvenska kyrkan", "v. 47 2025", "Pågående"),
        *(datetime.date(2025, 5, 12), "Fyra av tio är uppe.", 100_000),
    ],
    [
        *(2, None, "Trygghetsvandring", None, "Socialtjänsten", None, "löpande", "Ej påbörjad"),
        *(None, None, None),
    ],
    [],
    [3, "Skola", "Läxhjälp", None, "Skolnämnden", None, "Kvartal 3 2025", "Försenad", None, None],
    [3, "Skola", "Föräldramöten", None, "Skolnämnden", None, "31/13 2025", "Grön", None, None],
    merge=["A1:K1", "B5:B6"],
)


def rows(report):
    return {row["title"]: row for row in report["rows"]}


def measure(title):
    return MeasurePage.objects.get(title=title)


def test_looking_changes_nothing_and_tells_row_by_row(area):
    before = MeasurePage.objects.count(), Organisation.objects.count()

    report = check(PLAN, "plan.xlsx", Choices())

    assert (MeasurePage.objects.count(), Organisation.objects.count()) == before
    told = rows(report)
    assert [row["kind"] for row in told.values()] == ["new"] * 4
    assert told["Fler lyktor vid torget"]["row"] == 5
    assert report["new_areas"] == ["Skola"]
    assert "Kolumnen ”Budget” motsvarar inget på webbplatsen och tas inte med." in report["notes"]
    assert {one["heading"]: one["field"] for one in report["columns"]}["Syfte/mål"] == "Mål"


def test_what_is_told_is_done_and_everything_is_a_draft(area):
    do(PLAN, "plan.xlsx", Choices())

    page = measure("Fler lyktor vid torget")
    assert not page.live
    assert page.get_parent().specific == FocusAreaPage.objects.get(title=area.title)
    assert (page.number, page.goal, page.responsible.name) == (
        *("1", "Fler vågar gå ut"),
        "Tekniska nämnden",
    )
    assert {one.name for one in page.partners.all()} == {
        *("Polisen", "Fastighetsägarna", "Skolan", "BUP", "Svenska kyrkan"),
    }
    assert str(page.due) == "23 november 2025"
    assert measure("Trygghetsvandring").is_continuous
    assert measure("Trygghetsvandring").get_parent().title == area.title
    assert str(measure("Läxhjälp").due) == "kvartal 3 2025"
    assert not measure("Läxhjälp").get_parent().live


def test_a_status_becomes_an_update_of_its_own_day(area):
    do(PLAN, "plan.xlsx", Choices())

    (update,) = StatusUpdatePage.objects.all()
    assert (update.status, update.fact_on) == (MeasureStatus.ONGOING, datetime.date(2025, 5, 12))
    assert "Fyra av tio är uppe." in update.text
    assert not update.live
    assert update.get_parent().title == "Fler lyktor vid torget"


def test_a_status_without_a_day_gets_the_one_that_the_editor_gives(area):
    assert check(PLAN, "plan.xlsx", Choices())["undated"] == 1

    do(PLAN, "plan.xlsx", Choices(status_on=datetime.date(2025, 6, 1)))

    update = StatusUpdatePage.objects.child_of(measure("Trygghetsvandring")).get()
    assert (update.status, update.fact_on) == (MeasureStatus.PLANNED, datetime.date(2025, 6, 1))


def test_what_cannot_be_read_is_said_with_row_and_column(area):
    notes = rows(check(PLAN, "plan.xlsx", Choices()))

    meetings = "\n".join(notes["Föräldramöten"]["notes"])
    assert "Rad 9, kolumn G (Tid): ”31/13 2025” går inte att läsa" in meetings
    assert "ordet ”Grön” är ingen känd status" in meetings
    assert "numret 3 står också på rad 8" in meetings
    assert "”Försenad” sätter ingen status" in "\n".join(notes["Läxhjälp"]["notes"])


def test_the_same_file_again_changes_nothing(area):
    choices = Choices(status_on=datetime.date(2025, 6, 1))
    do(PLAN, "plan.xlsx", choices)
    pages = list(MeasurePage.objects.values_list("pk", "latest_revision_id"))

    again = do(PLAN, "plan.xlsx", choices)

    assert {row["kind"] for row in again["rows"]} == {"same"}
    assert list(MeasurePage.objects.values_list("pk", "latest_revision_id")) == pages
    assert not again["does_something"]


def test_a_changed_file_tells_old_and_new_and_changes_the_draft(area):
    do(PLAN, "plan.xlsx", Choices())
    changed = workbook(HEADINGS, [1, area.title, "Fler lyktor vid torget", "Alla vågar gå ut"])

    report = do(changed, "plan.xlsx", Choices())

    (row,) = report["rows"]
    assert row["changes"] == [
        {"field": "Mål", "old": "Fler vågar gå ut", "new": "Alla vågar gå ut", "note": ""}
    ]
    page = measure("Fler lyktor vid torget").get_latest_revision_as_object()
    assert page.goal == "Alla vågar gå ut"
    assert page.responsible.name == "Tekniska nämnden"


def test_a_name_in_the_column_of_who_answers_is_warned_of_before_it_is_public(area):
    plan = workbook(["Åtgärd", "Ansvarig"], ["Lyktor", "Anna Andersson"], ["Torget", "Gatan"])

    told = rows(check(plan, "plan.xlsx", Choices(area=area.title)))

    (note,) = told["Lyktor"]["notes"]
    assert "”Anna Andersson” ser ut som en persons namn." in note
    assert told["Torget"]["notes"] == []


def test_what_readers_will_read_of_a_status_is_seen_before_it_is_written(area):
    told = rows(check(PLAN, "plan.xlsx", Choices()))["Fler lyktor vid torget"]

    assert told["changes"][-1] == {
        "field": "Lägesrapportens text",
        "old": "(tomt)",
        "new": "Fyra av tio är uppe.",
        "note": "",
    }


def test_a_comment_that_becomes_no_update_is_said(area):
    do(PLAN, "plan.xlsx", Choices())
    headings = ["Åtgärd", "Status", "Senast uppdaterad", "Kommentar"]
    day = datetime.date(2025, 5, 12)
    again = ["Fler lyktor vid torget", "Pågående", day, "Fyra av tio är uppe."]
    other = workbook(headings, [*again[:3], "Alla är uppe."], ["Läxhjälp", None, None, "Snart."])

    same = rows(check(workbook(headings, again), "plan.xlsx", Choices()))
    told = rows(check(other, "plan.xlsx", Choices()))

    assert same["Fler lyktor vid torget"]["notes"] == []
    (changed,) = told["Fler lyktor vid torget"]["notes"]
    assert changed.startswith("Rad 2 (Lägesrapportens text): ”Alla är uppe.” tas inte med.")
    assert "lägesrapporten 12 maj 2025" in changed
    assert told["Läxhjälp"]["notes"] == [
        "Rad 3 (Lägesrapportens text): ”Snart.” tas inte med, för raden har ingen status som kan läsas."
    ]

"""What stands in the boxes of people's plans is read as they mean it, or said to be unread."""

import datetime

import pytest

from actionplan.importing.table import tables_in
from actionplan.importing.wanted import wanted_of
from foundation.tables.reading import read_tables
from tests.foundation.tables.books import workbook


def measure(**told):
    """The one measure of a plan with these columns, and all that was said of it."""
    rows = [["Åtgärd", "Ansvarig"], [told.pop("Åtgärd", "Lyktor"), told.pop("Ansvarig", "Gatan")]]
    for heading, value in told.items():
        rows[0].append(heading)
        rows[1].append(value)
    (found,) = wanted_of(tables_in(read_tables(workbook(*rows), "plan.xlsx"))[0])
    return found


@pytest.mark.parametrize(
    ("said", "number", "title"),
    [
        ("3 b Läxhjälp", "3 b", "Läxhjälp"),
        ("3b. läxhjälp", "3b", "läxhjälp"),
        ("Åtgärd 4: läxhjälp", "4", "läxhjälp"),
        ("100 lyktor vid torget", "", "100 lyktor vid torget"),
        ("24-timmarsjour", "", "24-timmarsjour"),
        ("2026 års enkät", "", "2026 års enkät"),
    ],
)
def test_a_number_is_told_from_a_count_of_things(said, number, title):
    found = measure(Åtgärd=said)

    assert (found.number, found.title) == (number, title)


def test_a_number_that_excel_made_a_day_of_is_said_and_left_out():
    found = measure(Nr=datetime.date(2026, 1, 2))

    assert found.number == ""
    assert "Rad 2, kolumn C (Nummer): 2026-01-02 är ett datum" in found.notes[0]


def test_letters_that_nobody_sees_are_dropped():
    assert measure(Åtgärd="Läx\u00adhjälp\u200b", Mål="Fler\ufeff").title == "Läxhjälp"


@pytest.mark.parametrize("word", ["Ej genomförd", "Ej klart", "X", "Pågår, klar 2026-06"])
def test_a_word_that_may_mean_two_things_sets_no_status(word):
    found = measure(Status=word)

    assert found.status is None
    assert found.notes == [
        f"Rad 2, kolumn C (Status): ordet ”{word}” är ingen känd status och sätter ingen."
    ]


def test_the_beginning_and_the_end_in_one_box_are_both_read():
    found = measure(Start="jan–mars 2026", Slut="")

    assert [str(found.values[name]) for name in ("starts", "due")] == ["januari 2026", "mars 2026"]


@pytest.mark.parametrize("mark", ['"', "dito", "- ” -", "Se ovan"])
def test_a_mark_for_the_same_as_above_is_no_name(mark):
    found = measure(Ansvarig=mark, Start=mark)

    assert (found.responsible, found.values) == ([], {})
    assert [note.partition(" läses")[2] for note in found.notes] == [
        " inte: skriv ut vad som menas."
    ] * 2


def test_a_number_to_call_is_not_made_public():
    found = measure(Ansvarig="Socialjouren 0563-185 00")

    assert found.responsible == []
    assert "telefonnummer" in found.notes[0]


def test_a_status_as_long_as_a_box_can_be_is_unknown_and_read_at_once():
    found = measure(Status=f"Klar{' ' * 30_000}2025?")

    assert found.status is None
    assert "är ingen känd status" in found.notes[0]

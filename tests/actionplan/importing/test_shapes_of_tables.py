"""However a municipality has laid out its table, its measures are found, and what was done is said."""

import datetime

import pytest
from openpyxl import Workbook

from actionplan.importing.table import tables_in
from actionplan.importing.wanted import wanted_of
from actionplan.status import MeasureStatus
from foundation.importing.refusal import Refused
from foundation.tables.reading import read_tables
from tests.foundation.tables.books import saved, workbook


def table(content, wanted="", name="plan.xlsx"):
    return tables_in(read_tables(content, name), wanted)[0]


def measures(content, **more):
    return [one for one in wanted_of(table(content, **more)) if not one.left_out]


def test_areas_stand_alone_above_their_measures():
    found = measures(
        workbook(
            ["Åtgärd", "Ansvarig", "Klart"],
            ["Fokusområde 1: Skola"],
            ["Läxhjälp", "Skolan", "2025"],
            ["Fokusområde 2: Torget"],
            ["Lyktor", "Gatan", "2026"],
            ["Vandring", "Polisen", "2026"],
            merge=["A2:C2", "A4:C4"],
        )
    )

    assert [(one.area, one.title) for one in found] == [
        ("Fokusområde 1: Skola", "Läxhjälp"),
        ("Fokusområde 2: Torget", "Lyktor"),
        ("Fokusområde 2: Torget", "Vandring"),
    ]


def test_headings_over_two_rows_are_one():
    found = measures(
        workbook(
            ["Plan 2025"],
            ["Åtgärd", "Tid", None, "Ansvar"],
            [None, "Start", "Slut", None],
            ["Lyktor", "2025-01", "2025-06", "Gatan"],
            merge=["B2:C2"],
        )
    )

    assert [str(found[0].values[name]) for name in ("starts", "due")] == [
        "januari 2025",
        "juni 2025",
    ]
    assert found[0].responsible == ["Gatan"]


def test_rows_under_one_title_are_one_measure():
    (found,) = measures(
        workbook(
            ["Nr", "Åtgärd", "Aktivitet", "Samverkan"],
            [1, "Lyktor", "Räkna dem", "Polisen"],
            [None, None, "Byt dem", "Skolan"],
            merge=["A2:A3", "B2:B3"],
        )
    )

    assert found.values["body"] == "Räkna dem\nByt dem"
    assert found.names["partners"] == ["Polisen", "Skolan"]


def test_headings_that_are_printed_again_and_empty_rows_are_no_measures():
    found = measures(
        workbook(
            ["Nr", "Insats", "Ansvarig"],
            [1, "Lyktor", "Gatan"],
            [],
            ["Nr", "Insats", "Ansvarig"],
            [2, "Vandring", "Polisen"],
        )
    )

    assert [one.title for one in found] == ["Lyktor", "Vandring"]


def test_the_sheet_with_measures_is_found_and_another_can_be_chosen():
    book = Workbook()
    book.active.title = "Läs mig"
    book.active.append(["Fyll i åtgärderna", "i nästa blad"])
    for name, title in (("2023", "Gammal"), ("2025", "Ny")):
        sheet = book.create_sheet(name)
        sheet.append(["Åtgärd", "Ansvarig", *(["Mål"] if name == "2025" else [])])
        sheet.append([title, "Gatan"])
    content = saved(book)

    assert [one.sheet.name for one in tables_in(read_tables(content, "x"))] == ["2025", "2023"]
    assert measures(content, wanted="2023")[0].title == "Gammal"
    with pytest.raises(Refused, match="Bladen heter ”Läs mig”"):
        table(content, "2024")


def test_a_table_without_known_headings_is_refused():
    with pytest.raises(Refused, match="Ingen rad med rubriker"):
        table(workbook(["Namnlös", "Sak"], ["a", "b"]))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *[("Åtgärd/aktivitet", "title"), ("ANSVARIG NÄMND", "responsible"), ("Mål:", "goal")],
        *[("Ansvarig (huvudansvar)", "responsible"), ("Samverkanspart(er)", "partners")],
        *[
            ("Tidplan/slutdatum", "period"),
            ("Status 2025", "status"),
            ("Målgrupp", "target_groups"),
        ],
        *[("Uppföljning/ utvärdering", "follow_up_how"), ("Klart\nsenast", "due")],
        *[("Uppdaterad", "status_on"), ("Samverkar med", "partners"), ("Avslutas", "due")],
        ("Nr och åtgärd", "title"),
    ],
)
def test_headings_in_their_own_words_are_known(heading, field):
    found = table(workbook(["Åtgärd", heading], ["a", "b"]))

    assert found.columns[-1].field == field or found.columns[0].field == field == "title"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Socialtjänsten, Polisen; skolan / BUP",
            ["Socialtjänsten", "Polisen", "Skolan", "BUP"],
        ),
        (
            "- Polisen\n- Kultur och fritid\n- Skolan m.fl.",
            ["Polisen", "Kultur och fritid", "Skolan"],
        ),
        ("Skolan (grundskola, gymnasium), Polisen", ["Skolan (grundskola, gymnasium)", "Polisen"]),
        ("Polisen/Räddningstjänsten samt Skolan", ["Polisen", "Räddningstjänsten", "Skolan"]),
        ("Kultur & fritid, Polisen", ["Kultur & fritid", "Polisen"]),
        ("-", None),
    ],
)
def test_several_parties_in_one_box_are_parted(text, names):
    (found,) = measures(workbook(["Åtgärd", "Samverkan"], ["Lyktor", text]))

    assert found.names.get("partners") == names


def test_of_several_responsible_the_first_is_and_the_others_take_part():
    (found,) = measures(workbook(["Åtgärd", "Ansvarig"], ["Lyktor", "Gatan, Polisen"]))

    assert (found.responsible, found.names["partners"]) == (["Gatan"], ["Polisen"])
    assert "flera ansvariga" in found.notes[0]


@pytest.mark.parametrize(
    ("word", "status", "noted"),
    [
        ("Ej påbörjad", "planned", ""),
        ("PÅBÖRJAD", "ongoing", ""),
        ("Pågående", "ongoing", ""),
        ("Klar", "done", ""),
        ("Avslutad", "done", ""),
        ("Utgår", "cancelled", ""),
        ("Försenad", None, "sätter ingen status"),
        ("Pågående, försenad", "ongoing", "sätter ingen status"),
        ("Pågående (försenad)", "ongoing", "sätter ingen status"),
        ("Klar 2025-03-01", "done", ""),
        ("Grön", None, "ingen känd status"),
        ("50 %", None, "ingen känd status"),
        ("Klar/Pågående", None, "ingen känd status"),
        ("-", None, ""),
    ],
)
def test_old_words_of_status_are_known_and_unknown_ones_are_said(word, status, noted):
    (found,) = measures(workbook(["Åtgärd", "Status"], ["Lyktor", word]))

    assert found.status == (MeasureStatus(status) if status else None)
    assert noted in " ".join(found.notes)
    assert bool(found.notes) is bool(noted)


def test_the_same_measure_twice_is_taken_once_and_said():
    content = workbook(["Åtgärd", "Ansvarig"], ["Lyktor", "Gatan"], ["Lyktor", "Polisen"])

    first, second = wanted_of(table(content))

    assert not first.left_out
    assert "står redan på rad 2" in second.left_out


def test_a_formula_without_value_is_said_and_one_with_value_is_read():
    (found,) = measures(workbook(["Åtgärd", "Mål"], ["Lyktor", '="Fler"&" vågar"']))

    assert "goal" not in found.values
    assert "Rad 2, kolumn B (Mål): formeln har inget sparat värde" in found.notes[0]


def test_a_number_before_the_title_is_its_number():
    (found,) = measures(workbook(["Åtgärd", "Ansvarig"], ["1.2 Fler lyktor", "Gatan"]))

    assert (found.number, found.title) == ("1.2", "Fler lyktor")


def test_a_title_of_a_whole_paragraph_is_kept_as_the_words_of_the_decision():
    title = "Kommunen ska " + "och ".join(["sätta upp fler lyktor "] * 20)

    (found,) = measures(workbook(["Åtgärd", "Ansvarig"], [title, "Gatan"]))

    assert len(found.title) <= 255
    assert found.values["official_wording"] == " ".join(title.split())


def test_an_address_of_mail_is_not_made_public():
    (found,) = measures(workbook(["Åtgärd", "Ansvarig"], ["Lyktor", "eva@kommun.example"]))

    assert found.responsible == []
    assert "e-postadress" in found.notes[0]


def test_csv_is_read_like_excel():
    content = "Plan;;\n\nNr;Åtgärd;Tidplan\n1;Lyktor;löpande\n".encode("cp1252")

    (found,) = measures(content, name="plan.csv")

    assert (found.number, found.title, found.values) == ("1", "Lyktor", {"is_continuous": True})


def test_a_day_beside_the_status_is_its_day_where_no_column_says_so_more_plainly():
    rows = [["Åtgärd", "Status", "Datum"], ["Lyktor", "Pågår", "2026-05-03"]]

    (found,) = measures(workbook(*rows))
    plainer = table(
        workbook(*([*row, more] for row, more in zip(rows, ["Statusdatum", ""], strict=True)))
    )
    far_away = table(workbook(["Åtgärd", "Datum", "Status"], ["Lyktor", "2026-05-03", "Pågår"]))

    assert found.status_on == datetime.date(2026, 5, 3)
    assert not table(workbook(*rows)).columns[2].is_exact
    assert [one.field for one in plainer.columns] == ["title", "status", None, "status_on"]
    assert far_away.columns[1].field is None

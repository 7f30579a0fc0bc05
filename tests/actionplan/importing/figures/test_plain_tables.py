"""However people lay out a table of figures, it is read, and what could not be read is said."""

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from foundation.importing.refusal import Refused
from tests.foundation.tables.books import saved, workbook

pytestmark = pytest.mark.django_db


def said(report):
    return [
        f"{row['row']}: {row['word']}. {row['what']} {row['left_out']}".strip()
        for row in report["rows"]
    ]


def test_a_row_for_each_figure_with_headings_in_own_words(take, figures):
    take(
        workbook(
            ["Otrygghet i kommunen", None],
            [],
            [
                "Mätår",
                "Område",
                "Andel otrygga (%)",
                "KI undre",
                "KI övre",
                "Antal svar",
                "Kommentar",
            ],
            [2023, "Hagfors kommun", 12.5, 9, 16, 210, "Ny fråga"],
            ["2024", "Hagfors kommun", "13,25", "10,1", "17,0", "1 204", None],
            ["Källa: Kommunens enkät 2024"],
        ),
        source_text="",
    )

    assert figures() == [
        "2024 Hagfors kommun: 13,25 (10,1–17)",
        "2023 Hagfors kommun: 12,5 (9–16)",
    ]


def test_the_source_below_the_table_becomes_the_source_of_its_figures(indicator, take):
    take("År;Värde\n2024;1\nKälla: Enkäten 2024.\n", source_text="", places="Hagfors kommun")

    assert indicator.values.get().source_text == "Enkäten 2024"


@pytest.mark.parametrize(
    "rows",
    [
        # A column for each year, as SCB has it.
        (["region", "kön", "2022", "2023"], ["1783 Hagfors", "totalt", "8,1", ".."]),
        # A column for each place.
        (["År", "Hagfors"], ["2022", "8,1"], ["2023", ".."]),
        # One figure a row.
        (["Plats", "Tid", "Värde"], ["Hagfors", "2022", "8,1"], ["Hagfors", "2023", ".."]),
    ],
)
def test_three_ways_to_say_the_same(rows, take, figures):
    take("\n".join(";".join(row) for row in rows), places="Hagfors kommun")

    assert figures() == ["2023 Hagfors kommun: uppgift saknas", "2022 Hagfors kommun: 8,1"]


def test_what_cannot_be_read_is_said_with_row_and_column_and_left_out(look):
    report = look(
        "År;Plats;Värde;Status\n"
        "2022;Hagfors;ungefär 8;\n"
        "i fjol;Hagfors;8;\n"
        "2024;Hagfors;8,2;rosa\n"
        "2025;Hagfors;-;\n"
        "2021;Hagfors;;\n"
        "2099;Hagfors;1;\n"
    )

    told = said(report)
    assert "Rad 2, kolumn C: Tas inte med. 2022, Hagfors Värde: ”ungefär 8” är inget tal." in told
    assert told[1].startswith("Rad 3, kolumn C: Tas inte med. i fjol, Hagfors Period: ”i fjol”.")
    assert "ordet ”rosa” är okänt" in told[2]
    assert "kan betyda noll eller att uppgift saknas" in told[3]
    assert "Rutan är tom" in told[4]
    assert "2099 har inte kommit än" in told[5]
    assert not report["does_something"]


def test_two_figures_for_the_same_are_none(look):
    told = said(
        look("År;Plats;Värde\n2024;Hagfors;8\n2024;Hagfors;9\n2023;Hagfors;7\n2023;Hagfors;7,0\n")
    )

    assert "En annan siffra för samma period" in told[0]
    assert "En annan siffra för samma period" in told[1]
    assert told[2] == "Rad 4, kolumn C: Ny. 2023, Hagfors"
    assert "Samma siffra står redan på rad 4" in told[3]


def test_a_percentage_of_excel_is_read_as_it_is_shown(take, figures):
    book = Workbook()
    sheet = book.active
    for row in (["År", "Plats", "Andel"], [2024, "Hagfors", 0.123], [2023, "Hagfors", 0.07]):
        sheet.append(row)
    sheet["C2"].number_format = "0.0%"
    sheet["C3"].number_format = '0.00" ""%"'
    sheet["C3"] = 7

    take(saved(book))

    assert figures() == ["2024 Hagfors: 12,3", "2023 Hagfors: 7"]


def test_shares_of_one_are_questioned(look):
    report = look("År;Plats;Andel\n2024;Hagfors;0,12\n2023;Hagfors;0,13\n")

    assert any("mellan 0 och 1" in note for note in report["notes"])


def test_small_numbers_are_warned_of_before_anything_is_done(look, indicator):
    report = look("År;Plats;Värde;Antal svar\n2024;Hagfors;12,5;24\n")

    assert "kan peka ut enskilda personer" in " ".join(report["warnings"])


def test_a_figure_among_many_sheets_has_to_be_chosen(look):
    book = Workbook()
    for name in ("R4.1", "R4.2"):
        sheet = book.create_sheet(name)
        for row in (["År", "Plats", "Värde"], [2024, "Hagfors", 8]):
            sheet.append(row)
    content = saved(book)

    with pytest.raises(Refused, match=r"flera serier: ”R4\.1”, ”R4\.2”"):
        look(content)
    assert look(content, series="R4.2")["series"] == "R4.2"


def test_our_own_file_changes_nothing(indicator, take, look, client):
    take(
        "År;Till och med;Plats;Grupp;Värde;Lägst;Högst;Antal svar;Status;Anmärkning;Källa\n"
        "2019;2020;Hagfors;kvinnor;8,25;7;9;1204;preliminärt;=1+1;SCB\n"
        "2021;;Hagfors;;..;;;;;;SCB\n"
    )

    for file in ("varden.csv", "varden-excel.csv"):
        own = client.get(f"{indicator.get_url()}{file}").content
        assert look(own, source_text="")["counts"] == {
            "Ny": 0,
            "Ändras": 0,
            "Oförändrad": 2,
            "Tas inte med": 0,
        }


def test_a_table_without_figures_is_refused_in_a_sentence(look):
    with pytest.raises(Refused, match="inga siffror med period"):
        look("Namn;Telefon\nKansliet;0563\n")


def test_without_a_source_nothing_is_imported(look, take, indicator):
    report = look("År;Plats;Värde\n2024;Hagfors;8\n", source_text="")

    assert "Skriv det under Källa" in report["blocked"]
    assert not report["does_something"]
    with pytest.raises(Refused, match="Källa"):
        take("År;Plats;Värde\n2024;Hagfors;8\n", source_text="")
    assert not indicator.values.exists()


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("12,3*", "12,3"),
        ("12,3¹", "12,3"),
        ("12,3 1)", "12,3"),
        ("12,3 ± 1,1", "12,3 (11,2–13,4)"),
        ("12,3±1,1", "12,3 (11,2–13,4)"),
        ("12,3 (11,1–13,5)", "12,3 (11,1–13,5)"),
        ("1.234", "1,234"),
    ],
)
def test_what_stands_beside_a_figure_in_its_box_is_told_from_it(said, figure, take, figures):
    (row,) = take(f"År;Plats;Värde\n2024;Hagfors;{said}\n")["rows"]

    assert figures() == [f"2024 Hagfors: {figure}"]
    assert bool(row["notes"]) is ("(" not in figure)


@pytest.mark.parametrize("said", ["<5", "(12)", "ca 12", "12,3b"])
def test_what_is_no_figure_beyond_doubt_is_none(said, look):
    (row,) = look(f"År;Plats;Värde\n2024;Hagfors;{said}\n")["rows"]

    assert f"”{said}” är inget tal" in row["left_out"]


def test_groups_above_the_columns_are_groups_and_no_places(take, indicator):
    take("År;Kvinnor;Män;Totalt\n2024;30;11;20\n", places="Hagfors kommun")

    assert {(one.geography, one.group, int(one.value)) for one in indicator.values.all()} == {
        ("Hagfors kommun", group, value)
        for group, value in (("kvinnor", 30), ("män", 11), ("", 20))
    }


def test_months_down_and_years_across_are_months_of_years(take, figures):
    take("Månad;2023;2024\nJanuari;12;13\nSumma;12;13\n", places="Hagfors kommun")

    assert figures() == ["januari 2024 Hagfors kommun: 13", "januari 2023 Hagfors kommun: 12"]


def test_columns_that_are_not_read_are_told(look):
    report = look("År;Plats;Andel;Andel;\n2024;Hagfors;12;13;14\n")

    assert "Kolumner som inte läses: D ”Andel”, E (utan rubrik)" in report["notes"]
    assert [one["field"] for one in report["columns"]] == ["Period", "Plats", "Värde", "", ""]


def test_other_things_than_places_above_the_columns_are_asked_about(look, take, figures):
    crimes = "År;Våldsbrott;Stöld\n2024;88;310\n"

    notes = look(crimes, places="Hagfors")["notes"]
    take(crimes, places="Våldsbrott = Hagfors")

    assert any("till exempel Våldsbrott = " in note for note in notes)
    assert figures() == ["2024 Hagfors: 88"]


def test_figures_that_the_file_hides_or_strikes_out_are_pointed_at(look):
    book = Workbook()
    for row in (["År", "Plats", "Värde"], [2023, "Hagfors", 7], [2024, "Hagfors", 8]):
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    book.active["C3"].font = Font(strike=True)

    assert look(saved(book))["notes"] == [
        "1 av filens siffror står på dolda rader men läses. Den första: rad 2, kolumn C.",
        "1 av filens siffror är överstrukna men läses. Den första: rad 3, kolumn C.",
    ]

"""BRÅ's workbooks of NTU: titles above, intervals, dots where nothing is known, notes below."""

import pytest
from openpyxl import Workbook

from foundation.importing.refusal import Refused
from tests.foundation.tables.books import saved

pytestmark = pytest.mark.django_db


def counties():
    """One sheet a question, years in row 3, the interval of the last year after it."""
    book = Workbook()
    book.remove(book.active)
    for name, first in (("R4.1", 20), ("R4.2", 5)):
        sheet = book.create_sheet(name)
        for row in (
            [f"Fråga {name}, enligt NTU 2022–2024. Andel (%)"],
            [],
            [None, None, 2022, 2023, "2024*", "95 % konfidensintervall", None],
            ["Samtliga 16–84 år", "Riket", first, first + 1, first + 2.25, 21.5, 23],
            [None, "Värmlands län", first - 3, "..", "18,5", "15,1", "21,9"],
            [None, "Västra Götalands län", 1, 2, 3, 2, 4],
            ["Kvinnor", "Värmlands län", 30, ".", 31, None, None],
            [],
            ["* Frågan ställdes på ett nytt sätt."],
        ):
            sheet.append(row)
    return saved(book)


def municipalities():
    """Blocks of "Andel | KI undre | KI övre", one for each place."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Otrygghet"
    for row in (
        ["Otrygghet sent på kvällen, enligt NTU 2019–2024. Andel (%)"],
        [],
        [None, "Grums kommun", None, None, "Hagfors kommun", None, None],
        ["År", "Andel", "KI undre", "KI övre", "Andel", "KI undre", "KI övre"],
        ["2019–2020", 9, 5, 13, "12,5", "8,25", "16,75"],
        ["2023–2024", 8, 4, 12, "..", "..", ".."],
    ):
        sheet.append(row)
    return saved(book)


def test_a_sheet_of_counties(take, figures, indicator):
    report = take(counties(), "ntu.xlsx", series="R4.1", places="Värmland\nRiket", source_text="")

    assert figures() == [
        "2024 Riket: 22,25 (21,5–23)",
        "2024 Värmland: 18,5 (15,1–21,9)",
        "2024 Värmland: 31",
        "2023 Riket: 21",
        "2023 Värmland: uppgift saknas",
        "2023 Värmland: uppgift saknas",
        "2022 Riket: 20",
        "2022 Värmland: 17",
        "2022 Värmland: 30",
    ]
    assert {value.group for value in indicator.values.all()} == {"", "kvinnor"}
    assert indicator.values.first().source_text == "Brå, NTU 2022–2024"
    assert report["kind"] == "NTU"
    notes = " ".join(report["notes"])
    assert "”Värmlands län” läses som Värmland." in notes
    assert "”Västra Götalands län”" in notes
    assert "”2024*” läses som 2024." in report["rows"][2]["notes"]


def test_a_question_has_to_be_chosen_among_the_sheets(look):
    with pytest.raises(Refused, match="flera serier"):
        look(counties(), "ntu.xlsx")


def test_blocks_of_municipalities(take, figures):
    take(municipalities(), "ntu.xlsx", places="Hagfors kommun")

    assert figures() == [
        "2023–2024 Hagfors kommun: uppgift saknas",
        "2019–2020 Hagfors kommun: 12,5 (8,25–16,75)",
    ]


def test_only_figures_for_everybody_where_the_editor_says_so(take, indicator):
    take(counties(), "ntu.xlsx", series="R4.1", places="Värmland", only_everybody=True)

    assert {value.group for value in indicator.values.all()} == {""}


def test_a_long_list_of_places_has_to_be_told_which(look):
    book = Workbook()
    book.active.append(["Kommun", "2023", "2024"])
    for number in range(290):
        book.active.append([f"Ort{number} kommun", 1, 2])

    with pytest.raises(Refused, match="Skriv under Platser"):
        look(saved(book), "alla.xlsx")


def test_reported_crime_in_two_units_has_to_be_told_which(take, look, figures):
    book = Workbook()
    for row in (
        ["Brott (anmälda)"],
        ["Kommun", "Antal 2023", "Per 100 000 2023", "Antal 2024", "Per 100 000 2024"],
        ["Hagfors kommun", 40, 350, 44, 370],
    ):
        book.active.append(row)

    with pytest.raises(Refused, match="flera enheter: ”Antal”, ”Per 100 000”"):
        look(saved(book), "brott.xlsx")
    take(saved(book), "brott.xlsx", series="Antal")
    assert figures() == ["2024 Hagfors kommun: 44", "2023 Hagfors kommun: 40"]


def test_blocks_of_years_are_no_places(take, figures):
    book = Workbook()
    for row in (
        [None, 2022, None, None, "2023²", None, None],
        ["Område", *["Andel", "KI undre", "KI övre"] * 2],
        ["Hagfors kommun", "12,3", 9, 16, 11, 8, 14],
    ):
        book.active.append(row)

    take(saved(book), "ntu.xlsx")

    assert figures() == ["2023 Hagfors kommun: 11 (8–14)", "2022 Hagfors kommun: 12,3 (9–16)"]


def test_no_year_among_the_columns_is_passed_over_in_silence(take, figures):
    book = Workbook()
    for row in (["Kommun", 2022, "2023²", "2024 (prel)"], ["Hagfors kommun", 1, 2, 3]):
        book.active.append(row)

    report = take(saved(book), "ntu.xlsx")

    assert figures() == ["2023 Hagfors kommun: 2", "2022 Hagfors kommun: 1"]
    assert "Kolumner som inte läses: D ”2024 (prel)”" in report["notes"]

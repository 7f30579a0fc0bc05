"""Tables that people read at once are read as they do; what is left out is named, row and column."""

import pytest
from openpyxl import Workbook

from actionplan.importing.table import tables_in
from actionplan.importing.wanted import wanted_of
from actionplan.status import MeasureStatus
from foundation.importing.refusal import Refused
from foundation.tables.reading import read_tables
from tests.foundation.tables.books import partly_hidden, saved, workbook


def table(content):
    return tables_in(read_tables(content, "plan.xlsx"))[0]


def areas(found):
    return [(one.area, one.title) for one in wanted_of(found)]


PLANNED, ONGOING, DONE = MeasureStatus.PLANNED, MeasureStatus.ONGOING, MeasureStatus.DONE


@pytest.mark.parametrize(
    "headings",
    [
        [["Åtgärd", "Ej påbörjad", "Pågår", "Klar"]],
        [["Åtgärd", "Status", None, None], [None, "Ej påbörjad", "Pågår", "Klar"]],
    ],
)
def test_crosses_below_the_names_of_statuses_are_statuses(headings):
    found = wanted_of(
        table(
            workbook(
                *headings,
                ["Lyktor", "X", None, None],
                ["Torget", None, "x", "☐"],
                ["Läxhjälp", None, None, "✓"],
                ["Vandring", None, "X", "X"],
            )
        )
    )

    assert [one.status for one in found] == [PLANNED, ONGOING, DONE, None]
    assert all("due" not in one.values for one in found)
    assert "ordet ”Pågår Klar” är ingen känd status" in found[3].notes[0]


def test_crosses_below_years_are_the_time():
    found = wanted_of(
        table(
            workbook(
                ["Åtgärd", "Ansvarig", "Tidplan", None, None],
                [None, None, 2025, 2026, 2027],
                ["Lyktor", "Gatan", "X", "X", None],
                ["Torget", "Gatan", None, None, "x"],
                ["Vandring", "Polisen", "x", None, "x"],
                merge=["C1:E1"],
            )
        )
    )

    assert [
        [str(one.values[name]) for name in ("starts", "due") if name in one.values] for one in found
    ] == [["2025", "2026"], ["2027"], ["2025"]]
    assert [one.notes for one in found] == [
        [],
        [],
        ["Rad 5, kolumn C (Tid): ”2027” står också för samma åtgärd och tas inte med."],
    ]


def test_a_column_of_days_called_done_is_no_cross():
    (found,) = wanted_of(
        table(workbook(["Åtgärd", "Påbörjad", "Klar"], ["Lyktor", "2026-03-01", "2026-05-03"]))
    )

    assert [str(found.values[name]) for name in ("starts", "due")] == ["1 mars 2026", "3 maj 2026"]


def test_sums_and_texts_around_the_measures_are_no_measures_and_are_named():
    found = table(
        workbook(
            ["Åtgärd", "Ansvarig"],
            ["Område 1: Torget", None],
            ["Mål: fler är trygga", None],
            ["Lyktor", "Gatan"],
            ["Summa åtgärder", 1],
            ["Sammanställt i december", None],
            merge=["A2:B2", "A3:B3", "A6:B6"],
        )
    )

    assert areas(found) == [("Område 1: Torget", "Lyktor")]
    assert found.notes == [
        "Rad 3, ”Mål: fler är trygga”, är ingen åtgärd och tas inte med.",
        "Rad 5 är en summa och tas inte med.",
        "Rad 6, ”Sammanställt i december”, har inga åtgärder under sig och tas inte med.",
    ]


def test_titles_alone_above_fuller_rows_are_areas_where_the_first_row_is_one():
    found = table(
        workbook(
            ["Åtgärd", "Ansvarig"],
            *(["Torget"], ["Lyktor", "Gatan"], ["Vandring", "Polisen"]),
            *(["Skola"], ["Läxhjälp", "Skolan"]),
        )
    )
    without = table(
        workbook(["Åtgärd", "Ansvarig"], ["Lyktor", "Gatan"], ["Torget"], ["Läxhjälp", "Skolan"])
    )

    assert [area for area, _ in areas(found)] == ["Torget", "Torget", "Skola"]
    assert "Rad 2, ”Torget”, läses som fokusområde." in found.notes
    assert [title for _, title in areas(without)] == ["Lyktor", "Torget", "Läxhjälp"]
    alone = table(workbook(["Åtgärd", "Ansvarig"], ["Torget"], ["Lyktor", "Gatan"]))
    assert areas(alone) == [("", "Torget"), ("", "Lyktor")]


def test_each_area_with_its_own_headings_is_read_by_them():
    found = table(
        workbook(
            *(["Skola"], ["Åtgärd", "Ansvarig", "Tidplan"], ["Läxhjälp", "Skolan", "2026"], []),
            *(["Torget"], ["Åtgärd", "Tidplan", "Ansvarig"], ["Lyktor", "2027", "Gatan"]),
        )
    )

    assert areas(found) == [("Skola", "Läxhjälp"), ("Torget", "Lyktor")]
    assert wanted_of(found)[1].responsible == ["Gatan"]
    assert found.notes == [
        "Rad 5, ”Torget”, läses som fokusområde.",
        "Rad 6 har nya rubriker. Raderna under läses efter dem.",
        "”Skola” ovanför rubrikerna läses som fokusområde.",
    ]


def test_a_sheet_for_each_area_says_it_above_the_headings_or_by_its_name():
    book = Workbook()
    book.remove(book.active)
    for name, top in (("1 Skola", "Handlingsplan"), ("Torget", "Fokusområde Trygga torg")):
        sheet = book.create_sheet(name)
        for row in ([top], ["Åtgärd", "Ansvarig"], ["Lyktor", "Gatan"]):
            sheet.append(row)
    yearly = Workbook()
    yearly.active.title = "Plan 2025"
    yearly.create_sheet("Plan 2026")
    for sheet in yearly:
        sheet.append(["Åtgärd", "Ansvarig"])
        sheet.append(["Lyktor", "Gatan"])

    school, square = tables_in(read_tables(saved(book), "plan.xlsx"))

    assert (school.area_of_sheet, square.area_of_sheet) == ("1 Skola", "")
    assert areas(square) == [("Fokusområde Trygga torg", "Lyktor")]
    assert table(saved(yearly)).area_of_sheet == ""


def test_activities_below_a_measure_belong_to_it_and_what_they_contradict_is_said():
    found = table(
        workbook(
            ["Nr", "Åtgärd", "Aktivitet", "Tidplan"],
            [1, "Lyktor", "Räkna dem", "2025"],
            [None, None, "Byt dem", "2027"],
        )
    )
    (measure,) = wanted_of(found)

    assert measure.values["body"] == "Räkna dem\nByt dem"
    assert measure.notes == [
        "Rad 2, kolumn D (Tid): ”2027” står också för samma åtgärd och tas inte med."
    ]
    assert found.notes == ["Rad 3 har ingen rubrik och läses som en fortsättning på rad 2."]


def test_columns_without_heading_and_of_the_same_are_told_and_the_newest_status_counts():
    found = table(
        workbook(
            ["Åtgärd", None, "Ansvarig", "Status 2024", "Status 2025"],
            ["Lyktor", "Vid torget", "Gatan", "Ej påbörjad", "Pågår"],
        )
    )

    assert wanted_of(found)[0].status is ONGOING
    assert [(one.heading, one.instead) for one in found.columns if one.instead] == [
        ("Status 2024", 5)
    ]
    assert found.notes == [
        "Kolumn B har ingen rubrik och tas inte med. Det första i den står på rad 2."
    ]


def test_a_heading_over_a_number_and_its_title_is_above_both():
    found = table(
        workbook(
            *(["Åtgärd", None, "Samverkan", None], ["1.1", "Lyktor", "Gatan", "Polisen"]),
            ["1 b", "Torget", "Skolan", None],
            merge=["A1:B1", "C1:D1"],
        )
    )

    assert [(one.number, one.title, one.names["partners"]) for one in wanted_of(found)] == [
        ("1.1", "Lyktor", ["Gatan", "Polisen"]),
        ("1 b", "Torget", ["Skolan"]),
    ]


def test_several_things_in_one_title_are_pointed_at():
    (one, two) = wanted_of(
        table(workbook(["Åtgärd", "Ansvarig"], ["• Lyktor\n• Torget", "A-lag"], ["- Skola", "B"]))
    )

    assert (one.title, two.title) == ("Lyktor • Torget", "Skola")
    assert "räknar upp flera saker" in one.notes[0]
    assert two.notes == ["Rad 3, kolumn B (Ansvarig): ”B” är inget namn och tas inte med."]


def test_what_is_hidden_or_struck_out_in_the_file_is_pointed_at():
    found = table(partly_hidden(["Åtgärd", "Kommentar"], ["Dold", "internt"], ["Struken", ""]))

    assert "Kolumn B, ”Kommentar”, är dold i filen." in found.notes[0]
    assert [one.notes for one in wanted_of(found)] == [
        ["Rad 2 är dold i filen. Kontrollera om den ska med."],
        ["Rad 3, kolumn A (Rubrik): texten är överstruken i filen. Kontrollera om den ska med."],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Åtgärd", "Lyktor"], ["Ansvarig", "Gatan"], ["Tidplan", "2026"]],
        [["", "Åtgärd 1"], ["Namn", "Lyktor"], ["Ansvarig", "Gatan"], ["Status", "Pågår"]],
    ],
)
def test_a_table_that_lies_sideways_is_refused_and_told_how_to_turn_it(rows):
    with pytest.raises(Refused, match="Transponera"):
        table(workbook(*rows))

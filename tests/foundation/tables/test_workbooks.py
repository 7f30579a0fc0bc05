"""What stands in a workbook is read as people see it."""

import datetime

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from foundation.tables.reading import read_tables
from foundation.tables.sheet import Merge, letter
from tests.foundation.tables.books import handmade, partly_hidden, saved, sheet_xml, workbook

EARLY = datetime.datetime(2025, 6, 13, 8, 30)  # noqa: DTZ001 - as openpyxl writes them


def only(content, name="plan.xlsx"):
    (sheet,) = read_tables(content, name)
    return sheet


def texts(sheet):
    return [[row[at].text for at in range(1, max(row.filled) + 1)] for row in sheet.rows]


def test_texts_numbers_and_days_are_read_and_empty_rows_are_not():
    sheet = only(
        workbook(
            ["Åtgärd", "Nr", "Klar"],
            [],
            [None, "", "   "],
            ["Fler lyktor", 3, datetime.date(2025, 6, 13)],
            ["Torget", 1.5, EARLY],
            ["Ja eller nej", True, None],
        )
    )

    assert texts(sheet) == [
        ["Åtgärd", "Nr", "Klar"],
        ["Fler lyktor", "3", "2025-06-13"],
        ["Torget", "1.5", "2025-06-13"],
        ["Ja eller nej", "ja"],
    ]
    assert [row.number for row in sheet.rows] == [1, 4, 5, 6]


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([datetime.date(2025, 6, 13)])

    assert texts(only(saved(book))) == [["2025-06-13"]]


def test_a_formula_gives_the_value_that_was_saved_with_it():
    rows = '<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>klar</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>'

    assert texts(only(handmade(sheet_xml(rows)))) == [["klar", "2"]]


def test_a_formula_without_a_saved_value_and_an_error_say_what_is_wrong():
    sheet = only(workbook(["Rubrik"], ["=1+1"]))
    error = only(handmade(sheet_xml('<row><c t="e"><v>#REF!</v></c></row>')))

    assert "formeln har inget sparat värde" in sheet.rows[1][1].problem
    assert error.rows[0][1].problem == "rutan visar felet #REF!"


def test_merged_boxes_are_told():
    sheet = only(workbook(["Område", "Åtgärd"], ["Skola", "A"], [None, "B"], merge=["A2:A3"]))

    assert sheet.merges == [Merge(2, 1, 3, 1)]
    assert sheet.width(2, 1) == 1


def test_sheets_keep_their_order_and_hidden_ones_are_told():
    book = Workbook()
    book.active.title = "Läs mig"
    book.active.append(["Så här fyller du i"])
    book.create_sheet("Plan").append(["Åtgärd"])
    book.create_sheet("Tom")
    book["Plan"].sheet_state = "hidden"

    sheets = read_tables(saved(book), "plan.xlsx")

    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [
        ("Läs mig", False),
        ("Plan", True),
    ]


def test_boxes_without_places_and_inline_texts_with_looks_are_read():
    rows = (
        '<row><c t="inlineStr"><is><r><t>Fler </t></r><r><rPr><b/></rPr><t>lyktor</t></r>'
        "<rPh><t>x</t></rPh></is></c><c><v>2025</v></c></row>"
    )

    assert texts(only(handmade(sheet_xml(rows)))) == [["Fler lyktor", "2025"]]


def test_a_size_that_the_sheet_gives_wrongly_hides_nothing():
    xml = sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="C9"><v>2</v></c></row>'
    )
    lying = xml.replace("<sheetData>", '<dimension ref="A1"/><sheetData>')

    assert [row.number for row in only(handmade(lying)).rows] == [1, 9]


def test_what_the_eye_does_not_see_or_sees_struck_out_is_told():
    sheet = only(partly_hidden(["Åtgärd", "Internt"], ["Dold", "a"], ["Struken", "b"]))

    assert [row.is_hidden for row in sheet.rows] == [False, True, False]
    assert sheet.hidden_columns == {2}
    assert [row[1].is_struck for row in sheet.rows] == [False, False, True]


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_the_names_that_excel_gives_them(column, name):
    assert letter(column) == name

"""Whatever file is sent, it is refused in one sentence and costs little memory."""

import tracemalloc
import zipfile

import pytest

from foundation.importing.refusal import Refused
from foundation.tables import limits
from foundation.tables.limits import LARGEST_FILE, MOST_ROWS
from foundation.tables.reading import read_tables
from tests.foundation.tables.books import KINDS, handmade, sheet_xml, workbook, zipped

# More than are read.
MANY = 25_000
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    + sheet_xml('<row><c t="inlineStr"><is><t>&c;</t></is></c></row>')
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + sheet_xml(
    '<row><c t="inlineStr"><is><t>&a;</t></is></c></row>'
)


def refusal(content, name="plan.xlsx", memory=100_000_000):
    tracemalloc.start()
    try:
        with pytest.raises(Refused) as refused:
            read_tables(content, name)
        assert tracemalloc.get_traced_memory()[1] < memory
    finally:
        tracemalloc.stop()
    (sentence,) = refused.value.args
    assert "\n" not in sentence
    return sentence


HOSTILE = {
    "old format": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Excels gamla format"),
    "password": (
        lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "skyddad med lösenord",
    ),
    "any zip": (lambda: zipped({"a.txt": "x"}), "en zip-fil"),
    "LibreOffice": (lambda: zipped({"mimetype": "x", "content.xml": "<x/>"}), "LibreOffice"),
    "Word": (
        lambda: zipped({"[Content_Types].xml": KINDS.replace("spreadsheetml", "wordprocessingml")}),
        "Kopiera tabellen",
    ),
    "macros": (lambda: handmade(sheet_xml(""), **{"xl/vbaProject.bin": b"x"}), "makron"),
    "macros by kind": (
        lambda: zipped({"[Content_Types].xml": KINDS.replace("sheet.main", "macroEnabled")}),
        "makron",
    ),
    "cut off": (lambda: workbook(["Åtgärd"])[:-200], "skadad"),
    "noise": (lambda: b"PK\x03\x04" + b"\xff" * 500, "skadad"),
    "billion laughs": (lambda: handmade(LAUGHS), "skadad"),
    "entity from outside": (lambda: handmade(OUTSIDE), "skadad"),
    "a text that is not there": (
        lambda: handmade(sheet_xml('<row><c t="s"><v>7</v></c></row>')),
        "skadad",
    ),
    "unclosed": (lambda: handmade(sheet_xml("<row>" * 5_000)), "skadad"),
    "deep": (lambda: handmade("<x>" * 200_000 + "</x>" * 200_000), "inga ifyllda rutor"),
    "deep text": (
        lambda: handmade(
            sheet_xml(f'<row><c t="inlineStr"><is>{"<r>" * 50_000}{"</r>" * 50_000}</is></c></row>')
        ),
        "inga ifyllda rutor",
    ),
    "many parts": (lambda: zipped({f"{n}.xml": "" for n in range(2_001)}), "orimligt stor"),
    "50 MB": (lambda: b"PK" + b"\0" * 50_000_000, "för stor"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_refused(kind):
    content, says = HOSTILE[kind]

    assert says in refusal(content())


def test_a_bomb_is_never_unpacked(monkeypatch):
    bomb = handmade(b"\0" * 60_000_000)
    assert len(bomb) < 100_000
    opened = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda self, *args, **more: opened.append(args))

    assert "orimligt stor" in refusal(bomb)
    assert not opened


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_claims():
    sheet = sheet_xml(f"<row><c><v>{'1' * 50_000_000}</v></c></row>")
    bomb = handmade(sheet)
    real, claimed = len(sheet).to_bytes(4, "little"), (2_000).to_bytes(4, "little")
    assert "orimligt stor" in refusal(bomb)

    assert "skadad" in refusal(bomb.replace(real, claimed))


@pytest.mark.parametrize("row", ["<row><c><v>1</v></c></row>", "<row><c/></row>"])
def test_no_end_of_rows_is_kept(row):
    content = handmade(sheet_xml(row * MANY))
    assert len(content) < LARGEST_FILE

    assert "rader" in refusal(content) or "inga ifyllda rutor" in refusal(content)


def test_as_many_rows_as_may_be_are_read_and_one_more_is_not():
    def rows(number):
        return handmade(sheet_xml("<row><c><v>1</v></c></row>" * number))

    (sheet,) = read_tables(rows(MOST_ROWS), "plan.xlsx")
    assert len(sheet.rows) == MOST_ROWS
    assert f"{MOST_ROWS:,}".replace(",", "\u00a0") in refusal(rows(MOST_ROWS + 1))


def test_one_row_with_no_end_of_boxes_is_not_kept():
    content = handmade(sheet_xml(f"<row>{'<c><v>1</v></c>' * 100_000}</row>"))

    assert "kolumner" in refusal(content)


def test_no_end_of_boxes_is_kept(monkeypatch):
    """A tenth of the boxes that may be is a tenth of the work, and may take a tenth of the memory."""
    monkeypatch.setattr(limits, "MOST_CELLS", limits.MOST_CELLS // 10)
    boxes = f"<row>{'<c><v>1</v></c>' * 1_000}</row>" * (limits.MOST_CELLS // 1_000)

    (sheet,) = read_tables(handmade(sheet_xml(boxes)), "plan.xlsx")
    assert sum(len(row.cells) for row in sheet.rows) == limits.MOST_CELLS
    one_more = handmade(sheet_xml(f"{boxes}<row><c><v>1</v></c></row>"))
    assert "ifyllda rutor" in refusal(one_more, memory=10_000_000)

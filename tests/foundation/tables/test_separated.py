"""Tables as text are read whichever separator and encoding their program chose."""

import codecs

import pytest

from foundation.importing.refusal import Refused
from foundation.tables.reading import read_tables

TABLE = [["Åtgärd", "Ansvarig"], ["Fler lyktor, på torget", "Gata; park"], ["Öl", "Ån"]]


def written(separator):
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in TABLE)


def texts(content):
    (sheet,) = read_tables(content, "plan.csv")
    return [[row[at].text for at in range(1, max(row.filled) + 1)] for row in sheet.rows]


ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "windows": lambda text: text.encode("cp1252"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 the other way": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 without mark": lambda text: text.encode("utf-16-le"),
}


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_separator_in_every_encoding_gives_the_same_table(separator, encoding):
    assert texts(ENCODINGS[encoding](written(separator))) == TABLE


def test_a_first_line_for_excel_names_the_separator():
    assert texts(f"sep=|\n{written('|')}".encode()) == TABLE


def test_title_rows_above_and_commas_in_texts_do_not_mislead():
    content = (
        "Plan för trygghet, antagen av KS, 2025\n\n"
        "Nr;Åtgärd;Klar\n1;Lampor, bänkar, träd;2025\n2;Vandring, kaffe;2026\n"
    )

    assert texts(content.encode())[1:] == [
        ["Nr", "Åtgärd", "Klar"],
        ["1", "Lampor, bänkar, träd", "2025"],
        ["2", "Vandring, kaffe", "2026"],
    ]


def test_a_box_may_hold_line_breaks():
    assert texts('Åtgärd;Parter\nX;"Polisen\nSkolan"\n'.encode())[1] == ["X", "Polisen\nSkolan"]


NO_TABLE = {
    "nothing": (b"", "tom"),
    "empty boxes": (b"\n ;;\n", "inga ifyllda rutor"),
    "spoilt letters": ("Ã¥tgÃ¤rd;x\n".encode(), "förstörda"),
    "noise": (b"a;b\x00c" * 40, "inte text"),
    "web page": (b"<html><table><tr><td>x", "en webbsida"),
    "pdf": (b"%PDF-1.7", "en pdf"),
    "an endless box": (b"a;" + b"x" * 60_000, "orimligt mycket text"),
    "an endless table": (b"x;y\n" * 20_001, "rader"),
}


@pytest.mark.parametrize("kind", NO_TABLE)
def test_what_is_no_table_is_refused_in_a_sentence(kind):
    content, says = NO_TABLE[kind]

    with pytest.raises(Refused, match=says):
        read_tables(content, "plan.csv")

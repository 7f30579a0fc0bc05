"""Excel workbooks (.xlsx), read straight from their parts, with no more memory than is allowed.

A workbook is a zip of XML. What the parts claim to hold unpacked is checked before any is opened,
and no part gives more than it claimed. DTDs, and with them entities, are refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import join, normpath

from foundation.importing.refusal import Refused
from foundation.tables import limits
from foundation.tables.sheet import Sheet
from foundation.tables.worksheet import TRUE, as_text, read_sheet
from foundation.tables.xml import BrokenXmlError, events

SAVE_AS = "Öppna den i Excel och spara den som en Excel-arbetsbok (.xlsx)."
# Formats that Excel numbers itself and that show days.
DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
PERCENT_FORMATS = {9, 10}
SHOWN_AS_PERCENT = re.compile("%")
SHOWN_AS_DATE = re.compile(r"[dmyhåÅ]", re.IGNORECASE)
NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    BrokenXmlError,
    KeyError,
    IndexError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
)


@dataclass(frozen=True)
class Book:
    """What the cells of all sheets refer to."""

    texts: list[str]
    date_styles: frozenset[int]
    percent_styles: frozenset[int]
    struck_styles: frozenset[int]
    counts_from_1904: bool


def read_workbook(content: bytes, name: str) -> list[Sheet]:
    """The sheets of the workbook in their order."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_what_is_no_workbook(archive, name)
            return list(_sheets(archive, name))
    except Refused:
        raise
    except BROKEN:
        raise Refused(f"Filen {name} är skadad och går inte att läsa. {SAVE_AS}") from None


def _refuse_what_is_no_workbook(archive: zipfile.ZipFile, name: str) -> None:
    parts = {info.filename: info for info in archive.infolist()}
    if len(archive.infolist()) > limits.MOST_PARTS:
        raise _too_large(name)
    if any(info.flag_bits & 1 for info in parts.values()):
        raise Refused(f"Filen {name} är skyddad med lösenord. Ta bort lösenordet och försök igen.")
    if "mimetype" in parts or "content.xml" in parts:
        raise Refused(f"Filen {name} är ett LibreOffice-dokument. Spara det som Excel (.xlsx).")
    if "[Content_Types].xml" not in parts:
        raise Refused(f"Filen {name} är en zip-fil, inte en Excelfil. Packa upp den först.")
    read = [info for path, info in parts.items() if path.endswith((".xml", ".rels"))]
    if sum(info.file_size for info in read) > limits.LARGEST_UNPACKED:
        raise _too_large(name)
    kinds = " ".join(
        said.get("ContentType", "") for _, said in _starts(archive, "[Content_Types].xml", name)
    )
    if "macroEnabled" in kinds or any(path.endswith("vbaProject.bin") for path in parts):
        raise Refused(f"Filen {name} innehåller makron. Spara den som .xlsx utan makron.")
    if "wordprocessingml" in kinds:
        raise Refused(
            f"Filen {name} är ett Worddokument. Kopiera tabellen i den till Excel och spara som "
            "Excel-arbetsbok (.xlsx)."
        )
    if "spreadsheetml" not in kinds:
        raise Refused(f"Filen {name} är inget Exceldokument. {SAVE_AS}")


def _sheets(archive: zipfile.ZipFile, name: str) -> Iterator[Sheet]:
    path = _workbook_path(archive, name)
    targets = _relations(archive, path, name)
    paths = dict(targets.values())
    tags = _starts(archive, path, name)
    formats, struck = _looks(archive, paths.get("styles", ""), name)
    book = Book(
        texts=_texts(archive, paths.get("sharedStrings", ""), name),
        date_styles=_styles(formats, DATE_FORMATS, SHOWN_AS_DATE),
        percent_styles=_styles(formats, PERCENT_FORMATS, SHOWN_AS_PERCENT),
        struck_styles=struck,
        counts_from_1904=any(
            tag == "workbookPr" and said.get("date1904") in TRUE for tag, said in tags
        ),
    )
    named = [said for tag, said in tags if tag == "sheet"]
    if len(named) > limits.MOST_SHEETS:
        raise Refused(f"Filen {name} har fler än {limits.MOST_SHEETS} blad.")
    left = limits.MOST_CELLS
    for said in named:
        kind, target = targets[said["id"]]
        if kind != "worksheet":
            continue
        is_hidden = said.get("state", "visible") != "visible"
        sheet = Sheet(said.get("name", "").strip(), is_hidden=is_hidden)
        with archive.open(target) as part:
            left -= read_sheet(part, sheet, book, left, name)
        yield sheet


def _workbook_path(archive: zipfile.ZipFile, name: str) -> str:
    paths = dict(_relations(archive, "", name).values())
    return paths.get("officeDocument", "xl/workbook.xml")


def _relations(archive: zipfile.ZipFile, path: str, name: str) -> dict[str, tuple[str, str]]:
    """What the part refers to: of which kind and where, by the names that it uses for them."""
    folder, _, file = path.rpartition("/")
    rels = join(folder, "_rels", f"{file}.rels")
    if rels not in archive.namelist():
        return {}
    return {
        said.get("Id", ""): (
            said.get("Type", "").rpartition("/")[2],
            normpath(join("/", folder, said.get("Target", ""))).lstrip("/"),
        )
        for tag, said in _starts(archive, rels, name)
        if tag == "Relationship" and said.get("TargetMode") != "External"
    }


def _texts(archive: zipfile.ZipFile, path: str, name: str) -> list[str]:
    """The texts that cells refer to by number, without the readings that Japanese adds."""
    if path not in archive.namelist():
        return []
    texts, pieces, is_reading = [], [], False
    for tag, said, text in _events(archive, path, name, limits.LARGEST_TEXTS):
        if tag == "rPh":
            is_reading = said is not None
        elif said is None and tag == "t" and not is_reading:
            pieces.append(text)
        elif said is None and tag == "si":
            texts.append(as_text("".join(pieces)))
            pieces.clear()
    return texts


def _looks(
    archive: zipfile.ZipFile, path: str, name: str
) -> tuple[list[tuple[int, str | None]], frozenset[int]]:
    """The format of each style, its number and how the file writes its own; and the styles that strike."""
    if path not in archive.namelist():
        return [], frozenset()
    own, styles, struck_fonts, fonts, within = {}, [], set(), 0, ""
    for tag, said, _ in _events(archive, path, name, limits.LARGEST_PART):
        if tag in ("fonts", "cellXfs"):
            within = tag if said is not None else ""
        elif said is None:
            fonts += tag == "font" and within == "fonts"
        elif tag == "numFmt":
            own[int(said.get("numFmtId", "0"))] = said.get("formatCode", "")
        elif tag == "strike" and within == "fonts" and said.get("val", "1") in TRUE:
            struck_fonts.add(fonts)
        elif tag == "xf" and within == "cellXfs":
            styles.append((int(said.get("numFmtId", "0")), int(said.get("fontId", "0"))))
    return (
        [(number, own.get(number)) for number, _ in styles],
        frozenset(at for at, (_, font) in enumerate(styles) if font in struck_fonts),
    )


def _styles(
    formats: list[tuple[int, str | None]], known: set[int], written: re.Pattern[str]
) -> frozenset[int]:
    """The styles, by number, in which Excel shows a number as a day, or as a percentage."""
    return frozenset(
        at
        for at, (number, own) in enumerate(formats)
        if (number in known if own is None else written.search(NOT_SHOWN.sub("", own)))
    )


def _starts(archive: zipfile.ZipFile, path: str, name: str) -> list[tuple[str, dict[str, str]]]:
    return [
        (tag, said)
        for tag, said, _ in _events(archive, path, name, limits.LARGEST_PART)
        if said is not None
    ]


def _events(archive: zipfile.ZipFile, path: str, name: str, largest: int) -> Iterator[tuple]:
    info = archive.getinfo(path)
    if info.file_size > largest:
        raise _too_large(name)
    with archive.open(info) as part:
        yield from events(part)


def _too_large(name: str) -> Refused:
    return Refused(f"Filen {name} blir orimligt stor när den packas upp och läses därför inte.")

"""The period of a figure: "2024", "2019–2020", "2024K1", "2024M03", "läsåret 2023/24"."""

import datetime
import re
from dataclasses import dataclass

from actionplan.importing.times import UnreadableTimeError, read_date, read_span
from actionplan.period import ends_too_early
from foundation.precise_date import PreciseDate
from foundation.precise_date.parsing import parse
from foundation.tables.sheet import Cell

# SCB's months, and marks that lead to a note below the table.
MONTH = re.compile(r"(\d{4})M(\d{1,2})", re.IGNORECASE)
MARKED = re.compile(r"(?P<period>.*\d{4})\s*(?P<mark>\*+|\(?[1-9a-z]\)|[¹²³⁴⁵]+⁾?)", re.IGNORECASE)
SCHOOL_YEAR = re.compile(r"(?:läsåret|läsår|lå)\s+", re.IGNORECASE)
ONE_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Period:
    """From when to when; `note` tells how a loose word was read. No start: nobody knows when."""

    starts: PreciseDate | None
    ends: PreciseDate | None = None
    note: str = ""


def read_period(cell: Cell, until: Cell) -> Period:
    """The period that the box says, or UnreadableTimeError with one sentence of Swedish."""
    first = _one(cell)
    if not until.text.strip():
        return first
    last = _one(until)
    ends = last.ends or last.starts
    if ends == first.starts:
        return first
    if ends_too_early(first.starts, ends):
        raise UnreadableTimeError("Slutet kommer före början.")
    return Period(first.starts, ends, " ".join(filter(None, (first.note, last.note))))


def _one(cell: Cell) -> Period:
    if cell.problem:
        raise UnreadableTimeError(f"{cell.problem}.")
    if isinstance(cell.value, datetime.date):
        return Period(read_date(cell)[0])
    text, note = " ".join(cell.text.split()), ""
    if not text:
        raise UnreadableTimeError("Skriv vilken period siffran gäller.")
    if found := MARKED.fullmatch(text):
        note = f"”{text}” läses som {found['period'].strip()}."
        text = found["period"].strip()
    text = SCHOOL_YEAR.sub("", text)
    if found := MONTH.fullmatch(text):
        text = f"{found[1]}-{found[2]}"
    try:
        return Period(parse(text), note=note)
    except ValueError as error:
        reason = str(error)
    span = read_span(Cell(text))
    if span.starts is None or span.due is None or span.is_continuous:
        raise UnreadableTimeError(reason)
    return Period(span.starts, span.due, " ".join(filter(None, (note, span.note))))


def is_period(cell: Cell) -> bool:
    """Whether a heading is a year, a quarter, a month or some years: then figures stand below."""
    if isinstance(cell.value, datetime.date) or cell.problem:
        return False
    text = cell.text.strip()
    if len(text) > 30 or not ONE_YEAR.match(text) or (text.isdecimal() and len(text) != 4):
        return False
    try:
        _one(cell)
    except (UnreadableTimeError, ValueError):
        return False
    return True

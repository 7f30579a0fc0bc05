"""A figure as people write it: "12,3", "1 234", "12,3 %", or a word that says why there is none."""

import math
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from actionplan.importing.figures.words import MISSING, SUPPRESSED, Status
from foundation.importing.refusal import shown
from foundation.swedish.numbers import number
from foundation.tables.sheet import Cell

MOST_DECIMALS = 4
LARGEST = Decimal(10) ** 10
NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>\d{1,3}(?: \d{3})+|\d+)(?:[.,](?P<part>\d+))?"
    r"(?P<percent> ?(?:%|procent))?"
)
# Either separator may part thousands, where the other one follows and says so.
PARTED = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+)")
# "12,3*", "12,3¹", "12,3 1)": what leads to a note below the table.
MARKED = re.compile(r"(?P<figure>.*\d(?: ?%)?)\s*(?P<mark>\*+\)?|[¹²³⁴⁵⁶⁷⁸⁹]+⁾?|(?<=\s)\d\))")
# "1.234" may be a thousand and more, or one and some.
AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
TOO_SMALL = re.compile(r"[<≤]\s*\d.*")
DASH = "”-” kan betyda noll eller att uppgift saknas: skriv 0 eller två punkter"


@dataclass(frozen=True)
class Figure:
    """A figure, or why there is none; `problem` if the box cannot be read at all."""

    value: Decimal | None = None
    status: str = ""
    problem: str = ""
    is_rounded: bool = False
    is_percent: bool = False
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands there."""
        return self == NO_WORD


NO_WORD = Figure()


def read_figure(cell: Cell) -> Figure:
    """What the box says."""
    if cell.problem:
        return Figure(problem=cell.problem)
    match cell.value:
        case None:
            return NO_WORD
        case bool():
            return Figure(problem=f"{shown(cell.text)} är inget tal")
        case int() | float():
            return _of_number(cell)
    text = re.sub(r"\s", " ", cell.text).strip()
    text = re.sub("^[–—−‐‑]", "-", text)
    if not text:
        return NO_WORD
    if text.casefold() in MISSING:
        return Figure(status=Status.MISSING)
    if text.casefold() in SUPPRESSED:
        return Figure(status=Status.SUPPRESSED)
    if text == "-":
        return Figure(problem=DASH)
    if TOO_SMALL.fullmatch(text):
        return Figure(
            problem=f"{shown(text)} är inget tal: skriv ”visas inte” om siffran är för liten att visa"
        )
    if marked := MARKED.fullmatch(text):
        figure = read_figure(Cell(marked["figure"]))
        if figure.value is not None:
            note = f"{shown(text)} läses som {number(figure.value)}: märket leder till en fotnot."
            return replace(figure, note=note)
    note = ""
    if AMBIGUOUS.fullmatch(text):
        note = f"{shown(text)} läses som {text.replace('.', ',')}, inte som tusental."
    if PARTED.fullmatch(text):
        thousands = "." if text.rindex(",") > text.rindex(".") else ","
        text = text.replace(thousands, "")
    found = NUMBER.fullmatch(text)
    if not found:
        return Figure(problem=f"{shown(text)} är inget tal")
    whole = found["whole"].replace(" ", "")
    return _bounded(
        Decimal(f"{found['sign']}{whole}.{found['part'] or 0}"),
        is_percent=bool(found["percent"]),
        note=note,
    )


def _of_number(cell: Cell) -> Figure:
    if not math.isfinite(cell.value):
        return Figure(problem=f"{shown(cell.text)} är inget tal")
    value = Decimal(str(cell.value))
    return _bounded(value * 100 if cell.is_percent else value, is_percent=cell.is_percent)


def _bounded(value: Decimal, *, is_percent: bool = False, note: str = "") -> Figure:
    if abs(value) >= LARGEST:
        return Figure(problem="talet är orimligt stort")
    rounded = round(value, MOST_DECIMALS)
    plain = Decimal(f"{rounded.normalize():f}")
    return Figure(plain, is_rounded=rounded != value, is_percent=is_percent, note=note)


def read_interval(cell: Cell, value: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """The ends of "9,1–12,3", or of "± 1,5" around the figure; None if the box says neither."""
    text = re.sub(r"\s", " ", cell.text).strip().strip("[]()")
    margin = re.sub(r"^(?:±|\+/-|\+-)\s*", "", text)
    found = read_figure(Cell(margin) if isinstance(cell.value, str) else cell)
    if value is not None and found.value is not None and found.value >= 0:
        return value - found.value, value + found.value
    ends = re.split(r" ?[–—-] ?|; ?| till ", text)
    if len(ends) != 2:
        return None
    low, high = (read_figure(Cell(end)).value for end in ends)
    return None if low is None or high is None else (low, high)

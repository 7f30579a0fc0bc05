"""Times as plans write them: "löpande", "v. 47 2025", "hösten 2025", "senast 31/12 2025", "2025–2026"."""

import calendar
import datetime
import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from actionplan.importing.words import is_nothing
from actionplan.period import ends_too_early, period_in_words
from foundation.precise_date import PreciseDate
from foundation.precise_date.dates import YEAR_OUT_OF_RANGE
from foundation.precise_date.parsing import parse
from foundation.swedish.dates import MONTHS
from foundation.tables.sheet import Cell
from foundation.tables.worksheet import day_of_serial

CONTINUOUS = re.compile(
    r"(?:löpande|tills vidare|tillsvidare|kontinuerligt?|ständigt|pågående|fortlöpande|"
    r"pågår löpande|permanent|årligen|varje år)(?: (?:arbete|under \w+|hela \w+))?",
)
AT_THE_LATEST = re.compile(
    r"(?:senast|klart? senast|klart?|färdigt?|före|innan|till och med|t\.? ?o\.? ?m\.?|deadline|"
    r"slutet av|under|i|per|är)\s+(?:den\s+)?"
)
FROM = re.compile(
    r"(?:från och med|fr\.? ?o\.? ?m\.?|från|start(?:ar)?|påbörjas|med start)\s+(?:i\s+)?"
)
# Before years, saying only that they are some: "mandatperioden 2023-2026".
PERIOD = re.compile(r"^(?:under )?(?:mandatperioden|planperioden|perioden|åren) (?=(?:19|20)\d\d)")
TIME_OF_DAY = re.compile(r"(?<=\d{4}-\d\d-\d\d)[ t]\d\d:\d\d(?::\d\d(?:\.\d+)?)?z?$")
# Work that goes on all the time between two ends.
STEADILY = re.compile(r"löpande(?: under)? (?P<after>.+)|(?P<before>.+?),? \(?löpande\)?")
ONWARDS = re.compile(r"\s*(?:och framåt|och tills vidare|-\s*tills vidare|-\s*löpande|\s-|-)$")
SEASONS = {
    "våren": (3, 5),
    "vår": (3, 5),
    "sommaren": (6, 8),
    "sommar": (6, 8),
    "hösten": (9, 11),
    "höst": (9, 11),
    "vt": (1, 6),
    "vårterminen": (1, 6),
    "ht": (8, 12),
    "höstterminen": (8, 12),
    "första halvåret": (1, 6),
    "halvår 1": (1, 6),
    "andra halvåret": (7, 12),
    "halvårsskiftet": (6, 6),
    "halvår 2": (7, 12),
}
SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
WEEK = re.compile(
    rf"(?:{YEAR}[ -]*)?[vw](?:ecka|\.)? ?(?P<week>[0-9]{{1,2}})(?:[ ,-]*(?P<after>20[0-9]{{2}}))?"
)


# The two ends of a span that share what stands once: a month, a year or the word for a week.
SHARING = (
    (re.compile(r"(\d{4}-\d\d-\d\d) ?(?:/|--?) ?(\d{4}-\d\d-\d\d)"), r"\1", r"\2"),
    (re.compile(r"v(?:ecka|eckor|\.)? ?(\d+) ?- ?(\d+),? (20\d\d)"), r"v\1 \3", r"v\2 \3"),
    (re.compile(r"(\d{1,2}) ?- ?(\d{1,2} ([a-zåäö]+ 20\d\d))"), r"\1 \3", r"\2"),
    (re.compile(r"(\d{1,2}/\d{1,2}) ?- ?(\d{1,2}/\d{1,2}[ -]+(20\d\d))"), r"\1 \3", r"\2"),
    (re.compile(r"([a-zåäö]+) ?- ?([a-zåäö]+ ?(-\d\d))"), r"\1 \3", r"\2"),
)


@dataclass(frozen=True)
class Span:
    """When work goes on, as far as the text says; `note` tells how a loose word was read."""

    starts: PreciseDate | None = None
    due: PreciseDate | None = None
    is_continuous: bool = False
    note: str = ""


class UnreadableTimeError(ValueError):
    """The text says no time that can be read; the message says why in Swedish."""


def _of_our_time(read: Callable) -> Callable:
    """Reads no time that no page can show: 9999-12-31 is how other systems say that there is no end."""

    @functools.wraps(read)
    def reading(*args: Cell, **kwargs: bool) -> object:
        try:
            return read(*args, **kwargs)
        except UnreadableTimeError:
            raise
        except ValueError:
            raise UnreadableTimeError(YEAR_OUT_OF_RANGE) from None

    return reading


@_of_our_time
def read_span(cell: Cell) -> Span:
    """The time that a box says. A lone date is when the work is to be done."""
    if isinstance(cell.value, datetime.date):
        return Span(due=PreciseDate.of_day(cell.value))
    text = _tidy(cell.text)
    if is_nothing(text):
        return Span()
    if CONTINUOUS.fullmatch(text):
        return Span(is_continuous=True)
    if found := FROM.match(text):
        rest, onwards = text[found.end() :], ONWARDS.search(text)
        if not onwards and (pair := _parted(rest)):
            return _between(*pair)
        start = _end_of(ONWARDS.sub("", rest), is_start=True)
        return Span(starts=start[0], is_continuous=bool(onwards), note=start[1])
    if (found := ONWARDS.search(text)) and found.start():
        start, note = _end_of(text[: found.start()], is_start=True)
        return Span(starts=start, is_continuous=True, note=note)
    if (found := STEADILY.fullmatch(text)) and (pair := _parted(found["after"] or found["before"])):
        span = _between(*pair)
        return replace(span, note=f"”{text}” lästes som {period_in_words(span.starts, span.due)}.")
    if pair := _parted(text):
        return _between(*pair)
    due, note = _end_of(text, is_start=False)
    return Span(due=due, note=note)


def read_start(cell: Cell) -> Span:
    """The time that a box says where work begins. A lone date is its beginning."""
    span = read_span(cell)
    if span.starts or not span.due:
        return span
    start, note = read_date(cell, is_start=True)
    return Span(starts=start, note=note)


@_of_our_time
def read_date(cell: Cell, *, is_start: bool = False) -> tuple[PreciseDate | None, str]:
    """The one date that a box says, with how a loose word was read; nothing where it says nothing."""
    if isinstance(cell.value, datetime.date):
        return PreciseDate.of_day(cell.value), ""
    text = _tidy(cell.text)
    return (None, "") if is_nothing(text) else _end_of(text, is_start=is_start)


def _tidy(text: str) -> str:
    text = re.sub("[‐‑–—−]", "-", " ".join(text.split())).casefold().strip(" .")
    text = re.sub(r"^(?:ca|cirka|ungefär|preliminärt|prel)\.? ", "", text)
    return TIME_OF_DAY.sub("", PERIOD.sub("", text))


def _parted(text: str) -> tuple[str, str] | None:
    """The two ends of a span, if the text has two."""
    if found := re.fullmatch(r"((?:19|20)\d\d) ?[-/] ?((?:19|20)\d\d)", text):
        return found[1], found[2]
    if found := re.fullmatch(r"((?:19|20)(\d\d)) ?[-/] ?(\d\d)", text):
        # 2025-06 is June, 2025-26 are two years.
        if int(found[3]) > 12:
            return found[1], f"{found[1][:2]}{found[3]}"
        return None
    for form, first, last in SHARING:
        if found := form.fullmatch(text):
            return found.expand(first), found.expand(last)
    for part in (r" - ", r" till ", r" t\.?o\.?m\.? ", r" och "):
        halves = re.split(part, text)
        if len(halves) == 2:
            return halves[0], halves[1]
    if found := re.fullmatch(
        r"((?:kv(?:artal)?\.?|q) ?[1-4]) ?- ?(?:(?:kv(?:artal)?\.?|q) ?)?([1-4]) (20\d\d)", text
    ):
        return f"{found[1]} {found[3]}", f"q{found[2]} {found[3]}"
    halves = text.split("-")
    if (
        len(halves) == 2
        and re.search("[a-zåäö]", halves[0])
        and not re.fullmatch(r"\d\d", halves[1].strip())
    ):
        return halves[0], halves[1]
    return None


def _between(first: str, last: str) -> Span:
    year = re.search(r"(?:19|20)\d\d", last)
    if year and not re.search(r"\d{4}", first):
        # "mars – juni 2025", "1 mars – 3 juni 2025": the year stands once.
        first = f"{first.strip()} {year[0]}"
    if re.fullmatch(r"(?:löpande|tills vidare|pågående)", last.strip()):
        start, note = _end_of(first, is_start=True)
        return Span(starts=start, is_continuous=True, note=note)
    starts, first_note = _end_of(first, is_start=True)
    due, last_note = _end_of(last, is_start=False)
    if ends_too_early(starts, due):
        raise UnreadableTimeError("Slutet kommer före början.")
    return Span(starts, due, note=" ".join(note for note in (first_note, last_note) if note))


def _end_of(text: str, *, is_start: bool) -> tuple[PreciseDate, str]:
    """One date. Where Swedish says a stretch (a week, a season), its first or last part."""
    text = text.strip(" ,.")
    if (found := AT_THE_LATEST.match(text)) and found.end() < len(text):
        text = text[found.end() :]
    if re.fullmatch(r"[3-6]\d{4}", text):
        day = day_of_serial(int(text))
        return PreciseDate.of_day(day), f"Excels tal {text} lästes som {PreciseDate.of_day(day)}."
    for read in (_week, _season, _turn_of_year, _two_digit_year):
        if found := read(text, is_start):
            return found, f"”{text}” lästes som {found}."
    try:
        return parse(text), ""
    except ValueError as error:
        raise UnreadableTimeError(str(error)) from None


def _week(text: str, is_start: bool) -> PreciseDate | None:
    found = WEEK.fullmatch(text)
    if not found:
        return None
    year = found["year"] or found["after"]
    if not year:
        raise UnreadableTimeError("Skriv också året, till exempel v. 47 2025.")
    try:
        day = datetime.date.fromisocalendar(int(year), int(found["week"]), 1 if is_start else 7)
    except ValueError:
        raise UnreadableTimeError(f"Det finns ingen vecka {found['week']} år {year}.") from None
    return PreciseDate.of_day(day)


def _season(text: str, is_start: bool) -> PreciseDate | None:
    found = re.fullmatch(r"(?P<word>[a-zåäö ]+?(?: [12])?)[ .-]*(?P<year>(?:20)?[0-9]{2})", text)
    if not found or found["word"].strip() not in SEASONS:
        return None
    first, last = SEASONS[found["word"].strip()]
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    return PreciseDate.of_month(year, first if is_start else last)


def _turn_of_year(text: str, is_start: bool) -> PreciseDate | None:
    found = re.fullmatch(r"(?:vid )?(?:årsskiftet|nyår) (20\d\d) ?[/-] ?(?:20)?\d\d", text)
    return PreciseDate.of_day(datetime.date(int(found[1]), 12, 31)) if found else None


def _two_digit_year(text: str, is_start: bool) -> PreciseDate | None:
    """31/12-25, Q3 -25 and juni-26, and the short day 251231 that Swedish offices write."""
    if found := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[ /.-]+(\d{2})", text):
        day, month, year = int(found[1]), int(found[2]), 2000 + int(found[3])
    elif found := re.fullmatch(r"(2\d)(\d\d)(\d\d)", text):
        year, month, day = 2000 + int(found[1]), int(found[2]), int(found[3])
    elif found := re.fullmatch(r"(?:kv(?:artal)?\.?|q) ?([1-4])[ -]+'?(\d{2})", text):
        return PreciseDate.of_quarter(2000 + int(found[2]), int(found[1]))
    elif (found := re.fullmatch(r"([a-zåäö]{3,9})\.?[ -]+'?(\d{2})", text)) and found[1][
        :3
    ] in SHORT_MONTHS:
        return PreciseDate.of_month(2000 + int(found[2]), SHORT_MONTHS[found[1][:3]])
    else:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise UnreadableTimeError(f"{text} är inget datum.")
    return PreciseDate.of_day(datetime.date(year, month, day))

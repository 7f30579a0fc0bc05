"""What the file wants of each figure, with everything that could not be read said aloud."""

import datetime
import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from actionplan.importing.figures.numbers import Figure, read_figure, read_interval
from actionplan.importing.figures.periods import Period, read_period
from actionplan.importing.figures.places import Places
from actionplan.importing.figures.reading import FigureTable, Reading
from actionplan.importing.figures.words import NAMES, STATUS_OF, Status, group_named
from actionplan.importing.times import UnreadableTimeError
from actionplan.importing.words import plain
from foundation.importing.refusal import shown
from foundation.precise_date import PreciseDate
from foundation.swedish.numbers import number
from foundation.tables.sheet import Cell

LONGEST = {"geography": 80, "group": 80, "note": 250, "source_text": 250, "source_url": 200}
# "12,3 ± 1,1" and "12,3 (11,1–13,5)": how sure the figure is stands beside it.
WITH_INTERVAL = re.compile(
    r"(?P<figure>[^±()]{0,40}\d ?%?) ?(?P<interval>±.{1,40}|\(\d[^()]{0,40}[–-][^()]{1,40}\))"
)
MOST_IN_BASE = 2_147_483_647
Key = tuple[PreciseDate | None, PreciseDate | None, str, str]
# What the site's own file says of a figure where it is silent.
SILENT = {"low": None, "high": None, "base": None, "note": "", "source_text": "", "source_url": ""}


@dataclass
class Wanted:
    """A figure as the file wants it; `values` holds only what the file says of it."""

    spot: str
    what: str
    period: Period | None = None
    geography: str = ""
    group: str = ""
    values: dict[str, object] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    left_out: str = ""

    @property
    def key(self) -> Key:
        """What makes it the same figure as another: of the same time, place and group."""
        return (self.period.starts, self.period.ends, plain(self.geography), plain(self.group))


def wanted_of(
    table: FigureTable, places: Places, *, only_everybody: bool, today: datetime.date
) -> list[Wanted]:
    """Every figure of the table that is about a place to be taken, in its order."""
    found = []
    groups = 0
    for reading in table.readings:
        place = places.find(reading.place)
        if not place and reading.place.strip():
            continue
        group, notes = (reading.groups[0], []) if table.is_own else _group(reading.groups)
        if only_everybody and group:
            groups += 1
            continue
        wanted = Wanted(str(reading.spot), "", None, place, group, notes=notes)
        if table.is_own:
            wanted.values |= SILENT
        _fill(wanted, reading, today, is_own=table.is_own)
        found.append(wanted)
    if groups:
        table.notes.append(f"{groups} värden är om en grupp för sig och tas inte med.")
    if not table.is_own:
        _part_duplicates(found)
    return found


def _group(told: list[str]) -> tuple[str, list[str]]:
    """The group in words, of all that the file says of it: "kvinnor, 16–24 år"."""
    named = [group_named(one) for one in told]
    return ", ".join(filter(None, dict.fromkeys(name for name, _ in named))), [
        note for _, note in named if note
    ]


def _fill(wanted: Wanted, reading: Reading, today: datetime.date, *, is_own: bool) -> None:
    said = " ".join(reading.period.text.split()) or "okänd period"
    place, group = wanted.geography, wanted.group
    wanted.what = ", ".join(filter(None, (said, place, group)))
    if reading.withdrawn:
        wanted.left_out = reading.withdrawn
    elif not place:
        wanted.left_out = "Filen säger inte vilken plats siffran gäller. Skriv den under Platser."
    elif len(place) > LONGEST["geography"] or len(group) > LONGEST["group"]:
        wanted.left_out = "Platsen eller gruppen har ett för långt namn: högst 80 tecken."
    if is_own and not reading.period.text.strip():
        wanted.period = Period(None)
    else:
        _read_period(wanted, reading, today)
    if not wanted.left_out:
        _read_figure(wanted, reading)
    if not wanted.left_out:
        _read_texts(wanted, reading, is_own=is_own)


def _read_period(wanted: Wanted, reading: Reading, today: datetime.date) -> None:
    try:
        wanted.period = read_period(reading.period, reading.period_to)
    except UnreadableTimeError as error:
        told = shown(reading.period.text) if reading.period.text.strip() else "Rutan är tom"
        wanted.left_out = wanted.left_out or f"Period: {told}. {error}"
        return
    if wanted.period.note:
        wanted.notes.append(wanted.period.note)
    # That a figure will be missing can be known before.
    if wanted.period.starts.first_day > today and reading.value.text.strip():
        wanted.left_out = wanted.left_out or f"{wanted.period.starts} har inte kommit än."


def _read_figure(wanted: Wanted, reading: Reading) -> None:
    if both := WITH_INTERVAL.fullmatch(" ".join(reading.value.text.split())):
        reading = replace(reading, value=Cell(both["figure"]), interval=Cell(both["interval"]))
    figure = read_figure(reading.value)
    status = _status(wanted, reading, figure)
    if wanted.left_out:
        return
    if figure.problem:
        wanted.left_out = f"{NAMES['value']}: {figure.problem}."
        return
    if figure.is_empty and status not in (Status.MISSING, Status.SUPPRESSED):
        wanted.left_out = "Rutan är tom. Skriv två punkter om uppgiften saknas."
        return
    wanted.values["value"] = figure.value
    if status:
        wanted.values["status"] = status
    if figure.note:
        wanted.notes.append(figure.note)
    if figure.is_rounded:
        wanted.notes.append("Siffran har fler än fyra decimaler och avrundas.")
    if figure.value is not None:
        _read_interval(wanted, reading, figure.value)
    _read_base(wanted, reading.base)


def _status(wanted: Wanted, reading: Reading, figure: Figure) -> str:
    """Whether the figure holds, as far as the file says so; "" where it says nothing."""
    said = plain(reading.status)
    if said and said not in STATUS_OF:
        wanted.left_out = f"Status: ordet {shown(reading.status)} är okänt."
        return ""
    status = STATUS_OF.get(said, "")
    if figure.value is None and figure.status:
        return status if status and not status.has_figure else figure.status
    if status and not status.has_figure and figure.value is not None:
        wanted.left_out = f"Filen säger både {number(figure.value)} och ”{reading.status}”."
    return status


def _read_interval(wanted: Wanted, reading: Reading, value: Decimal) -> None:
    ends: list[Decimal | None] = []
    for cell in (reading.low, reading.high):
        end = read_figure(cell)
        if end.problem:
            wanted.notes.append(f"Osäkerhet: {end.problem}. Osäkerheten tas inte med.")
            return
        ends.append(end.value)
    if reading.interval.text.strip():
        found = read_interval(reading.interval, value)
        if found is None:
            told = shown(reading.interval.text)
            wanted.notes.append(
                f"Osäkerhet: {told} läses inte. Skriv som 9,1–12,3. Osäkerheten tas inte med."
            )
            return
        ends = list(found)
    low, high = ends
    if low is None and high is None:
        return
    if low is None or high is None or not low <= value <= high:
        wanted.notes.append(
            "Osäkerhet: värdet ska ligga mellan det lägsta och det högsta. Osäkerheten tas inte med."
        )
        return
    wanted.values |= {"low": low, "high": high}


def _read_base(wanted: Wanted, cell: Cell) -> None:
    figure = read_figure(cell)
    value = figure.value
    if figure.problem or (
        value is not None and (value != int(value) or not 0 <= value <= MOST_IN_BASE)
    ):
        wanted.notes.append(f"{NAMES['base']}: {shown(cell.text)} är inget antal och tas inte med.")
    elif value is not None:
        wanted.values["base"] = int(value)


def _read_texts(wanted: Wanted, reading: Reading, *, is_own: bool) -> None:
    for name in ("note", "source_text", "source_url"):
        text = getattr(reading, name)
        text = text if is_own else " ".join(text.split())
        if not text:
            continue
        if len(text) > LONGEST[name]:
            wanted.notes.append(
                f"{NAMES[name]}: texten är längre än {LONGEST[name]} tecken och tas inte med."
            )
        elif name == "source_url" and not is_address(text):
            wanted.notes.append(f"{NAMES[name]}: {shown(text)} är ingen adress och tas inte med.")
        else:
            wanted.values[name] = text


def is_address(text: str) -> bool:
    """Whether the text leads to a page on the web."""
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        return False
    return bool(re.match(r"https?://", text))


def _part_duplicates(found: list[Wanted]) -> None:
    """The same figure twice counts once; two figures for the same are none."""
    first: dict[Key, Wanted] = {}
    for one in found:
        if one.left_out:
            continue
        other = first.setdefault(one.key, one)
        if other is one:
            continue
        if other.values.get("value") == one.values.get("value"):
            one.left_out = f"Samma siffra står redan på {other.spot[:1].lower()}{other.spot[1:]}."
            continue
        for this, that in ((one, other), (other, one)):
            this.left_out = this.left_out or (
                f"En annan siffra för samma period, plats och grupp står på "
                f"{that.spot[:1].lower()}{that.spot[1:]}. Ingen av dem tas med."
            )

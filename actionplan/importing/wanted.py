"""What the file wants of each measure, with everything that could not be read said aloud."""

import datetime
import re
from dataclasses import dataclass, field, replace
from uuid import UUID

from actionplan.importing.lines import Line
from actionplan.importing.names import read_names
from actionplan.importing.status_of_row import read_status
from actionplan.importing.table import MeasureTable
from actionplan.importing.times import UnreadableTimeError, read_date, read_span, read_start
from actionplan.importing.words import (
    INTERVALS,
    KINDS,
    LEVELS,
    NAMES,
    is_ditto,
    is_nothing,
    one_of,
    plain,
)
from actionplan.period import ends_too_early
from actionplan.status import MeasureStatus
from foundation.importing.refusal import shown
from foundation.tables.sheet import Cell

TEXTS = (
    *("summary", "official_wording", "problem", "goal", "body", "place"),
    *("follow_up_how", "source_text", "source_url"),
)
LONGEST = {
    "number": 10,
    "title": 255,
    "summary": 500,
    "place": 120,
    "source_text": 250,
    "source_url": 200,
}
CHOICES = {
    "follow_up_interval": INTERVALS,
    "prevention_kind": KINDS,
    "prevention_level": LEVELS,
}
# "1.2 Fler lyktor", "3 b Läxhjälp" and "Åtgärd 4: läxhjälp"; "100 lyktor" is no number and its title.
LEADING_NUMBER = re.compile(
    r"^(?:[Åå]tgärd )?(\d{1,3}(?:\.\d{1,3}){0,3}(?: ?[a-h](?=[.):\s])|[a-z](?=[.):\s]))?)"
    r"(?:[.):]\s*|\s+(?=[A-ZÅÄÖ\"”]))(?=\D)"
)

UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
BULLET = re.compile(r"^[-–—•·*]\s+", re.MULTILINE)


@dataclass
class Wanted:
    """A measure as the file has it. `values` holds only what the file says and could be read."""

    row: int
    title: str = ""
    number: str = ""
    key: UUID | None = None
    area: str = ""
    values: dict[str, object] = field(default_factory=dict)
    responsible: list[str] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=dict)
    indicators: list[str] = field(default_factory=list)
    keys: dict[str, UUID] = field(default_factory=dict)
    status: MeasureStatus | None = None
    status_word: str = ""
    status_on: datetime.date | None = None
    status_text: str = ""
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    left_out: str = ""

    def note(self, line: Line, name: str, text: str) -> None:
        """Say something about a box, with its row and column."""
        self.notes.append(f"{line.place(name)} ({NAMES[name]}): {text}")


def wanted_of(table: MeasureTable) -> list[Wanted]:
    """Every measure of the table, in its order."""
    found = [_wanted(line, table.is_ours) for line in table.lines]
    _part_duplicates(found)
    return found


def _wanted(line: Line, is_ours: bool) -> Wanted:
    wanted = Wanted(line.number)
    is_struck = any(cell.is_struck for _, cell in line.cells.get("title", []))
    for name, cells in line.cells.items():
        if name == "computed":
            continue
        for _, cell in cells:
            if cell.problem:
                wanted.note(line, name, f"{cell.problem}. Uppgiften tas inte med.")
            elif not is_ours and is_ditto(cell.text):
                wanted.note(line, name, f"{shown(cell.text)} läses inte: skriv ut vad som menas.")
            if cell.is_struck and (name == "title" or not is_struck):
                wanted.note(
                    line, name, "texten är överstruken i filen. Kontrollera om den ska med."
                )
        if not is_ours:
            cells[:] = [(at, _seen(cell)) for at, cell in cells if not is_ditto(cell.text)]
    if line.is_hidden:
        wanted.notes.append(f"Rad {line.number} är dold i filen. Kontrollera om den ska med.")
    wanted.area = line.text("focus_area") or line.area
    _read_title(wanted, line)
    for name in TEXTS:
        _read_text(wanted, line, name)
    read_names(wanted, line, is_ours)
    _read_times(wanted, line)
    for name, words in CHOICES.items():
        _read_choice(wanted, line, name, words)
    _read_keys(wanted, line)
    read_status(wanted, line, is_ours)
    return wanted


def _seen(cell: Cell) -> Cell:
    """The box without letters that nobody sees: where a word may be broken, and what Word leaves."""
    is_text = isinstance(cell.value, str)
    return replace(cell, value=UNSEEN.sub("", cell.value)) if is_text else cell


def _read_title(wanted: Wanted, line: Line) -> None:
    said = line.text("title")
    if len(BULLET.findall(said)) > 1:
        wanted.note(
            line, "title", "rubriken räknar upp flera saker. Dela raden om de är olika åtgärder."
        )
    title = " ".join(BULLET.sub("", said, count=1).split())
    wanted.number = line.text("number").strip().rstrip(".")
    if "number" not in line.cells and (found := LEADING_NUMBER.match(title)):
        wanted.number, title = found[1], title[found.end() :]
    if any(isinstance(cell.value, datetime.date) for _, cell in line.cells.get("number", [])):
        wanted.note(
            line,
            "number",
            f"{wanted.number} är ett datum, kanske gjort av Excel, och tas inte med.",
        )
        wanted.number = ""
    if is_nothing(wanted.number):
        wanted.number = ""
    if len(wanted.number) > LONGEST["number"]:
        wanted.note(
            line, "number", f"{shown(wanted.number)} är för långt för ett nummer och tas inte med."
        )
        wanted.number = ""
    if not title:
        wanted.left_out = "Raden har ingen rubrik."
    if len(title) > LONGEST["title"]:
        wanted.values.setdefault("official_wording", title)
        title = title[: LONGEST["title"] - 2].rsplit(" ", 1)[0] + " …"
        wanted.note(
            line,
            "title",
            "rubriken är för lång och kortas. Hela texten står i ”Så står det i beslutet”.",
        )
    wanted.title = title


def _read_text(wanted: Wanted, line: Line, name: str) -> None:
    text = "\n".join(part.strip() for part in line.text(name).splitlines() if part.strip())
    if not text or is_nothing(text):
        return
    if name in LONGEST and len(text) > LONGEST[name]:
        wanted.note(line, name, f"texten är längre än {LONGEST[name]} tecken och tas inte med.")
        return
    if name == "source_url" and not re.fullmatch(r"https?://\S+", text):
        wanted.note(line, name, f"{shown(text)} är ingen adress och tas inte med.")
        return
    if name == "follow_up_how" and (interval := one_of(INTERVALS, text)):
        wanted.values.setdefault("follow_up_interval", interval)
        return
    wanted.values[name] = text


def _read_times(wanted: Wanted, line: Line) -> None:
    for cell in _first(wanted, line, "period"):
        try:
            span = read_span(cell)
        except UnreadableTimeError as error:
            wanted.note(line, "period", f"{shown(cell.text)} går inte att läsa som en tid. {error}")
            continue
        _take_span(wanted, line, "period", span)
    for name in ("starts", "due", "next_follow_up"):
        for cell in _first(wanted, line, name):
            try:
                if name != "next_follow_up":
                    read = read_start if name == "starts" else read_span
                    _take_span(wanted, line, name, read(cell))
                    continue
                day, note = read_date(cell)
            except UnreadableTimeError as error:
                if name == "next_follow_up" and (interval := one_of(INTERVALS, cell.text)):
                    wanted.values.setdefault("follow_up_interval", interval)
                    continue
                wanted.note(line, name, f"{shown(cell.text)} går inte att läsa som en tid. {error}")
                continue
            if day:
                wanted.values[name] = day
            if note:
                wanted.note(line, name, note)
    said = plain(line.text("is_continuous"))
    if said in ("ja", "x", "true", "sant", "löpande"):
        wanted.values["is_continuous"] = True
    elif said in ("nej", "false", "falskt"):
        wanted.values["is_continuous"] = False
    elif said and not is_nothing(said):
        wanted.note(
            line, "is_continuous", f"{shown(said)} är varken ja eller nej och tas inte med."
        )
    starts, due = wanted.values.get("starts"), wanted.values.get("due")
    if ends_too_early(starts, due):
        wanted.note(line, "due", f"{due} kommer före starten, {starts}. Slutet tas inte med.")
        del wanted.values["due"]


def _first(wanted: Wanted, line: Line, name: str) -> list[Cell]:
    """The one box of the field that counts; what rows that go on with this one say is told."""
    told = [cell for _, cell in line.cells.get(name, []) if cell.text.strip()]
    for text in dict.fromkeys(cell.text for cell in told):
        if text != told[0].text:
            wanted.note(line, name, f"{shown(text)} står också för samma åtgärd och tas inte med.")
    return told[:1]


def _take_span(wanted: Wanted, line: Line, name: str, span) -> None:
    for key, value in (("starts", span.starts), ("due", span.due)):
        if value:
            wanted.values[key] = value
    if span.is_continuous:
        wanted.values["is_continuous"] = True
    if span.note:
        wanted.note(line, name, span.note)


def _read_choice(wanted: Wanted, line: Line, name: str, words: dict) -> None:
    text = line.text(name)
    if name not in line.cells or is_nothing(text):
        return
    if found := one_of(words, text):
        wanted.values[name] = found
    else:
        wanted.note(line, name, f"ordet {shown(text)} är okänt och tas inte med.")


def _read_keys(wanted: Wanted, line: Line) -> None:
    for name in ("key", "replaced_by", "merged_into"):
        text = line.text(name).strip()
        if not text:
            continue
        try:
            found = UUID(text)
        except ValueError:
            wanted.note(line, name, f"{shown(text)} är ingen nyckel och tas inte med.")
            continue
        if name == "key":
            wanted.key = found
        else:
            wanted.keys[name] = found
    text = line.text("indicators")
    if not is_nothing(text):
        wanted.indicators = [one.strip() for one in re.split(r"[\n;]", text) if one.strip()]


def _part_duplicates(found: list[Wanted]) -> None:
    """A number is given once, and a measure stands once; what is left out is said."""
    numbers: dict[str, Wanted] = {}
    titles: dict[tuple[str, str], Wanted] = {}
    keys: dict[UUID, Wanted] = {}
    for one in found:
        if one.left_out:
            continue
        place = (plain(one.area), plain(one.title))
        if first := (one.key and keys.get(one.key)) or titles.get(place):
            one.left_out = f"Åtgärden står redan på rad {first.row}. Den raden gäller."
            continue
        titles[place] = one
        if one.key:
            keys[one.key] = one
        if first := one.number and numbers.get(one.number):
            one.notes.append(
                f"Rad {one.row} (Nummer): numret {one.number} står också på rad {first.row}. "
                "Ett nummer hör till en åtgärd, så den här tas med utan nummer."
            )
            one.number = ""
        elif one.number:
            numbers[one.number] = one

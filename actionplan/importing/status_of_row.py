"""Which status a row says that the measure has, and since which day, in the words of people's plans."""

import datetime
import re
from typing import TYPE_CHECKING

from actionplan.importing.times import UnreadableTimeError, read_date
from actionplan.importing.words import LATE_WORDS, STATUS_OF, is_nothing, plain
from foundation.importing.refusal import shown
from foundation.precise_date import PreciseDate
from foundation.tables.sheet import Cell

if TYPE_CHECKING:
    from actionplan.importing.lines import Line
    from actionplan.importing.wanted import Wanted

WITH_DAY = re.compile(r"^(?P<word>.*?)[\s,:(]+(?P<date>\S*\d{4}\S*|\w+ \d{4})\)?$", re.DOTALL)
# A longer text is no word with a day behind it, and would take long to look through.
LONGEST_WITH_DAY = 120
# Nothing where a time is asked for; of a status it says that it is none of those that are over.
SAYS_SOMETHING = "ej klart"


def read_status(wanted: "Wanted", line: "Line", is_ours: bool) -> None:
    """Take the status of the row with its day and text, or say why there is none."""
    wanted.status_text = line.text("status_text").strip()
    wanted.reason = line.text("reason").strip()
    said = line.text("status").strip()
    on = _told_day(wanted, line)
    if not said or (is_nothing(said) and plain(said) != SAYS_SOMETHING):
        return
    word, day = _without_day(said)
    parts = [plain(part) for part in re.split(r"[,;/()]| men | - |–", word) if plain(part)]
    late = [part for part in parts if part in LATE_WORDS]
    known = {STATUS_OF[part] for part in parts if part in STATUS_OF}
    unknown = [part for part in parts if part not in STATUS_OF and part not in LATE_WORDS]
    whole = plain(word.replace("(", " ").replace(")", " "))
    if whole in STATUS_OF:
        known, late, unknown = {STATUS_OF[whole]}, [], []
    if late:
        wanted.note(line, "status", "”Försenad” sätter ingen status: det räknas ut av tidplanen.")
    if len(known) == 1 and not unknown:
        wanted.status, wanted.status_word = known.pop(), word
        wanted.status_on = on or (day and _as_day(wanted, line, "status", day))
        if is_ours and wanted.status_on is None:
            # Our own files name a day for every status that somebody has said.
            wanted.status = None
    elif unknown or known:
        wanted.note(line, "status", f"ordet {shown(said)} är ingen känd status och sätter ingen.")


def _without_day(said: str) -> tuple[str, PreciseDate | None]:
    """The word, and the day behind it: "Klar 2025-03-01"."""
    is_short = len(said) <= LONGEST_WITH_DAY
    if is_short and plain(said) not in STATUS_OF and (found := WITH_DAY.match(said)):
        try:
            day, _ = read_date(Cell(found["date"].strip("()")))
        except UnreadableTimeError:
            day = None
        if day:
            return found["word"].strip(" ,:("), day
    return said, None


def _told_day(wanted: "Wanted", line: "Line") -> datetime.date | None:
    for _, cell in line.cells.get("status_on", [])[:1]:
        try:
            day, note = read_date(cell)
        except UnreadableTimeError as error:
            wanted.note(
                line, "status_on", f"{shown(cell.text)} går inte att läsa som en dag. {error}"
            )
            return None
        if note:
            wanted.note(line, "status_on", note)
        if day:
            return _as_day(wanted, line, "status_on", day)
    return None


def _as_day(wanted: "Wanted", line: "Line", name: str, day: PreciseDate) -> datetime.date:
    if day.first_day != day.last_day:
        wanted.note(
            line, name, f"dagen är inte känd: {day} lästes som {PreciseDate.of_day(day.last_day)}."
        )
    return day.last_day

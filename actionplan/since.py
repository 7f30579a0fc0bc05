"""What has happened in a plan since a day that the reader writes."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils import timezone

from actionplan.change import Change, ChangeKind
from foundation.pages import BasePage
from foundation.precise_date import months
from foundation.precise_date.parsing import parse
from foundation.swedish.dates import in_words, long_date

# Nobody writes a date as long as this; what is longer is not kept.
LONGEST = 60
PER_PAGE = 50

_IN_WORDS = {
    "ny lägesrapport": ("nya lägesrapporter", {ChangeKind.STATUS, ChangeKind.UPDATE}),
    "ny sida i planen": ("nya sidor i planen", {ChangeKind.PUBLISHED}),
    "ändrad sida": ("ändrade sidor", {ChangeKind.EDITED}),
    "rättelse": ("rättelser", {ChangeKind.CORRECTION}),
    "borttagen sida": ("borttagna sidor", {ChangeKind.REMOVED}),
}


@dataclass(frozen=True)
class Since:
    """The day that a reader asks about, or what is wrong with what was written."""

    text: str = ""
    day: datetime.date | None = None
    error: str = ""

    @classmethod
    def read(cls, text: str | None) -> "Since":
        """Understand what was written; nothing written (None) is no error."""
        if text is None:
            return cls()
        text = "".join(one if one.isprintable() else " " for one in text[:LONGEST])
        text = " ".join(text.split())
        if not text:
            return cls(error="Skriv ett datum, till exempel 1 mars 2026.")
        try:
            day = parse(text).first_day
        except ValueError as error:
            return cls(text=text, error=str(error))
        if day > timezone.localdate():
            error = f"Den {long_date(day)} har inte varit än. Skriv en dag som har varit."
            return cls(text=text, error=error)
        return cls(text=text, day=day)

    @property
    def moment(self) -> datetime.datetime:
        """When the day began."""
        return timezone.make_aware(datetime.datetime.combine(self.day, datetime.time.min))


def what_has_happened(plan: BasePage, query: QueryDict) -> dict[str, Any]:
    """What a page tells about the time since the day that `sedan` gives, `sida` for long lists."""
    from actionplan.changes import changes_in, last_changes

    since = Since.read(query.get("sedan"))
    told: dict[str, Any] = {"since": since, "shortcuts": shortcuts(timezone.localdate())}
    if since.day is None:
        return told
    changes = changes_in(plan, since=since.moment)
    if not changes:
        return {**told, "newest": last_changes([plan])[plan.pk]}
    page = Paginator(changes, PER_PAGE).get_page(query.get("sida"))
    return {
        **told,
        "in_short": in_short(changes),
        "found": page,
        "events": [change.as_event() for change in page],
    }


def in_short(changes: Sequence[Change]) -> str:
    """How much of what has happened: "Tre nya lägesrapporter och en rättelse."; something has."""
    kinds = Counter(change.kind for change in changes)
    parts = []
    for one, (several, counted) in _IN_WORDS.items():
        if number := sum(kinds[kind] for kind in counted):
            parts.append(f"{in_words(number)} {one if number == 1 else several}")
    *first, last = parts
    words = f"{', '.join(first)} och {last}" if first else last
    return f"{words[0].upper()}{words[1:]}."


def shortcuts(today: datetime.date) -> list[tuple[str, datetime.date]]:
    """Days that people often ask about, in words and as dates."""
    return [
        ("De senaste 30 dagarna", today - datetime.timedelta(days=30)),
        ("Det senaste halvåret", months.months_later(today, -6)),
        ("Det senaste året", months.months_later(today, -12)),
    ]

"""The calendar of what is planned, as iCalendar (RFC 5545): days, never hours."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept
from foundation.feeds.atom import root_address
from foundation.markup import printable

LONGEST_LINE = 75  # octets, the break not counted
CONTENT_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class Event:
    """Something that happens on a day. `changed_at` is when it was last written."""

    key: str
    day: datetime.date
    title: str
    changed_at: datetime.datetime
    address: str = ""
    place: str = ""
    about: str = ""


_tellers: list[Callable[[], list[Event]]] = []


def register(teller: Callable[[], list[Event]]) -> None:
    """Let `teller` tell what is planned."""
    _tellers.append(teller)


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The calendar of the site."""
    root = root_address(request)
    events = [event for teller in _tellers for event in teller()]
    events.sort(key=lambda event: (event.day, event.key))
    name = f"{request.frame.settings.name}, {request.frame.settings.municipality}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//atgardsplan//kalender//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for event in events for line in _lines(event, root)),
        "END:VCALENDAR",
    ]
    body = "".join(f"{_folded(line)}\r\n" for line in lines)
    headers = {"X-Robots-Tag": "noindex"}
    return may_be_kept(HttpResponse(body, content_type=CONTENT_TYPE, headers=headers))


def _lines(event: Event, root: str) -> list[str]:
    stamp = event.changed_at.astimezone(datetime.UTC)
    after = event.day + datetime.timedelta(days=1)
    told = {
        "UID": f"{event.key}@{urlsplit(root).hostname}",
        "DTSTAMP": f"{stamp:%Y%m%dT%H%M%SZ}",
        "DTSTART;VALUE=DATE": f"{event.day:%Y%m%d}",
        "DTEND;VALUE=DATE": f"{after:%Y%m%d}",
        "SUMMARY;LANGUAGE=sv": _text(event.title),
        "DESCRIPTION;LANGUAGE=sv": _text(event.about),
        "LOCATION;LANGUAGE=sv": _text(event.place),
        "URL": f"{root}{event.address}" if event.address else "",
        # Nobody is busy because a measure is followed up.
        "TRANSP": "TRANSPARENT",
    }
    return [
        "BEGIN:VEVENT",
        *(f"{name}:{value}" for name, value in told.items() if value),
        "END:VEVENT",
    ]


def _text(text: str) -> str:
    """Text as a value: marks of structure escaped, every kind of line break as one."""
    text = printable(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """The line in pieces that are short enough, no character cut in two."""
    pieces, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > LONGEST_LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += character
        length += size
    return "\r\n".join(pieces)

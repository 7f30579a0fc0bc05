"""What a feed tells, and who has something to tell."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from heapq import nlargest

# Enough for who reads once a month; the open data has everything.
LIMIT = 50


@dataclass(frozen=True)
class Entry:
    """Something that readers could see change.

    `key` stays the same when title and address change. `updated_at` is what the page itself says
    as "Uppdaterad". `html` is the whole text, from our own editors, not yet cleaned.
    """

    key: str
    title: str
    address: str
    updated_at: datetime.datetime
    published_at: datetime.datetime | None = None
    html: str = ""


@dataclass(frozen=True)
class Source:
    """Somebody who has something to tell, and the name of the feed of that alone.

    `entries` gives the newest, at the most as many as asked for. `updated_at` answers where the
    feed stands for a page that may have changed after its newest entry did.
    """

    name: str
    title: str
    about: str
    entries: Callable[[int], list[Entry]]
    updated_at: Callable[[], datetime.datetime | None] = lambda: None


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Offer a feed of this, and tell of it in the feed of everything."""
    _sources[source.name] = source


def sources() -> list[Source]:
    """The feed of everything first, then the others."""
    others = list(_sources.values())

    def of_everything(limit: int) -> list[Entry]:
        return newest([entry for one in others for entry in one.entries(limit)], limit)

    everything = Source(
        "allt",
        "Allt nytt",
        "Planen, lägesrapporterna, nyheterna och rättelserna.",
        of_everything,
    )
    return [everything, *others]


def newest(entries: list[Entry], limit: int) -> list[Entry]:
    """The newest of these, the newest first; those of one moment in a fixed order."""
    return nlargest(limit, entries, key=lambda entry: (entry.updated_at, entry.key))

"""Figures that follow their source: a page type that has figures registers who tells them.

Blocks, running text and start pages ask here for the newest figures of a page, or for that of a
period. Of a page that readers may not see there are none, so no figure leaks.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.apps import apps
from wagtail.models import Page

from delivery import generation
from foundation.swedish.numbers import NO_BREAK

# "12", "12,5", "−3" or "1 234", and what may follow in the words of a link.
_FIGURE = re.compile(r"\s*[−–-]?\d[\d\s.,]*?\s*(?P<unit>[^\d\s.,][^<]*?)?\s*")
_ONLY_WORDS = re.compile(r"(?P<before>(?:<[^>]+>)*)(?P<words>[^<]*)(?P<after>(?:</[^>]+>)*)")


@dataclass(frozen=True)
class Figure:
    """A published figure with all that has to be said of it."""

    number: str
    unit: str
    period: str
    # Place and, where it is not everybody, group.
    whom: str
    # Between which figures the true one probably lies: "9 och 15".
    between: str
    source: str
    source_url: str
    url: str
    is_preliminary: bool
    is_example: bool

    @property
    def text(self) -> str:
        """The number with its unit, which no line break parts."""
        return f"{self.number}{NO_BREAK}{self.unit}"


Teller = Callable[[set[int]], dict[int, list[Figure]]]
_tellers: dict[str, Teller] = {}


def told_by(page_type: str, teller: Teller) -> None:
    """Register who tells the figures of a page type ("app.Model").

    `teller` takes primary keys and gives, in one query, the figures of each such page that readers
    may see, the newest first.
    """
    _tellers[page_type] = teller


def page_types() -> list[str]:
    """The page types that have figures."""
    return list(_tellers)


def has_figures(page: Page) -> bool:
    """Whether pages of its type have figures; asks no database."""
    return page.specific_class in {apps.get_model(name) for name in _tellers}


def figures_of(keys: Iterable[int]) -> dict[int, list[Figure]]:
    """The figures of these pages, the newest first.

    They change only when something is published, so they are asked for once a generation: one query
    for each type that has figures.
    """
    wanted = set(keys)
    if not wanted:
        return {}

    def told() -> dict[int, list[Figure]]:
        return {
            key: figures for teller in _tellers.values() for key, figures in teller(wanted).items()
        }

    return generation.kept(f"figures:{','.join(map(str, sorted(wanted)))}", told)


def figure_of(figures: list[Figure], period: str = "") -> Figure | None:
    """The newest, or the newest of a period written as readers see it: "2024", "2019–2020"."""
    wanted = _plain(period)
    return next((one for one in figures if not wanted or _plain(one.period) == wanted), None)


def follow(inside: str, number: str, unit: str, period: str) -> str:
    """The inside of a link (HTML) with this figure in place of the one that is written there.

    It is written as the editor wrote the old one: with its unit, a percent sign, or alone. Words
    that are no figure of this unit stay as they are. The period is told along, since the sentence
    around was written when the figure was another. All three are HTML already.
    """
    parts = _ONLY_WORDS.fullmatch(inside)
    written = parts and _FIGURE.fullmatch(parts["words"].replace("&nbsp;", NO_BREAK))
    if not written or (written["unit"] or "").casefold() not in {"", "%", unit.casefold()}:
        return inside
    text = f"{number}{NO_BREAK}{written['unit']}" if written["unit"] else number
    return f"{parts['before']}{text}{f' ({period})' if period else ''}{parts['after']}"


def _plain(period: str) -> str:
    return re.sub(r"[\s–-]+", "-", period.strip().casefold())

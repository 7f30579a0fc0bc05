"""The guard for small numbers: which figures could point at individuals.

It forbids nothing. Whoever publishes knows whether "2 möten" is about anybody, and a rule does not.
A figure in another unit than persons or events, or in a share whose group nobody has told the size
of, is not judged.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actionplan.counted import Counted, per_how_many

if TYPE_CHECKING:
    from actionplan.models.indicator_value import IndicatorValue

# From one to so many persons or events are few. None at all points at nobody.
FEW = 4
SMALL_GROUP = 10
WHAT_TO_DO = "Slå ihop flera år eller grupper, eller välj statusen ”Visas inte, för få svar” och ta bort värdet."


@dataclass(frozen=True)
class Figure:
    """A figure as the rules look at it."""

    value: float
    counted: Counted
    base: int | None
    per: int | None

    @property
    def persons(self) -> float | None:
        """How many persons or events it stands for, where that can be told."""
        if self.counted is Counted.COUNT:
            return self.value
        if self.base is None:
            return None
        if self.counted is Counted.SHARE:
            return round(self.value * self.base / 100)
        if self.counted is Counted.RATE and self.per:
            return round(self.value * self.base / self.per)
        return None


def _counts_few(figure: Figure) -> str:
    if figure.counted is Counted.COUNT and 0 < figure.value <= FEW:
        return "så få kan peka ut enskilda personer."
    return ""


def _stands_for_few(figure: Figure) -> str:
    persons = figure.persons
    if figure.counted is not Counted.COUNT and persons is not None and 0 < persons <= FEW:
        return f"siffran motsvarar ungefär {persons} och kan peka ut enskilda personer."
    return ""


def _leaves_few_out(figure: Figure) -> str:
    if figure.counted is not Counted.SHARE or figure.persons is None:
        return ""
    others = figure.base - figure.persons
    if 0 < others <= FEW:
        return f"alla utom ungefär {others} hör till andelen. Det kan peka ut enskilda personer."
    return ""


def _is_of_a_small_group(figure: Figure) -> str:
    if figure.counted is not Counted.OTHER and figure.base and figure.base < SMALL_GROUP:
        return f"gruppen är bara {figure.base}. Siffran kan peka ut enskilda personer."
    return ""


RULES: tuple[Callable[[Figure], str], ...] = (
    _counts_few,
    _stands_for_few,
    _leaves_few_out,
    _is_of_a_small_group,
)


def warnings(values: Iterable["IndicatorValue"], counted: Counted, unit: str) -> list[str]:
    """What an editor should think of before the figures become public, a sentence for each."""
    values = list(values)
    found = []
    for value in values:
        if value.value is None:
            continue
        figure = Figure(float(value.value), counted, value.base, per_how_many(unit))
        if reason := next((text for rule in RULES if (text := rule(figure))), ""):
            found.append(f"{_of(value)}, {value.figure}: {reason}")
    if counted is Counted.COUNT:
        found += _can_be_subtracted(values)
    return found


def _can_be_subtracted(values: list["IndicatorValue"]) -> list[str]:
    """Figures held back that the whole and the other groups give away."""
    together = defaultdict(list)
    for value in values:
        together[value.period, value.geography].append(value)
    return [
        f"{_of(hidden[0])}: siffran är dold men går att räkna ut av de andra. Dölj en till."
        for rows in together.values()
        if any(row.value is not None and not row.group for row in rows)
        and any(row.value is not None and row.group for row in rows)
        and len(hidden := [row for row in rows if row.is_suppressed and row.group]) == 1
    ]


def _of(value: "IndicatorValue") -> str:
    return f"{value.period}, {value.whom}"

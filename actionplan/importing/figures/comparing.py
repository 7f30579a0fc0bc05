"""Each figure of a file beside the one there is: what is new, what differs and what is the same."""

from collections import Counter
from dataclasses import dataclass, field

from actionplan.importing.figures.wanted import Key, Wanted
from actionplan.importing.figures.words import NAMES, Status
from actionplan.importing.words import plain
from actionplan.models import IndicatorValue
from foundation.swedish.numbers import number

NOTHING = "(tomt)"
# "low" stands for both ends, which are told together.
COMPARED = ("value", "low", "status", "base", "note", "source_text", "source_url")


@dataclass
class Step:
    """What would become of one figure: which there is (at its place among them), and how it will be."""

    wanted: Wanted
    at: int | None = None
    value: IndicatorValue | None = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """In a word: left_out, new, changed or same."""
        if self.wanted.left_out:
            return "left_out"
        if self.at is None:
            return "new"
        return "changed" if self.changes else "same"


def compared(
    wanted: list[Wanted], before: list[IndicatorValue], source: str, address: str
) -> list[Step]:
    """What would become of each figure, beside those there are. `source` is that of the file."""
    there: dict[Key, list[int]] = {}
    for at, value in enumerate(before):
        ends = value.period_to if value.period_to != value.period_from else None
        key = (value.period_from, ends, plain(value.geography), plain(value.group))
        there.setdefault(key, []).append(at)
    steps = []
    told = Counter(one.key for one in wanted if one.period and not one.left_out)
    for one in wanted:
        step = Step(one)
        steps.append(step)
        found = there.get(one.key, []) if one.period else []
        if one.left_out:
            if len(found) == 1:
                kept = before[found[0]]
                one.left_out += f" På webbplatsen står {kept.figure}, och det får stå kvar."
            continue
        if len(found) > 1 or (found and told[one.key] > 1):
            one.left_out = (
                "Webbplatsen eller filen har flera siffror för samma period, plats och grupp. "
                "Ta bort alla utom en först."
            )
            continue
        step.at = found[0] if found else None
        step.value = _value(one, before[step.at] if found else None, source, address)
        if problems := [
            text for texts in step.value.publication_errors().values() for text in texts
        ]:
            one.left_out = " ".join(problems)
            continue
        step.changes = _changes(before[step.at] if found else None, step.value)
    return steps


def _value(
    wanted: Wanted, before: IndicatorValue | None, source: str, address: str
) -> IndicatorValue:
    """The figure as it would be; what the file is silent about stays as far as it still holds."""
    said = dict(wanted.values)
    if before is None:
        value = IndicatorValue(geography=wanted.geography, group=wanted.group)
        value.period_from, value.period_to = wanted.period.starts, wanted.period.ends
    else:
        value = IndicatorValue(
            **{one.attname: getattr(before, one.attname) for one in before._meta.concrete_fields}
        )
        if "status" not in said and not Status(before.status or Status.FINAL).has_figure:
            said["status"] = Status.FINAL
    is_other = before is None or before.value != said["value"]
    if is_other:
        # How sure another figure was says nothing of this one.
        value.low = value.high = None
        said.setdefault("source_text", source)
        said.setdefault("source_url", address)
    for name, one in said.items():
        setattr(value, name, one)
    return value


def _changes(before: IndicatorValue | None, after: IndicatorValue) -> list[tuple[str, str, str]]:
    """What differs: the field, how it was and how it would be, in words."""
    return [
        (NAMES["interval" if name == "low" else name], old, new)
        for name in COMPARED
        if (old := _in_words(before, name)) != (new := _in_words(after, name))
        if not (before is None and new in (NOTHING, Status.FINAL.label))
        # Where there is no figure the words for that say the status.
        if not (name == "status" and after.value is None)
    ]


def _in_words(value: IndicatorValue | None, name: str) -> str:
    if value is None:
        return NOTHING
    if name == "value":
        return value.figure
    if name == "low":
        return value.interval or NOTHING
    if name == "status":
        return Status(value.status).label if value.status else NOTHING
    told = getattr(value, name)
    if name == "base":
        return NOTHING if told is None else number(told)
    return told or NOTHING

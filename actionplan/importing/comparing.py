"""How a measure on the site differs from what the file says, field by field."""

from dataclasses import dataclass

from actionplan.importing.register import Resolved
from actionplan.importing.wanted import Wanted
from actionplan.importing.words import NAMES
from actionplan.models import MeasurePage
from actionplan.opendata.measures import plain_text
from foundation.feeds.full_text import full_texts
from foundation.swedish.sorting import swedish_key

NOTHING = "(tomt)"
LOSES = "Bilder, länkar och rubriker i texten försvinner."
MANY = ("partners", "target_groups")


@dataclass(frozen=True)
class Change:
    """A field that would get another value; old and new in words."""

    field: str
    old: str
    new: str
    value: object
    note: str = ""


def changes_of(
    wanted: Wanted, resolved: Resolved, page: MeasurePage | None, is_ours: bool
) -> list[Change]:
    """What the file would change in the page; of a new one, all that the file says.

    An empty box says nothing, so it takes nothing away.
    """
    return [
        Change(name, _in_words(_current(page, name)), _in_words(value), value, note)
        for name, value, note in _told(wanted, resolved, page)
        if not _same(page, name, value, is_ours)
    ]


def _told(wanted: Wanted, resolved: Resolved, page: MeasurePage | None):
    yield "title", wanted.title, ""
    if wanted.number:
        yield "number", wanted.number, ""
    for name, value in wanted.values.items():
        rich = name == "body" and page and any(one.block_type != "paragraph" for one in page.body)
        yield name, value, LOSES if rich else ""
    for name in ("responsible", *MANY):
        value = getattr(resolved, name)
        if value is not None:
            yield name, value, ""
    if resolved.indicators is not None:
        yield "indicators", resolved.indicators, ""
    for name, key in wanted.keys.items():
        if name == "replaced_by":
            yield name, key, ""


def _current(page: MeasurePage | None, name: str) -> object:
    if page is None:
        return None
    match name:
        case "body":
            return plain_text(full_texts([[page.body]])[0])
        case "responsible":
            return page.responsible and page.responsible.name
        case "partners" | "target_groups":
            return [one.name for one in getattr(page, name).all()]
        case "indicators":
            return list(page.indicators.all())
        case "replaced_by":
            return page.replaced_by and page.replaced_by.translation_key
    return getattr(page, name)


def _same(page: MeasurePage | None, name: str, value: object, is_ours: bool) -> bool:
    if page is None:
        return name == "is_continuous" and not value
    current = _current(page, name)
    if name in MANY or name == "indicators":
        return {str(one) for one in current} == {str(one) for one in value}
    if name == "next_follow_up" and is_ours and page.planned_follow_up == value:
        return True
    if isinstance(value, str) and isinstance(current, str):
        return _lines(current) == _lines(value)
    return current == value


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _in_words(value: object) -> str:
    match value:
        case None | "" | []:
            return NOTHING
        case bool():
            return "ja" if value else "nej"
        case list():
            return ", ".join(sorted(map(str, value), key=swedish_key))
    return str(getattr(value, "label", value))


def field_in_words(name: str) -> str:
    """What the field is called for editors."""
    return NAMES.get(name, name)

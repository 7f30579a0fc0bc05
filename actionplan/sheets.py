"""A long list of measures, parted into pages between focus areas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from actionplan.selection import Group, Selection

if TYPE_CHECKING:
    from actionplan.models import MeasurePage

# A list up to this long stands on one page.
MOST = 100


@dataclass(frozen=True)
class Sheet:
    """One page of the list."""

    groups: Sequence[Group]

    @property
    def title(self) -> str:
        """The first and the last focus area on it."""
        first, last = self.groups[0].page.title, self.groups[-1].page.title
        return first if first == last else f"{first} – {last}"


@dataclass(frozen=True)
class Step:
    """A link to the page before or after, with what stands on it."""

    rel: str
    word: str
    title: str
    url: str


def sheet_of(selection: Selection, number: str | None) -> Page:
    """The page of the list with this number; a number that is none gives the nearest page."""
    whole = [selection.groups] if selection.on_one_page else _parted(selection.groups)
    return Paginator([Sheet(groups) for groups in whole], 1).get_page(number)


def part_of(measures: Sequence["MeasurePage"], query: QueryDict) -> Page:
    """The part of the measures of one area that `?sida=` asks for, or all with `?visa=alla`."""
    size = max(len(measures), 1) if query.get("visa") == "alla" else MOST
    return Paginator(measures, size).get_page(query.get("sida"))


def linked_addresses() -> list[str]:
    """The addresses of the further pages of all lists that are parted, and of each on one page."""
    # The models want this module.
    from actionplan.models import PlanPage

    addresses = []
    for plan in PlanPage.objects.visible():
        if not plan.url:
            continue
        everything = Selection(plan.url, plan.measures, plan.areas, (), QueryDict())
        numbers = [(plan.url, sheet_of(everything, None).paginator.num_pages)]
        numbers += [
            (group.page.url, -(-len(group.measures) // MOST)) for group in everything.groups
        ]
        for url, number in numbers:
            if number > 1:
                further = [f"sida={page}" for page in range(2, number + 1)]
                addresses += [f"{url}?{query}" for query in [*further, "visa=alla"]]
    return addresses


def steps_from(page: Page, selection: Selection) -> list[Step]:
    """The ways to the pages before and after, as far as there are any."""
    steps = []
    if page.has_previous():
        steps.append(("prev", "Föregående", page.previous_page_number()))
    if page.has_next():
        steps.append(("next", "Nästa", page.next_page_number()))
    return [
        Step(rel, word, page.paginator.page(number)[0].title, selection.address(sida=str(number)))
        for rel, word, number in steps
    ]


def _parted(groups: Sequence[Group]) -> Iterable[list[Group]]:
    """As many whole areas a page as there is room for; an area alone may need several pages."""
    page, room = [], MOST
    for group in groups:
        for part in _parts(group):
            if page and len(part.measures) > room:
                yield page
                page, room = [], MOST
            page.append(part)
            room -= len(part.measures)
    yield page


def _parts(group: Group) -> Iterable[Group]:
    for start in range(0, max(len(group.measures), 1), MOST):
        yield replace(group, measures=group.measures[start : start + MOST], continues=bool(start))

"""Which measures of a plan a reader has asked to see, and how an address says so.

An address chooses by `?status=pagar&omrade=trygga-platser`. What is not understood is left aside,
and said. All is counted in memory: the page has asked for all the measures of the plan anyway.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import QueryDict

from actionplan.facets import Choice, Facet
from actionplan.timeliness import Timeliness
from foundation.swedish.slugs import slug_for

if TYPE_CHECKING:
    from actionplan.models import FocusAreaPage, MeasurePage

# Where on the page the list begins, so that a new choice leaves the reader there.
PLACE = "atgarder"


@dataclass(frozen=True)
class Offer:
    """A choice as it is offered: how many measures it would leave, and the address that makes it."""

    key: str
    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Field:
    """A facet as a field of the form."""

    parameter: str
    label: str
    offers: Sequence[Offer]


@dataclass(frozen=True)
class Group:
    """The measures of one focus area that are shown; `continues` where the page before began it."""

    page: "FocusAreaPage"
    measures: Sequence["MeasurePage"]
    continues: bool = False


@dataclass
class Selection:
    """The measures that the address chooses among all those of the plan, and ways to choose others."""

    url: str
    measures: Sequence["MeasurePage"]
    areas: Sequence["FocusAreaPage"]
    facets: Sequence[Facet]
    query: QueryDict
    chosen: dict[str, Choice] = field(init=False, default_factory=dict)
    misunderstood: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        for facet in self.facets:
            wanted = [key for key in self.query.getlist(facet.parameter) if key]
            known = [facet.choices[key] for key in wanted if key in facet.choices]
            if known:
                self.chosen[facet.parameter] = known[0]
            if any(key != (known[0].key if known else None) for key in wanted):
                self.misunderstood = True

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.chosen)

    @cached_property
    def shown(self) -> list["MeasurePage"]:
        """The chosen measures, in the plan's own order."""
        fitting = self._fitting(self.chosen.values())
        return [measure for measure in self.measures if measure.pk in fitting]

    @property
    def groups(self) -> list[Group]:
        """The chosen measures under their focus areas; without a choice also the empty areas."""
        below = {}
        for measure in self.shown:
            below.setdefault(measure.path[: -measure.steplen], []).append(measure)
        return [
            Group(area, below.get(area.path, []))
            for area in self.areas
            if area.path in below or not self.is_narrowed
        ]

    @property
    def on_one_page(self) -> bool:
        """Whether the whole list is wanted on one page."""
        return self.query.get("visa") == "alla"

    @property
    def sentence(self) -> str:
        """What is shown, in words: "3 av 12 åtgärder: pågår, i området Trygga platser"."""
        number, whole = len(self.shown), len(self.measures)
        noun = "åtgärd" if whole == 1 else "åtgärder"
        if not self.is_narrowed:
            return f"Alla {whole} {noun}" if whole > 1 else f"{whole} {noun}"
        said = ", ".join(choice.words(number) for choice in self.chosen.values())
        return f"{number or 'Ingen'} av {whole} {noun}: {said}"

    # Other choices

    def address(self, **changes: str | None) -> str:
        """The address of the list with these changes; None takes a choice away."""
        keys = {parameter: choice.key for parameter, choice in self.chosen.items()}
        keys |= {"visa": "alla"} if self.on_one_page else {}
        asked = urlencode({name: key for name, key in {**keys, **changes}.items() if key})
        return f"{self.url}{'?' if asked else ''}{asked}#{PLACE}"

    @property
    def address_without_choices(self) -> str:
        """The address of the whole list."""
        return self.address(**dict.fromkeys(self.chosen))

    @property
    def address_of_everything(self) -> str:
        """The address of the same choices on one page, however long."""
        return self.address(visa="alla")

    @property
    def removals(self) -> list[Offer]:
        """Each choice that is made, with what taking it away would leave."""
        return [
            Offer(
                key=choice.key,
                label=choice.label,
                count=len(self._fitting_without(parameter)),
                url=self.address(**{parameter: None}),
                is_chosen=True,
            )
            for parameter, choice in self.chosen.items()
        ]

    @property
    def statuses(self) -> list[Offer]:
        """Every status that occurs, and all of them together, as links."""
        facet = self.facets[0]
        everything = Offer(
            key="",
            label="Alla",
            count=len(self._fitting_without(facet.parameter)),
            url=self.address(**{facet.parameter: None}),
            is_chosen=facet.parameter not in self.chosen,
        )
        return [everything, *self._occurring(facet)]

    @property
    def late(self) -> Offer | None:
        """The link to those that are late, where there are any."""
        late = slug_for(Timeliness.LATE.label)
        return next((one for one in self._occurring(self.facets[1]) if one.key == late), None)

    @property
    def fields(self) -> list[Field]:
        """The ways to choose that the form offers as lists, where there is something to choose.

        What fits no measure of the plan, such as an area that has none yet, is not offered.
        """
        offered = [(facet, self._possible(facet)) for facet in self.facets[1:-1]]
        return [Field(facet.parameter, facet.label, offers) for facet, offers in offered if offers]

    @property
    def recent(self) -> Offer:
        """The box to tick for what is recently updated."""
        return self._offers(self.facets[-1])[0]

    @property
    def uses_form(self) -> bool:
        """Whether something is chosen that only the form shows."""
        return bool(self.chosen.keys() & {facet.parameter for facet in self.facets[2:]})

    @property
    def kept(self) -> dict[str, str]:
        """What the form passes on unchanged."""
        kept = {"visa": "alla"} if self.on_one_page else {}
        if status := self.chosen.get(self.facets[0].parameter):
            kept[self.facets[0].parameter] = status.key
        return kept

    def _offers(self, facet: Facet) -> list[Offer]:
        others = self._fitting_without(facet.parameter)
        return [
            Offer(
                key=choice.key,
                label=choice.label,
                count=len(others & choice.measures),
                url=self.address(**{facet.parameter: choice.key}),
                is_chosen=self.chosen.get(facet.parameter) is choice,
            )
            for choice in facet.choices.values()
        ]

    def _occurring(self, facet: Facet) -> list[Offer]:
        return [offer for offer in self._offers(facet) if offer.count or offer.is_chosen]

    def _possible(self, facet: Facet) -> list[Offer]:
        fitting = {key for key, choice in facet.choices.items() if choice.measures}
        return [one for one in self._offers(facet) if one.key in fitting or one.is_chosen]

    def _fitting_without(self, parameter: str) -> set[int]:
        return self._fitting(one for name, one in self.chosen.items() if name != parameter)

    def _fitting(self, choices: Iterable[Choice]) -> set[int]:
        fitting = {measure.pk for measure in self.measures}
        for choice in choices:
            fitting &= choice.measures
        return fitting

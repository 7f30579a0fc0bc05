"""The ways to narrow what was found, and how many pages each choice would leave."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from search.places import PageSet, Places


@dataclass(frozen=True)
class Choice:
    """One value that the hits can be narrowed to, and how many would be left."""

    key: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """A way to narrow the hits: `name` in the address, `label` for the reader."""

    name: str
    label: str
    choices: list[Choice]


def facets(hits: PageSet, chosen: Mapping[str, str], places: Places) -> list[Facet]:
    """The ways to narrow the hits that leave anything to choose.

    Each counts the hits that meet what is chosen in the others. There may be ten thousand hits,
    but few combinations of what they are sorted under.
    """
    wishes = _wishes(chosen, places)
    counted = {keys: (hits & pages).bit_count() for keys, pages in places.sorted_under.items()}
    told = []
    for place, sorter in enumerate(places.sorters):
        others = [wish for wish in wishes if wish[0] != place]
        counts: Counter[str] = Counter()
        for keys, count in counted.items():
            if _meets(keys, others):
                counts[keys[place]] += count
        choice = chosen.get(sorter.name)
        choices = [
            Choice(key, words, counts[key], key == choice)
            for key, words in sorter.labels.items()
            # What leaves nothing is shown all the same where it is chosen: it must be possible to undo.
            if counts[key] or key == choice
        ]
        if len(choices) > 1 or choice in sorter.labels:
            told.append(Facet(sorter.name, sorter.label, choices))
    return told


def narrowed(ranked: list[PageSet], chosen: Mapping[str, str], places: Places) -> list[PageSet]:
    """The hits that meet every choice, in their order."""
    wishes = _wishes(chosen, places)
    if not wishes:
        return ranked
    fitting = 0
    for keys, pages in places.sorted_under.items():
        if _meets(keys, wishes):
            fitting |= pages
    return [left for equals in ranked if (left := equals & fitting)]


def _wishes(chosen: Mapping[str, str], places: Places) -> list[tuple[int, str]]:
    """What is chosen under the sorters, each by its place among them; what they know not is none."""
    return [
        (place, key)
        for place, sorter in enumerate(places.sorters)
        if (key := chosen.get(sorter.name)) in sorter.labels
    ]


def _meets(keys: tuple[str, ...], wishes: Iterable[tuple[int, str]]) -> bool:
    return all(keys[place] == key for place, key in wishes)

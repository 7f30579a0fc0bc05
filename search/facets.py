"""The ways to narrow what was found, and how many pages each choice would leave."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from search.places import Places


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


def facets(hits: Iterable[int], chosen: Mapping[str, str], places: Places) -> list[Facet]:
    """The ways to narrow the hits that leave anything to choose.

    Each counts the hits that meet what is chosen in the others. There may be ten thousand hits,
    but few combinations of what they are sorted under: the hits are counted once.
    """
    wishes = _wishes(chosen, places)
    counted = Counter(map(places.pages.__getitem__, hits))
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
            if counts[key]
        ]
        if len(choices) > 1 or choice in sorter.labels:
            told.append(Facet(sorter.name, sorter.label, choices))
    return told


def narrowed(hits: list[int], chosen: Mapping[str, str], places: Places) -> list[int]:
    """The hits that meet every choice, in their order."""
    wishes = _wishes(chosen, places)
    return [page for page in hits if _meets(places.pages[page], wishes)] if wishes else hits


def _wishes(chosen: Mapping[str, str], places: Places) -> list[tuple[int, str]]:
    """What is chosen under the sorters, each by its place among them; what they know not is none."""
    return [
        (place, key)
        for place, sorter in enumerate(places.sorters)
        if (key := chosen.get(sorter.name)) in sorter.labels
    ]


def _meets(keys: tuple[str, ...], wishes: Iterable[tuple[int, str]]) -> bool:
    return all(keys[place] == key for place, key in wishes)

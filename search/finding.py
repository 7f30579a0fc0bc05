"""Finding pages by words: which hold what was asked for, in what order, and how they are sorted.

Two queries find everything: one for where the words stand, one for the pages they stand on.
The rest is counted in Python, so that both databases answer alike.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import itemgetter

from django.apps import apps
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

from delivery import generation
from foundation.branches import divisions
from foundation.pages import BasePage
from search.models import Posting, SearchDocument
from search.terms import Term

KIND = "typ"
# A database takes only so many values in one condition; with more hits all pages are fetched.
_MOST_IN_A_CONDITION = 500
_ROWS_AT_ONCE = 10_000


# A page that was found: its score, its day, its primary key, its tree path and its kind. In this
# order the best compares as the greatest. Plain tuples, since there may be ten thousand.
Hit = tuple[float, int, int, str, str]
_PATH, _KIND = 3, 4


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


@dataclass(frozen=True)
class Found:
    """What a question found, narrowed by what the reader has chosen in each facet."""

    terms: list[Term]
    all_hits: list[Hit]
    chosen: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def hits(self) -> list[Hit]:
        """Those that meet every choice, best first."""
        return self._meeting(self.chosen)

    @cached_property
    def facets(self) -> list[Facet]:
        """The ways to narrow the hits that leave anything to choose."""
        facets = []
        for sorter in _sorters():
            others = {key: value for key, value in self.chosen.items() if key != sorter.name}
            counts = sorter.counts(self._meeting(others))
            chosen = self.chosen.get(sorter.name)
            choices = [
                Choice(key, words, counts[key], key == chosen)
                for key, words in sorter.labels.items()
                if counts[key]
            ]
            if len(choices) > 1 or chosen in sorter.labels:
                facets.append(Facet(sorter.name, sorter.label, choices))
        return facets

    @property
    def keys(self) -> frozenset[str]:
        """Every key that the terms may be met by, to mark the words in a text."""
        return frozenset().union(*(term.keys for term in self.terms))

    def _meeting(self, chosen: Mapping[str, str]) -> list[Hit]:
        hits = self.all_hits
        for sorter in _sorters():
            if (key := chosen.get(sorter.name)) in sorter.labels:
                hits = [hit for hit in hits if sorter.key(hit) == key]
        return hits


def find(terms: list[Term], chosen: Mapping[str, str] | None = None, below: str = "") -> Found:
    """The public pages that hold every term, best first; only those below the path `below`."""
    scores = _scores(terms)
    documents = SearchDocument.objects.filter(path__startswith=below)
    if len(scores) <= _MOST_IN_A_CONDITION:
        documents = documents.filter(pk__in=list(scores))
    hidden = generation.kept("hidden_branches", _hidden_branches)
    rows = documents.values_list("page_id", "path", "kind", "day")
    hits = [
        (scores[page], day, page, path, kind)
        for page, path, kind, day in rows.iterator(_ROWS_AT_ONCE)
        if page in scores and not (hidden and _lies_in(path, hidden))
    ]
    hits.sort(reverse=True)
    return Found(terms, hits, chosen or {})


def _scores(terms: list[Term]) -> dict[int, float]:
    """How well each page that holds every term answers."""
    keys = frozenset().union(*(term.keys for term in terms))
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    postings = Posting.objects.filter(key__in=keys)
    for key, page, weight in postings.values_list("key", "document_id", "weight").iterator(
        _ROWS_AT_ONCE
    ):
        where[key].append((page, weight))
    total: dict[int, float] | None = None
    for term in terms:
        best: dict[int, float] = {}
        for alternative in term.alternatives:
            for page, weight in _holding_all(alternative.words, where).items():
                best[page] = max(best.get(page, 0), weight * alternative.share)
        total = (
            best
            if total is None
            else {page: total[page] + weight for page, weight in best.items() if page in total}
        )
    return total or {}


def _holding_all(
    words: Iterable[frozenset[str]], where: Mapping[str, list[tuple[int, int]]]
) -> dict[int, int]:
    """The pages that hold all the words, each with the weight of its weakest."""
    together: dict[int, int] | None = None
    for word in words:
        holding: dict[int, int] = {}
        for key in word:
            if not holding:
                holding = dict(where.get(key, ()))
                continue
            for page, weight in where.get(key, ()):
                if holding.get(page, 0) < weight:
                    holding[page] = weight
        together = (
            holding
            if together is None
            else {
                page: min(weight, together[page])
                for page, weight in holding.items()
                if page in together
            }
        )
    return together or {}


@dataclass(frozen=True)
class _Sorter:
    """What a facet sorts hits under: their kind, or the branch that they lie in."""

    name: str
    label: str
    labels: dict[str, str]
    branches: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def depths(self) -> list[int]:
        """How long the tree paths of the branches are."""
        return sorted({len(path) for path in self.branches})

    def key(self, hit: Hit) -> str:
        """What the hit is sorted under; nothing where it lies in none of the branches."""
        if not self.branches:
            return hit[_KIND]
        ways = (hit[_PATH][:depth] for depth in self.depths)
        return next((self.branches[way][0] for way in ways if way in self.branches), "")

    def counts(self, hits: list[Hit]) -> Counter[str]:
        """How many of the hits are sorted under each key."""
        if not self.branches:
            return Counter(map(itemgetter(_KIND), hits))
        counts: Counter[str] = Counter()
        for depth in self.depths:
            for way, count in Counter(hit[_PATH][:depth] for hit in hits).items():
                if way in self.branches:
                    counts[self.branches[way][0]] += count
        return counts


def _sorters() -> list[_Sorter]:
    kinds = _Sorter(KIND, "Slag av sida", _kinds())
    by_branch = [
        _Sorter(division.name, division.label, dict(branches.values()), branches)
        for division in divisions()
        if (branches := division.branches())
    ]
    return [kinds, *by_branch]


@cache
def _kinds() -> dict[str, str]:
    kinds = {
        model._meta.model_name: model.called_by_readers
        or str(model._meta.verbose_name_plural).capitalize()
        for model in apps.get_models()
        if issubclass(model, BasePage)
    }
    return dict(sorted(kinds.items(), key=itemgetter(1)))


def _hidden_branches() -> frozenset[str]:
    """The tree paths of pages that hide themselves and all below them."""
    restricted = PageViewRestriction.objects.values("page")
    # Not only those that say they have pages below: what was saved by one who had it open before
    # there were any says that it has none.
    hidden = Page.objects.filter(
        Q(live=False, depth__gt=1) | Q(pk__in=restricted) | Q(alias_of__in=restricted)
    )
    return frozenset(hidden.values_list("path", flat=True))


def _lies_in(path: str, branches: frozenset[str]) -> bool:
    steps = range(Page.steplen, len(path) + 1, Page.steplen)
    return any(path[:end] in branches for end in steps)

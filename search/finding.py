"""Finding pages by words: which hold what was asked for, and in what order.

One query finds where the words stand, and the rest is counted in Python, so that both databases
answer alike.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Aggregate, TextField

from search.facets import Facet, facets, narrowed
from search.models import Posting, SearchDocument
from search.places import PageSet, Places, places
from search.remembered import Holders
from search.terms import Keys, Term


@dataclass(frozen=True)
class Found:
    """What a question found, narrowed by what the reader has chosen in each facet."""

    terms: list[Term]
    # All the pages that were found: those that answer equally well together, the best first.
    ranked: list[PageSet]
    among: Places
    chosen: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.ranked)

    @cached_property
    def all_hits(self) -> list[int]:
        """The primary keys of all the pages that were found, best first."""
        return self._listed(self.ranked)

    @cached_property
    def hits(self) -> list[int]:
        """Those that meet every choice, best first."""
        return self._listed(narrowed(self.ranked, self.chosen, self.among))

    @cached_property
    def facets(self) -> list[Facet]:
        """The ways to narrow the hits that leave anything to choose."""
        return facets(_union(self.ranked), self.chosen, self.among)

    @property
    def keys(self) -> Keys:
        """Every key that the terms may be met by, to mark the words in a text."""
        return frozenset().union(*(term.keys for term in self.terms))

    def _listed(self, ranked: Iterable[PageSet]) -> list[int]:
        return [page for equals in ranked for page in self.among.in_order(equals)]


def find(
    terms: list[Term],
    chosen: Mapping[str, str] | None = None,
    below: str = "",
    among: Places | None = None,
) -> Found:
    """The public pages that hold every term, best first; only those below the path `below`.

    Among those that answer equally well the newest come first. Who searches more than once
    fetches the places for all the searches.
    """
    among = among or places()
    scores = _scores(terms, among)
    ranked = [scores[score] for score in sorted(scores, reverse=True)]
    if below and ranked:
        section = among.as_set(_lying_below(below))
        ranked = [here for equals in ranked if (here := equals & section)]
    return Found(terms, ranked, among, chosen or {})


class _Pages(Aggregate):
    """The primary keys of a group as one text: fetching is dear by the row, not by the letter."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        """The same in PostgreSQL's words."""
        template = "STRING_AGG(%(expressions)s::text, ',')"
        return self.as_sql(compiler, connection, template=template, **context)


def _numbers(pages: str) -> list[int]:
    # JSON is read twice as fast as numbers are made of the parts of a text.
    return json.loads(f"[{pages}]")


def _lying_below(path: str) -> list[int]:
    documents = SearchDocument.objects.filter(path__startswith=path)
    return _numbers(documents.aggregate(pages=_Pages("page_id"))["pages"] or "")


def _scores(terms: list[Term], among: Places) -> dict[float, PageSet]:
    """The pages that hold every term, by how well they answer."""
    holders = _holders(frozenset().union(*(term.keys for term in terms)), among)
    scores: dict[float, PageSet] | None = None
    for term in terms:
        best = _heaviest(
            (weight * alternative.share, pages)
            for alternative in term.alternatives
            for weight, pages in _holding_all(alternative.words, holders)
        )
        scores = dict(best) if scores is None else _added(scores, best)
    return scores or {}


def _added(scores: Mapping[float, PageSet], best: Holders) -> dict[float, PageSet]:
    """The pages of both, by the sums of their scores."""
    sums: dict[float, PageSet] = defaultdict(int)
    for score, equals in scores.items():
        for weight, pages in best:
            if both := equals & pages:
                sums[score + weight] |= both
    return dict(sums)


def _holders(keys: Keys, among: Places) -> dict[str, Holders]:
    """Which of the pages hold each key, by weight; what is not remembered is asked for."""
    remembered = among.common_words.now()
    holders = {key: remembered[key] for key in keys if key in remembered}
    if missing := keys - holders.keys():
        postings = Posting.objects.filter(key__in=missing).values_list("key", "weight")
        found: dict[str, Holders] = defaultdict(list)
        for key, weight, pages in postings.annotate(pages=_Pages("document_id")):
            found[key].append((weight, among.as_set(_numbers(pages))))
        among.common_words.add(found, remembered)
        holders |= found
    return holders


def _holding_all(words: Sequence[Keys], holders: Mapping[str, Holders]) -> Holders:
    """The pages that hold all the words, by the weight of the weakest."""
    first, *others = ([one for key in word for one in holders.get(key, ())] for word in words)
    if not others:
        return first
    together = _heaviest(first)
    for other in map(_heaviest, others):
        together = [
            (min(weight, its_weight), both)
            for weight, pages in together
            for its_weight, its_pages in other
            if (both := pages & its_pages)
        ]
    return together


def _heaviest(held: Iterable[tuple[float, PageSet]]) -> Holders:
    """The pages by the greatest weight that each is held with, so that each is there once."""
    by_weight: dict[float, PageSet] = defaultdict(int)
    for weight, pages in held:
        by_weight[weight] |= pages
    heaviest, passed = [], 0
    for weight in sorted(by_weight, reverse=True):
        if pages := by_weight[weight] & ~passed:
            heaviest.append((weight, pages))
            passed |= pages
    return heaviest


def _union(sets: Iterable[PageSet]) -> PageSet:
    union = 0
    for pages in sets:
        union |= pages
    return union

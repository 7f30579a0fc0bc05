"""Finding pages by words: which hold what was asked for, and in what order.

One query finds where the words stand, and the rest is counted in Python, so that both databases
answer alike.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from django.db.models import Aggregate, TextField

from search.facets import Facet, facets, narrowed
from search.models import Posting, SearchDocument
from search.places import Places, places
from search.terms import Keys, Term

# Pages by the weight of what they hold: a page may be there with several, and the greatest counts.
Holders = list[tuple[float, list[int]]]


@dataclass(frozen=True)
class Found:
    """What a question found, narrowed by what the reader has chosen in each facet."""

    terms: list[Term]
    # The primary keys of all the pages that were found, best first.
    all_hits: list[int]
    among: Places
    chosen: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def hits(self) -> list[int]:
        """Those that meet every choice, best first."""
        return narrowed(self.all_hits, self.chosen, self.among)

    @cached_property
    def facets(self) -> list[Facet]:
        """The ways to narrow the hits that leave anything to choose."""
        return facets(self.all_hits, self.chosen, self.among)

    @property
    def keys(self) -> Keys:
        """Every key that the terms may be met by, to mark the words in a text."""
        return frozenset().union(*(term.keys for term in self.terms))


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
    scores = _scores(terms)
    if below and scores:
        section = _lying_below(below)
        scores = {page: score for page, score in scores.items() if page in section}
    # The places are in order of their age, and sorting by score leaves equals as they are.
    hits = [page for page in among.pages if page in scores]
    hits.sort(key=scores.__getitem__, reverse=True)
    return Found(terms, hits, among, chosen or {})


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


def _lying_below(path: str) -> set[int]:
    documents = SearchDocument.objects.filter(path__startswith=path)
    return set(_numbers(documents.aggregate(pages=_Pages("page_id"))["pages"] or ""))


def _scores(terms: list[Term]) -> dict[int, float]:
    """How well each page that holds every term answers."""
    holders = _holders(frozenset().union(*(term.keys for term in terms)))
    scores: dict[int, float] | None = None
    for term in terms:
        ways = [
            (weight * alternative.share, pages)
            for alternative in term.alternatives
            for weight, pages in _holding_all(alternative.words, holders)
        ]
        best = _heaviest(ways)
        scores = (
            best
            if scores is None
            else {page: scores[page] + score for page, score in best.items() if page in scores}
        )
    return scores or {}


def _holders(keys: Keys) -> dict[str, Holders]:
    postings = Posting.objects.filter(key__in=keys).values_list("key", "weight")
    holders: dict[str, Holders] = defaultdict(list)
    for key, weight, pages in postings.annotate(pages=_Pages("document_id")):
        holders[key].append((weight, _numbers(pages)))
    return holders


def _holding_all(words: Sequence[Keys], holders: Mapping[str, Holders]) -> Holders:
    """The pages that hold all the words, by the weight of the weakest."""
    held = [[one for key in word for one in holders.get(key, ())] for word in words]
    if len(held) == 1:
        return held[0]
    first, *others = map(_heaviest, held)
    together: dict[float, list[int]] = defaultdict(list)
    for page, weight in first.items():
        if all(page in other for other in others):
            together[min(weight, *(other[page] for other in others))].append(page)
    return list(together.items())


def _heaviest(held: Holders) -> dict[int, float]:
    """The greatest weight that each page is held with."""
    weights: dict[int, float] = {}
    for weight, pages in sorted(held, key=itemgetter(0)):
        weights.update(dict.fromkeys(pages, weight))
    return weights

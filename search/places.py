"""The pages that a search may find, and what each is sorted under: its kind, its branches.

Made once a generation: read in every search, these rows would cost more than the search itself.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import compress
from operator import itemgetter

from django.apps import apps
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

from delivery import generation
from foundation.branches import Branches, divisions
from foundation.pages import BasePage
from search.models import SearchDocument
from search.remembered import Remembered

KIND = "typ"

# Pages by their place in the order of age, a bit each: ten thousand of them are a kilobyte, and
# what two sets have in common is found in a millionth of a second.
PageSet = int

_BITS_AS_FLAGS = bytes.maketrans(b"01", b"\0\1")


@dataclass(frozen=True)
class Sorter:
    """A way to sort pages: `name` in the address, `label` for the reader, and words for each key."""

    name: str
    label: str
    labels: dict[str, str]


@dataclass(frozen=True)
class Places:
    """Every page that may be found, the newest first, with its key under each of the sorters.

    The key is empty where a page lies in none of the sorter's branches.
    """

    sorters: list[Sorter]
    pages: dict[int, tuple[str, ...]]

    @cached_property
    def sorted_under(self) -> dict[tuple[str, ...], PageSet]:
        """The pages of each combination of keys; there are few."""
        pages: dict[tuple[str, ...], list[int]] = {}
        for page, keys in self.pages.items():
            pages.setdefault(keys, []).append(page)
        return {keys: self.as_set(its_pages) for keys, its_pages in pages.items()}

    @cached_property
    def common_words(self) -> Remembered:
        """What is remembered of the words that stand on many of these pages."""
        return Remembered()

    def as_set(self, pages: Iterable[int]) -> PageSet:
        """Those of the pages with these primary keys that may be found."""
        flags = bytearray(b"0") * len(self.pages)
        place_of = self._place_of
        for page in pages:
            if (place := place_of.get(page)) is not None:
                flags[place] = 49  # "1"
        return int(flags[::-1] or b"0", 2)

    def in_order(self, found: PageSet) -> Iterable[int]:
        """The primary keys of the pages in a set, the newest first."""
        flags = bin(found)[:1:-1].encode().translate(_BITS_AS_FLAGS)
        return compress(self._newest_first, flags)

    @cached_property
    def _newest_first(self) -> list[int]:
        return list(self.pages)

    @cached_property
    def _place_of(self) -> dict[int, int]:
        return {page: place for place, page in enumerate(self.pages)}


def places() -> Places:
    """Where the pages are sorted now; those that are hidden are not among them."""
    return generation.held("places", _make)


def _make() -> Places:
    told = [(one, branches) for one in divisions() if (branches := one.branches())]
    sorters = [Sorter(KIND, "Slag av sida", kinds())]
    sorters += [Sorter(one.name, one.label, dict(branches.values())) for one, branches in told]
    key_in = [_finder(branches) for _division, branches in told]
    hidden = _hidden_branches()
    # Thousands of pages share a few combinations of keys, and each is kept once.
    once: dict[tuple[str, ...], tuple[str, ...]] = {}
    pages = {}
    rows = SearchDocument.objects.order_by("-day", "-page_id").values_list(
        "page_id", "path", "kind"
    )
    for page, path, kind in rows:
        if not (hidden and any(way in hidden for way in ways(path))):
            keys = (kind, *(find(path) for find in key_in))
            pages[page] = once.setdefault(keys, keys)
    return Places(sorters, pages)


@cache
def kinds() -> dict[str, str]:
    """The kinds of pages, by what readers call them."""
    kinds = {
        name: model.called_by_readers or str(model._meta.verbose_name_plural).capitalize()
        for name, model in page_types().items()
    }
    return dict(sorted(kinds.items(), key=itemgetter(1)))


@cache
def page_types() -> dict[str, type[BasePage]]:
    """The types of pages, by how a document names its kind."""
    return {
        model._meta.model_name: model for model in apps.get_models() if issubclass(model, BasePage)
    }


def _finder(branches: Branches) -> Callable[[str], str]:
    """Tells of a tree path under which key the branch is that it lies in."""
    depths = sorted({len(path) for path in branches})

    def find(path: str) -> str:
        ways = (path[:depth] for depth in depths)
        return next((branches[way][0] for way in ways if way in branches), "")

    return find


def _hidden_branches() -> frozenset[str]:
    """The tree paths of pages that hide themselves and all below them."""
    restricted = PageViewRestriction.objects.values("page")
    # Not only those that say they have pages below: what was saved by one who had it open before
    # there were any says that it has none.
    hidden = Page.objects.filter(
        Q(live=False, depth__gt=1) | Q(pk__in=restricted) | Q(alias_of__in=restricted)
    )
    return frozenset(hidden.values_list("path", flat=True))


def ways(path: str) -> Iterator[str]:
    """The tree path and those of all pages above it, from the root down."""
    return (path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen))

"""What the public may see: a page that is live, public, and not below one that is not.

Wagtail by itself hides the branch of a private page but not that of an unpublished one.
"""

from urllib.parse import urlsplit

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Substr
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

# No page lies deeper, root included. The tree's grammar sees to it (tests/test_tree.py).
MAX_DEPTH = 8


def is_hidden() -> Exists:
    """The condition that an anonymous reader may not see a page; adds no query of its own.

    The page and those above it are looked up by their paths, an index look-up each, so the
    time is linear in the pages.
    """
    branch = [
        Substr(OuterRef("path"), 1, Page.steplen * depth) for depth in range(1, MAX_DEPTH + 1)
    ]
    restricted = PageViewRestriction.objects.values("page")
    hidden = Page.objects.filter(path__in=branch).filter(
        # An alias is as private as the page that it repeats.
        Q(live=False) | Q(pk__in=restricted) | Q(alias_of__in=restricted)
    )
    return Exists(hidden)


def visible(pages: QuerySet) -> QuerySet:
    """Those of `pages` that an anonymous reader may see."""
    return pages.filter(~is_hidden())


def visible_addresses() -> list[str]:
    """The address of every page that an anonymous reader may see."""
    pages = visible(Page.objects.filter(depth__gt=1).only("path", "url_path"))
    return [urlsplit(address).path for page in pages if (address := page.get_url())]


class VisiblePageQuerySet(PageQuerySet):
    """Pages that know what the public may see of them."""

    def visible(self) -> "VisiblePageQuerySet":
        """Those an anonymous reader may see."""
        return visible(self)

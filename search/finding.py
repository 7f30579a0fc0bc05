"""Finding pages by words, and what a list of found pages shows of each."""

from collections import defaultdict

from django.db.models import Case, QuerySet, Value, When
from wagtail.models import Page

from foundation.pages import BasePage
from foundation.visibility import visible

# What the list shows that only the page's own type knows.
_SHOWN = ("summary", "is_example", "safe_mode", "safe_title")


def find(words: str) -> QuerySet[Page]:
    """The pages that hold all the words and that anyone may read.

    Those that hold them in the title come first, then the newest. The database's own order of
    relevance is not asked for: on SQLite its cost grows with the square of the number of pages.
    """
    in_title = _holding(words, fields=["title"]).values("pk")
    return visible(_holding(words)).order_by(
        Case(When(pk__in=in_title, then=Value(0)), default=Value(1)), "-last_published_at", "pk"
    )


def as_listed(pages: list[Page]) -> list[Page]:
    """The pages as their own types, with what a list shows; one query, however many types."""
    by_type = defaultdict(list)
    for page in pages:
        if page.specific_class and issubclass(page.specific_class, BasePage):
            by_type[page.specific_class].append(page.pk)
    if not by_type:
        return pages
    first, *others = (
        kind.objects.filter(pk__in=keys).order_by().values_list("pk", *_SHOWN)
        for kind, keys in by_type.items()
    )
    shown = {key: values for key, *values in first.union(*others, all=True)}
    listed = []
    for page in pages:
        own = page.specific_deferred
        for name, value in zip(_SHOWN, shown.get(page.pk, ()), strict=False):
            setattr(own, name, value)
        listed.append(own)
    return listed


def _holding(words: str, **kwargs) -> QuerySet[Page]:
    return Page.objects.search(words, order_by_relevance=False, **kwargs).get_queryset()

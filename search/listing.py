"""What a list of found pages shows of each, as its own type, in few queries."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length, Substr
from wagtail.models import Page

from foundation.pages import BasePage
from foundation.visibility import visible
from search.excerpt import excerpt, marked
from search.models import SearchDocument

# What the list shows that only the page's own type knows.
_SHOWN = ("summary", "is_example", "safe_mode", "safe_title")


def listed(hits: Iterable[int], keys: frozenset[str]) -> list[Page]:
    """The pages with these primary keys in their order, each with `shown_title` and `shown_text`, marked.

    A page in safe mode is shown by its neutral title alone, and one whose title says too little
    together with the page it is about. Whether all may read a page is asked of the tree itself
    once more.
    """
    wanted = list(hits)
    document = SearchDocument.objects.filter(page=OuterRef("pk"))
    place_above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    above = Page.objects.filter(path=place_above)
    found = {
        page.pk: page
        for page in visible(Page.objects.filter(pk__in=wanted)).annotate(
            lead=Subquery(document.values("lead")),
            text=Subquery(document.values("text")),
            title_above=Subquery(above.values("title")),
        )
    }
    texts = {key: _said_once([page.lead, *page.text.split("\n")]) for key, page in found.items()}
    pages = _as_own_types([found[key] for key in wanted if key in found])
    for page in pages:
        page.shown_title, page.shown_text = page.title, ""
        if getattr(page, "in_safe_branch", False):
            page.shown_title = page.browser_title
            continue
        title = page.title
        if getattr(page, "is_told_with_page_above", False):
            title = f"{title}: {found[page.pk].title_above}"
        page.shown_title = marked(title, keys)
        page.shown_text = excerpt(texts[page.pk], keys)
    return pages


def _said_once(pieces: Iterable[str]) -> str:
    """The pieces of a page as running text, each a sentence and none that another says as well."""
    said: list[str] = []
    for piece in map(str.strip, pieces):
        if piece and not any(piece in other for other in said):
            # A lead may be the beginning of the text, cut off.
            said = [other for other in said if not piece.startswith(other.rstrip(" …"))]
            said.append(piece)
    return " ".join(piece if piece[-1] in ".!?:…”" else f"{piece}." for piece in said)


def _as_own_types(pages: list[Page]) -> list[Page]:
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
    own_types = []
    for page in pages:
        own = page.specific_deferred
        for name, value in zip(_SHOWN, shown.get(page.pk, ()), strict=False):
            setattr(own, name, value)
        own_types.append(own)
    return own_types

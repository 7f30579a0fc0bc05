"""What a page chooses in its text, fetched together: its pages in one query, its files in another.

While a page is read, whatever a chooser or a link asks for is looked up for all of them at once, the
lead picture and the pages that the page lists beside its text included. Elsewhere (forms, imports)
each asks for its own.
"""

import copy
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, Case, Model, Q, Value, When
from wagtail.blocks import StreamValue, StructValue
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

from foundation import examples
from foundation.figures import figures_of, has_figures
from foundation.visibility import is_hidden

_LINK = re.compile(
    r'<a\b(?=[^>]*\blinktype="(?P<kind>page|document)")[^>]*\bid="(?P<key>\d{1,18})"'
)

Kind = Callable[[set[int]], dict[int, Any]]


class _Chosen:
    """What has been chosen so far, and what of it has been fetched."""

    def __init__(self) -> None:
        self.keys: dict[Kind, set[int]] = defaultdict(set)
        self.found: dict[Kind, dict[int, Any]] = defaultdict(dict)
        self.asked: dict[Kind, set[int]] = defaultdict(set)
        # While what blocks ask for is only written down.
        self.is_noting = False
        self.has_page = False


_open: ContextVar[_Chosen | None] = ContextVar("chosen", default=None)


# The kinds


def pages(keys: set[int], listed: Q | None = None) -> dict[int, Page]:
    """The pages with these keys, and those that `listed` names.

    Each knows whether it `is_hidden` from readers, `is_listed` and `is_example`, and its `figures`.
    """
    wanted = Q(pk__in=keys) | listed if listed else Q(pk__in=keys)
    if not keys and listed is None:
        return {}
    is_listed = Case(
        *([When(listed, then=Value(True))] if listed else []),
        default=Value(False),
        output_field=BooleanField(),
    )
    found = Page.objects.filter(wanted).annotate(is_hidden=is_hidden(), is_listed=is_listed)
    by_key = {page.pk: page for page in found.order_by()}
    marked = set(examples.current_paths()) if listed else ()
    told = figures_of(key for key, page in by_key.items() if has_figures(page))
    for key, page in by_key.items():
        page.is_example = page.path in marked
        page.figures = told.get(key, [])
    return by_key


def documents(keys: set[int]) -> dict[int, Model]:
    """The files with these keys."""
    return apps.get_model("foundation", "SiteDocument").objects.in_bulk(keys)


def images(keys: set[int]) -> dict[int, Model]:
    """The pictures with these keys, with all their sizes: after a publication, in one query."""
    sizes = apps.get_model("foundation", "SiteRendition").objects.filter(image__in=keys)
    found: dict[int, Model] = {}
    for size in sizes.select_related("image").order_by("pk"):
        image = found.setdefault(size.image_id, size.image)
        image.prefetched_renditions = [*getattr(image, "prefetched_renditions", ()), size]
    if without_sizes := keys - found.keys():
        found |= apps.get_model("foundation", "SiteImage").objects.in_bulk(without_sizes)
    return found


def own_copy(image: Model) -> Model:
    """The picture for one place: what it shows in words there is said nowhere else."""
    own = copy.copy(image)
    if hasattr(image, "prefetched_renditions"):
        own.prefetched_renditions = [copy.copy(size) for size in image.prefetched_renditions]
        for size in own.prefetched_renditions:
            size.image = own
    return own


# Asking


def fetched(kind: Kind, keys: Iterable[int | None]) -> dict[int, Any]:
    """What of a kind has these keys; all that is known to be asked for is fetched at once."""
    wanted = {key for key in keys if key}
    chosen = _open.get()
    if chosen is None:
        return kind(wanted) if wanted else {}
    if chosen.is_noting:
        chosen.keys[kind] |= wanted
        return {}
    new = chosen.keys[kind] - chosen.asked[kind]
    if wanted & new:
        chosen.found[kind] |= kind(new)
        chosen.asked[kind] |= new
    if unforeseen := wanted - chosen.keys[kind]:
        return {**chosen.found[kind], **kind(unforeseen)}
    return chosen.found[kind]


def listed_pages(listed: Q) -> list[Page]:
    """The pages that `listed` names and readers may see, in tree order.

    Found in the same query as the pages that are noted and not yet fetched.
    """
    chosen = _open.get()
    if chosen is None:
        found = pages(set(), listed)
    else:
        new = chosen.keys[pages] - chosen.asked[pages]
        found = pages(new, listed)
        chosen.found[pages] |= found
        chosen.asked[pages] |= new
    return sorted(
        (page for page in found.values() if page.is_listed and not page.is_hidden),
        key=lambda page: page.path,
    )


def is_reading() -> bool:
    """Whether what is asked for is to be shown to a reader of a page, and not to an editor."""
    chosen = _open.get()
    return chosen is not None and chosen.has_page


# Saying what will be asked for


@contextmanager
def together() -> Iterator[None]:
    """Until the end, what is noted is fetched together."""
    token = _open.set(_Chosen())
    try:
        yield
    finally:
        _open.reset(token)


def note_page(page: Page) -> None:
    """Note all that the page's own text and pictures choose, without a query."""
    chosen = _open.get()
    if chosen is None:
        return
    chosen.has_page = True
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            note(field.value_from_object(page))
        elif isinstance(field, RichTextField):
            note(RichText(field.value_from_object(page)))


def want(kind: Kind, keys: Iterable[int | None]) -> None:
    """Note keys that stand elsewhere than in texts and blocks."""
    if chosen := _open.get():
        chosen.keys[kind] |= {key for key in keys if key}


def note(*values: object) -> None:
    """Note what these rich texts and bodies choose, without a query; nothing outside `together`."""
    chosen = _open.get()
    if chosen is None:
        return
    for value in values:
        if isinstance(value, StreamValue):
            value = _as_noted(chosen, value)
        for text in texts_in(value):
            for link in _LINK.finditer(text):
                kind = pages if link["kind"] == "page" else documents
                chosen.keys[kind].add(int(link["key"]))


def texts_in(value: object) -> Iterator[str]:
    """The rich texts in a body or a part of one."""
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, StreamValue):
        for child in value:
            yield from texts_in(child.value)
    elif isinstance(value, StructValue):
        for child in value.values():
            yield from texts_in(child)


def _as_noted(chosen: _Chosen, body: StreamValue) -> StreamValue:
    """The body as its blocks make it of what is stored, while all that they ask for is noted."""
    block, stored = body.stream_block, list(body.raw_data)
    chosen.is_noting = True
    try:
        return block.bulk_to_python([stored])[0]
    finally:
        chosen.is_noting = False

"""What a list of found pages shows of each, in few queries and without a whole page.

Twenty pages as their own types would take longer than finding them among ten thousand.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, PageViewRestriction

from foundation import examples, safe_mode
from foundation.frame import current_frame
from foundation.pages import BasePage
from search.excerpt import Marker
from search.models import SearchDocument
from search.places import page_types, ways


@dataclass(frozen=True)
class Hit:
    """A page as the list shows it: what it says with the words marked, and what it is called."""

    title: str
    text: str
    address: str
    kind: str
    is_example: bool
    # Its place in the tree: by this a template knows its language.
    path: str


def listed(hits: Iterable[int], keys: frozenset[str]) -> list[Hit]:
    """The pages with these primary keys, in their order.

    A page in safe mode is shown by its neutral title alone, and one whose title says too little
    together with the page it is about. Whether all may read a page is asked of the tree itself
    once more.
    """
    wanted = list(hits)
    documents = SearchDocument.objects.in_bulk(wanted)
    tree = _tree(document.path for document in documents.values())
    shown = [
        documents[key]
        for key in wanted
        if key in documents
        and _is_open(documents[key], tree)
        and documents[key].kind in page_types()
    ]
    neutral = _neutral_titles(shown, tree)
    site, marked = current_frame().site, set(examples.current_paths())
    top = site.root_page.url_path if site else "/"
    marker, found = Marker(keys), []
    for document in shown:
        page, its_type = tree[document.path], page_types()[document.kind]
        title, text = neutral.get(page.pk), ""
        if title is None:
            title, text = page.title, _said_once([document.lead, *document.text.split("\n")])
            if its_type.is_told_with_page_above:
                title = f"{title}: {tree[_above(page.path)].title}"
            title, text = marker.marked(title), marker.excerpt(text)
        found.append(
            Hit(
                title=title,
                text=text,
                address=f"/{page.url_path.removeprefix(top)}",
                kind=its_type.get_verbose_name(),
                is_example=page.path in marked,
                path=page.path,
            )
        )
    return found


def _tree(paths: Iterable[str]) -> dict[str, Page]:
    """The pages at these paths and all above them, with what is asked of them here."""
    restrictions = PageViewRestriction.objects.filter(
        # An alias is as private as the page that it repeats.
        Q(page=OuterRef("pk")) | Q(page=OuterRef("alias_of"))
    )
    places = {way for path in paths for way in ways(path)}
    rows = Page.objects.filter(path__in=places).annotate(is_private=Exists(restrictions))
    told = rows.values_list("path", "pk", "title", "url_path", "live", "is_private", named=True)
    return {row.path: row for row in told}


def _is_open(document: SearchDocument, tree: dict[str, Page]) -> bool:
    """Whether the page still stands there, and it and all above it are for everybody."""
    way = [tree.get(path) for path in ways(document.path)]
    return all(page and page.live and not page.is_private for page in way) and (
        way[-1].pk == document.pk
    )


def _neutral_titles(documents: list[SearchDocument], tree: dict[str, Page]) -> dict[int, str]:
    """What the pages in safe mode are called, by primary key; one query, and none without any."""
    safe = safe_mode.current_paths()
    inside = [document for document in documents if safe_mode.covers(safe, document.path)]
    if not inside:
        return {}
    kinds: dict[type[BasePage], list[int]] = {}
    for document in inside:
        kinds.setdefault(page_types()[document.kind], []).append(document.pk)
    first, *others = (
        kind.objects.filter(pk__in=keys).order_by().values_list("pk", "safe_title")
        for kind, keys in kinds.items()
    )
    safe_titles = dict(first.union(*others, all=True))
    return {
        document.pk: page_types()[document.kind](
            path=document.path,
            title=tree[document.path].title,
            safe_title=safe_titles.get(document.pk, ""),
        ).browser_title
        for document in inside
    }


def _above(path: str) -> str:
    return path[: -Page.steplen]


def _said_once(pieces: Iterable[str]) -> str:
    """The pieces of a page as running text, each a sentence and none that another says as well."""
    said: list[str] = []
    for piece in map(str.strip, pieces):
        if piece and not any(piece in other for other in said):
            # A lead may be the beginning of the text, cut off.
            said = [other for other in said if not piece.startswith(other.rstrip(" …"))]
            said.append(piece)
    return " ".join(piece if piece[-1] in ".!?:…”" else f"{piece}." for piece in said)

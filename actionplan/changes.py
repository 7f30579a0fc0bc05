"""What visibly changed in the plan, and when: the one place that "Uppdaterad", timelines, the
sitemap and feeds ask.

Nothing is logged for it. It is read from what is kept anyway: when a page was first published
and last seen to change, what the status updates say, the corrections, and what was removed.
A whole plan costs four queries, and time that is linear in its pages.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from os.path import commonprefix
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from actionplan.change import IN_WORDS, Change, ChangeKind
from actionplan.models import Removal, StatusUpdatePage
from actionplan.standing import counted
from actionplan.status import MeasureStatus
from foundation.corrections import Correction
from foundation.pages import BasePage
from foundation.visibility import visible

__all__ = ["Change", "ChangeKind", "changes_in", "last_changes", "page_types"]

STEP = Page.steplen
_PAGE = ("pk", "path", "title", "url_path", "is_example", "changed_at", "first_published_at")
# Pages that only list others: that they are there tells a reader nothing.
_LISTS = frozenset({"indicatorindexpage", "surveyindexpage"})
_UPDATE = (*_PAGE, "page_type", "fact_on", "status", "reason", "summary")


class _Told(NamedTuple):
    """Something to tell: when it could be seen, how it changed, on which page, by which fact."""

    at: datetime.datetime
    kind: ChangeKind
    page: Any
    fact: Any = None


def changes_in(
    root: BasePage, limit: int | None = None, since: datetime.datetime | None = None
) -> list[Change]:
    """What changed on the page `root` and on those below it that all may read, newest first."""
    pages = _public_pages(root)
    removals = list(_removals(root, pages))
    told = [
        *_publications(pages),
        *_updates(pages),
        *_corrections(root, pages),
        *(removal for removal in removals if not removal.fact.is_back),
    ]
    # A correction, or the removal of a page below, is the edit of its page; told once is enough.
    said = {(one.at, one.page.pk) for one in [*told, *removals] if one.fact is not None}
    told = [
        one
        for one in told
        if one.page.path.startswith(root.path)
        and not (one.kind is ChangeKind.EDITED and (one.at, one.page.pk) in said)
        and not (since and one.at < since)
    ]
    told.sort(key=lambda one: (one.at, one.page.path), reverse=True)
    return [_change(one, pages) for one in told[:limit]]


def last_changes(
    pages: Iterable[BasePage], types: Iterable[type[BasePage]] | None = None
) -> dict[int, datetime.datetime | None]:
    """When each page, or something below it in the plan, last changed; by primary key.

    The pages are such as all may read. One query answers for them all. Where `types` are
    given, only pages of those types are looked for below.
    """
    pages = list(pages)
    newest = {page.path: page.changed_at or page.first_published_at for page in pages}
    public = set(newest)
    for row in _rows(
        page_types() if types is None else types,
        commonprefix(list(newest)),  # noqa: RUF071 (tree paths have steps of equal length)
        ("path", "changed_at", "first_published_at", "page_type"),
    ):
        if row.path not in public and row.path[:-STEP] not in public:
            continue
        public.add(row.path)
        if row.page_type in _LISTS:
            continue
        moment = row.changed_at or row.first_published_at
        for place in _way_to(row.path):
            if moment and place in newest:
                newest[place] = max(newest[place] or moment, moment)
    return {page.pk: newest[page.path] for page in pages}


def page_types() -> list[type[BasePage]]:
    """The page types that a plan is made of."""
    models = apps.get_app_config("actionplan").get_models()
    return [model for model in models if issubclass(model, BasePage)]


# What is kept


def _way_to(path: str) -> list[str]:
    return [path[:end] for end in range(STEP, len(path) + 1, STEP)]


def _at_or_below(path: str) -> tuple[str, str]:
    """The range of tree paths of the page at `path` and of all below it."""
    path = path[: len(path) // STEP * STEP]
    return path, Page._get_children_path_interval(path)[1]


def _rows(
    types: Iterable[type[BasePage]], path: str, columns: tuple[str, ...], *conditions: Any
) -> QuerySet:
    """Pages of these types, live and not private themselves, in the order of the tree."""
    first, *others = [
        model.objects.filter(*conditions, path__range=_at_or_below(path))
        .filter(live=True, view_restrictions__isnull=True)
        .order_by()
        .annotate(page_type=Value(model._meta.model_name))
        .values_list(*columns, named=True)
        for model in types
    ]
    return first.union(*others, all=True).order_by("path")


def _public_pages(root: BasePage) -> dict[str, Any]:
    """The pages at and below `root` that all may read, by tree path.

    Updates stand as in `counted`: of one measure the newest day of fact comes first. Where
    `root` is an update, the others of its measure are there too, to compare it with.
    """
    is_open = Exists(visible(Page.objects.filter(pk=root.pk)))
    types = [model for model in page_types() if model is not StatusUpdatePage]
    top = root.path[:-STEP] if isinstance(root, StatusUpdatePage) else root.path
    updates = StatusUpdatePage.objects.filter(is_open, path__range=_at_or_below(top))
    updates = counted(updates.annotate(page_type=Value("statusupdatepage")))
    pages: dict[str, Any] = {}
    for row in (
        *_rows(types, top, (*_PAGE, "page_type"), is_open),
        *updates.values_list(*_UPDATE, named=True),
    ):
        if row.path == top or row.path[:-STEP] in pages:
            pages[row.path] = row
    return pages


def _publications(pages: dict[str, Any]) -> Iterator[_Told]:
    for page in pages.values():
        if page.page_type in _LISTS:
            continue
        first = page.first_published_at
        if first and page.page_type != "statusupdatepage":
            yield _Told(first, ChangeKind.PUBLISHED, page)
        if first and page.changed_at and page.changed_at > first:
            yield _Told(page.changed_at, ChangeKind.EDITED, page)


def _updates(pages: dict[str, Any]) -> Iterator[_Told]:
    """Each status update, as a new status where it says another one than the update before it."""
    of_measure = defaultdict(list)
    for page in pages.values():
        if page.page_type == "statusupdatepage":
            of_measure[page.path[:-STEP]].append(page)
    for updates in of_measure.values():
        before = MeasureStatus.PLANNED
        for update in reversed(updates):
            kind = ChangeKind.UPDATE if update.status is before else ChangeKind.STATUS
            before = update.status
            if update.first_published_at:
                yield _Told(update.first_published_at, kind, update)


def _corrections(root: BasePage, pages: dict[str, Any]) -> Iterator[_Told]:
    """Each correction, when readers could see it."""
    by_pk = {page.pk: page for page in pages.values()}
    for correction in Correction.objects.filter(page__path__range=_at_or_below(root.path)):
        page = by_pk.get(correction.page_id)
        if page and (at := correction.seen_at(page.first_published_at, page.changed_at)):
            yield _Told(at, ChangeKind.CORRECTION, page, correction)


def _removals(root: BasePage, pages: dict[str, Any]) -> Iterator[_Told]:
    """Each removal below a page that all may read, also of what has come back since.

    Of what is for some readers only by now, nothing is told: not that it was there either.
    """
    by_pk = {page.pk: page for page in pages.values()}
    live_again = Page.objects.filter(live=True, translation_key=OuterRef("page_key"))
    private_now = PageViewRestriction.objects.filter(page__translation_key=OuterRef("page_key"))
    removals = Removal.objects.filter(~Exists(private_now))
    removals = removals.filter(below__path__range=_at_or_below(root.path))
    for removal in removals.annotate(is_back=Exists(live_again)):
        if page := by_pk.get(removal.below_id):
            yield _Told(removal.removed_at, ChangeKind.REMOVED, page, removal)


# How it is told


def _change(told: _Told, pages: dict[str, Any]) -> Change:
    if told.kind is ChangeKind.REMOVED:
        return _removal(told)
    page, kind = told.page, told.kind
    is_update = page.page_type == "statusupdatepage"
    is_new_update = kind in (ChangeKind.UPDATE, ChangeKind.STATUS)
    measure = pages.get(page.path[:-STEP]) if is_update else page
    is_about_measure = measure is not None and measure.page_type == "measurepage"
    day = timezone.localdate(told.at)
    if is_new_update:
        day = page.fact_on or day
    if kind is ChangeKind.CORRECTION:
        day = told.fact.corrected_on
    return Change(
        kind=kind,
        at=told.at,
        day=day,
        title=page.title,
        page_type=page.page_type,
        page_pk=page.pk,
        url_path=page.url_path,
        measure_title=measure.title if is_about_measure else "",
        status=page.status if is_new_update else None,
        text=_text(told),
        is_example=page.is_example,
    )


def _text(told: _Told) -> str:
    page = told.page
    new, known = IN_WORDS[page.page_type]
    if page.page_type == "statusupdatepage":
        known = page.title
    match told.kind:
        case ChangeKind.PUBLISHED:
            return f"{new}."
        case ChangeKind.EDITED:
            return f"{known} har ändrats."
        case ChangeKind.CORRECTION:
            return f"Rättelse: {told.fact.what_changed}"
        case _:
            reason = page.reason if page.status.needs_reason else ""
            return " ".join(part for part in (reason, page.summary) if part)


def _removal(told: _Told) -> Change:
    removal, above = told.fact, told.page
    _new, known = IN_WORDS[removal.page_type]
    is_update = removal.page_type == "statusupdatepage"
    measure_title = {"statusupdatepage": above.title, "measurepage": removal.title}
    return Change(
        kind=ChangeKind.REMOVED,
        at=told.at,
        day=timezone.localdate(told.at),
        title=removal.title,
        page_type=removal.page_type,
        measure_title=measure_title.get(removal.page_type, ""),
        text=f"{(is_update and removal.title) or known} har tagits bort.",
        is_example=removal.is_example,
    )

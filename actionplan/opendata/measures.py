"""Measures and status updates as open data.

The whole plan is told, also its areas in safe mode: the list of everything says nothing of who
reads it. Examples are left out, also of what a measure's status is read from.
"""

import html
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from wagtail.models import Page

from actionplan.models import (
    FocusAreaPage,
    IndicatorPage,
    MeasurePage,
    PlanPage,
    StatusUpdatePage,
)
from actionplan.standing import Standing, counted
from foundation import examples, safe_mode
from foundation.feeds.full_text import full_texts
from foundation.frame import current_frame
from foundation.sanitise import Profile, clean
from foundation.swedish.sorting import swedish_key
from foundation.visibility import visible


@dataclass
class MeasureFacts:
    """What is told of a measure beside its own fields."""

    area: FocusAreaPage
    plan: PlanPage
    url: str
    target_groups: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    indicators: list[UUID] = field(default_factory=list)
    replaced_by: UUID | None = None
    merged_into: UUID | None = None
    what_is_done: str = ""


def measure_rows() -> Iterator[tuple[MeasurePage, MeasureFacts]]:
    """Each measure with the facts, in the order of the plan."""
    measures = _measures()
    keys = {measure.pk: measure.translation_key for measure in measures}
    above = _pages_above()
    groups = _names(MeasurePage.target_groups.through, "targetgroup__name")
    partners = _names(
        MeasurePage.partners.through, "organisation__name", organisation__is_example=False
    )
    indicators = _indicators()
    texts = full_texts([[measure.body] for measure in measures])
    for measure, text in zip(measures, texts, strict=True):
        area = above[measure.path[: -Page.steplen]]
        yield (
            measure,
            MeasureFacts(
                area=area,
                plan=above[area.path[: -Page.steplen]],
                url=address(measure),
                target_groups=groups[measure.pk],
                partners=partners[measure.pk],
                indicators=indicators[measure.pk],
                replaced_by=keys.get(measure.replaced_by_id),
                merged_into=keys.get(measure.standing.merged_into_id),
                what_is_done=plain_text(text),
            ),
        )


def update_rows() -> Iterator[tuple[StatusUpdatePage, MeasurePage, UUID | None]]:
    """Each status update with its measure, and the key of the one that this was merged into."""
    measures = _measures(with_updates=False)
    keys = {measure.pk: measure.translation_key for measure in measures}
    of_measure = _updates()
    for measure in measures:
        for update in of_measure[measure.path]:
            yield update, measure, keys.get(update.merged_into_id)


def not_examples(pages: list) -> list:
    """Those of the pages that neither are examples nor lie below one."""
    paths = examples.current_paths()
    return [page for page in pages if not safe_mode.covers(paths, page.path)]


def address(page: Page) -> str:
    """The whole address of a page."""
    site = current_frame().site
    return f"{site.root_url if site else ''}{page.url or ''}"


def plain_text(text: str) -> str:
    """What a reader sees of the HTML, a line for each paragraph."""
    lines = html.unescape(clean(text.replace("</p>", "</p>\n"), Profile.TEXT)).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _measures(with_updates: bool = True) -> list[MeasurePage]:
    found = MeasurePage.objects.visible().filter(alias_of=None).select_related("responsible")
    measures = not_examples(list(found.order_by("path")))
    if with_updates:
        of_measure = _updates()
        for measure in measures:
            measure.standing = Standing.according_to(of_measure[measure.path])
    return measures


def _updates() -> dict[str, list[StatusUpdatePage]]:
    """The updates that count, by the tree path of their measure; the newest day of fact first."""
    of_measure = defaultdict(list)
    updates = counted(StatusUpdatePage.objects.filter(is_example=False, alias_of=None))
    for update in updates.defer("picture"):
        of_measure[update.path[: -Page.steplen]].append(update)
    return of_measure


def _pages_above() -> dict[str, Page]:
    named = ("path", "title", "translation_key", "url_path")
    return {
        page.path: page
        for model in (PlanPage, FocusAreaPage)
        for page in visible(model.objects.all()).only(*named)
    }


def _names(through, name: str, **where: bool) -> dict[int, list[str]]:
    names = defaultdict(list)
    for measure, said in through.objects.filter(**where).values_list("measurepage_id", name):
        names[measure].append(said)
    for some in names.values():
        some.sort(key=swedish_key)
    return names


def _indicators() -> dict[int, list[UUID]]:
    """The keys of the indicators of each measure, those that are told of themselves."""
    told = not_examples(list(IndicatorPage.objects.visible().only("path", "translation_key")))
    keys = {page.pk: page.translation_key for page in told}
    linked = defaultdict(list)
    rows = MeasurePage.indicators.through.objects.order_by("indicatorpage_id")
    for measure, indicator in rows.values_list("measurepage_id", "indicatorpage_id"):
        if indicator in keys:
            linked[measure].append(keys[indicator])
    return linked

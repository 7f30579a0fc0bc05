"""What the plan tells in feeds and in the calendar.

An entry is a page, with the moment that the page itself shows as "Uppdaterad". Example data and
branches in safe mode are left out whole: a feed lies readable in somebody's telephone.
"""

import datetime

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import strip_tags
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.rich_text import RichText

from actionplan.changes import last_changes, page_types
from actionplan.models import (
    FocusAreaPage,
    IndicatorIndexPage,
    IndicatorPage,
    MeasurePage,
    PlanPage,
    StatusUpdatePage,
    SurveyIndexPage,
    SurveyPage,
)
from actionplan.standing import with_standings
from foundation import examples, safe_mode
from foundation.feeds.atom import feed_response
from foundation.feeds.calendar import Event
from foundation.feeds.entry import LIMIT, Entry, Source
from foundation.feeds.full_text import Part, full_texts
from foundation.pages import BasePage
from foundation.visibility import visible

# Pages that a reader may follow by themselves.
FOLLOWED = (PlanPage, FocusAreaPage, MeasurePage)
_LISTS = (IndicatorIndexPage, SurveyIndexPage)
_ROW = ("pk", "path", "title", "changed_at", "first_published_at")


def entries(limit: int) -> list[Entry]:
    """The newest of all plans."""
    return _entries(limit)


def entries_below(root: BasePage, limit: int) -> list[Entry]:
    """The newest of the page and of what lies below it."""
    return _entries(limit, path__startswith=root.path)


def plans_changed_at() -> datetime.datetime | None:
    """When something in any plan last changed."""
    plans = PlanPage.objects.visible().filter(is_example=False)
    return max(filter(None, last_changes(plans).values()), default=None)


def plan_addresses() -> list[str]:
    """The feeds of the plans, which are kept before anyone has asked."""
    plans = PlanPage.objects.visible().exclude(path__in=_hidden())
    return [f"{plan.url}flode.atom" for plan in plans if plan.url]


plan = Source(
    "atgardsplan",
    "Åtgärdsplanen",
    "Lägesrapporter, åtgärder och annat i planen.",
    entries,
    plans_changed_at,
)


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The feed of one plan, focus area or measure."""
    site = request.frame.site
    found = Page.objects.filter(url_path=f"{site.root_page.url_path}{path}") if site else []
    page = visible(found).specific().first() if site else None
    if page is not None:
        request.safe_branch = safe_mode.covers(request.frame.safe_paths, page.path)
    if not isinstance(page, FOLLOWED) or safe_mode.covers(_hidden(), page.path):
        raise Http404
    return feed_response(
        request,
        page.title,
        f"page/{page.translation_key}/flode",
        page.url,
        entries_below(page, LIMIT),
        last_changes([page])[page.pk],
    )


# Entries


def _entries(limit: int, **where: str) -> list[Entry]:
    rows, types = {}, [model for model in page_types() if model not in _LISTS]
    for model in types:
        for row in _visible(model, **where).only(*_ROW).order_by():
            rows[row.path] = row
    hidden = _hidden()
    shown = [row for path, row in rows.items() if not safe_mode.covers(hidden, path)]
    changes = last_changes(shown)
    shown = [row for row in shown if changes[row.pk]]
    shown.sort(key=lambda row: (changes[row.pk], row.path), reverse=True)
    pages = _whole(shown[:limit], types)
    titles = _titles_above(pages, rows)
    texts = full_texts([_parts(page) for page in pages])
    return [
        Entry(
            key=f"page/{page.translation_key}",
            title=_title(page, titles),
            address=page.url,
            updated_at=changes[page.pk],
            published_at=page.first_published_at,
            html=html,
        )
        for page, html in zip(pages, texts, strict=True)
        if page.url
    ]


def _hidden() -> list[str]:
    """The branches that feeds do not tell of."""
    return safe_mode.current_paths() + examples.current_paths()


def _visible(model: type[BasePage], **where: str) -> QuerySet:
    return visible(model.objects.filter(alias_of=None, **where))


def _whole(rows: list[BasePage], types: list[type[BasePage]]) -> list[BasePage]:
    """The pages of these rows with all their text, in the same order; one query a type."""
    keys = [row.pk for row in rows]
    found = {page.pk: page for model in types for page in model.objects.filter(pk__in=keys)}
    return [found[key] for key in keys]


def _titles_above(pages: list[BasePage], rows: dict[str, BasePage]) -> dict[str, str]:
    """The title of the measure of each update, by its tree path."""
    wanted = {page.path[: -page.steplen] for page in pages if isinstance(page, StatusUpdatePage)}
    titles = {path: rows[path].title for path in wanted if path in rows}
    missing = MeasurePage.objects.filter(path__in=wanted - titles.keys())
    return titles | dict(missing.values_list("path", "title"))


def _title(page: BasePage, titles: dict[str, str]) -> str:
    if isinstance(page, StatusUpdatePage):
        return f"{titles[page.path[: -page.steplen]]}: {page.title} ({page.status.label})"
    return page.title


def _parts(page: BasePage) -> list[Part]:
    """What the page says, in the order that it says it."""
    match page:
        case StatusUpdatePage():
            return [
                f"Status: {page.status.label}",
                page.explanation,
                RichText(page.text) if strip_tags(page.text).strip() else "",
                ("Resultat", _outcome(page)),
            ]
        case MeasurePage():
            return [
                page.summary,
                ("Varför", page.problem),
                ("Mål", page.goal),
                page.body,
                ("Så följs den upp", page.follow_up_how),
                ("Så står det i beslutet", page.official_wording),
            ]
        case FocusAreaPage():
            return [page.summary, ("Varför", page.problem), page.body]
        case PlanPage():
            return [page.summary, ("Syfte", page.purpose), page.body]
        case IndicatorPage():
            return [
                page.summary,
                ("Vad siffran betyder", RichText(page.definition)),
                ("Vad siffran inte säger", RichText(page.caution)),
            ]
        case SurveyPage():
            return [
                page.summary,
                ("Vilka som får frågan", page.population),
                ("Vad svaren används till", page.used_for),
                page.body,
            ]
    return [page.summary]


def _outcome(page: StatusUpdatePage) -> str:
    return f"{page.outcome.label}. {page.outcome_reason}" if page.outcome else ""


# The calendar


def follow_ups() -> list[Event]:
    """When measures are to be followed up at the latest: on the last day of what is planned."""
    hidden = _hidden()
    measures = MeasurePage.objects.visible().filter(alias_of=None)
    told = []
    for measure in with_standings(measures.order_by("path").defer("body")):
        planned = measure.planned_follow_up
        if (
            planned is not None
            and measure.freshness is not None
            and not safe_mode.covers(hidden, measure.path)
            and measure.url
        ):
            told.append(
                Event(
                    key=f"uppfoljning-{measure.translation_key}",
                    day=planned.last_day,
                    title=f"Uppföljning: {measure.title}",
                    changed_at=measure.updated_at,
                    address=measure.url,
                    about=measure.freshness_sentence,
                )
            )
    return [event for event in told if event.changed_at]

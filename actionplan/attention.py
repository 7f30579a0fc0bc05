"""Measures that wait for a status update, and indicators that wait for a value."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState

from actionplan.freshness import Freshness
from actionplan.models import IndicatorPage, MeasurePage, StatusUpdatePage, ValueBatch
from actionplan.models.measures import MeasureQuerySet
from actionplan.new_update import address_of_new
from actionplan.new_values import waiting_in_words
from actionplan.standing import with_standings
from foundation import attention
from foundation.attention import Task


def register() -> None:
    """Tell the desk of them."""
    attention.register("Åtgärder som behöver en lägesrapport", overdue, order=20)
    attention.register("Uppföljningar som närmar sig", soon, order=30)
    attention.register("Indikatorer som väntar på ett nytt värde", values, order=35)


def overdue(person: AbstractUser) -> list[Task]:
    """Those whose follow-up has been missed, the longest missed first."""
    return _in(Freshness.OVERDUE, person)


def soon(person: AbstractUser) -> list[Task]:
    """Those whose follow-up is called for now, the next one first."""
    return _in(Freshness.DUE, person)


def follow_ups_of(organisations: Iterable[int]) -> dict[int, list[Task]]:
    """What each organisation answers for and is to follow up now, the longest missed first.

    Of published measures and in public words: it may be told to somebody without an account.
    """
    measures = MeasurePage.objects.visible().filter(responsible__in=organisations, is_example=False)
    tasks = defaultdict(list)
    for measure in _waiting(measures, Freshness.OVERDUE, Freshness.DUE):
        tasks[measure.responsible_id].append(_task(measure))
    return dict(tasks)


def _in(freshness: Freshness, person: AbstractUser) -> list[Task]:
    measures = MeasurePage.objects.visible().filter(pk__in=attention.pages_to("add", person))
    return [_task(measure) for measure in _waiting(measures, freshness)]


def _waiting(measures: MeasureQuerySet, *states: Freshness) -> list[MeasurePage]:
    told = _with_an_update_in_review()
    waiting = [
        one
        for one in with_standings(measures.for_rows())
        if one.freshness in states and one.path not in told
    ]
    waiting.sort(key=lambda measure: (measure.planned_follow_up.last_day, measure.path))
    return waiting


def _with_an_update_in_review() -> set[str]:
    """The paths of measures whose new update somebody is to approve: that is whom they wait for now."""
    kind = ContentType.objects.get_for_model(StatusUpdatePage)
    sent = WorkflowState.objects.filter(content_type=kind, status=WorkflowState.STATUS_IN_PROGRESS)
    keys = [int(key) for key in sent.values_list("object_id", flat=True)]
    paths = StatusUpdatePage.objects.filter(pk__in=keys).values_list("path", flat=True)
    return {path[: -StatusUpdatePage.steplen] for path in paths}


def _task(measure: MeasurePage) -> Task:
    return Task(
        measure.title, measure.freshness_sentence, "Ny lägesrapport", address_of_new(measure)
    )


def values(person: AbstractUser) -> list[Task]:
    """Indicators whose next value was expected by now, the longest awaited first."""
    mine = attention.pages_to("change", person)
    counted = IndicatorPage.objects.visible().filter(pk__in=mine).exclude(value_interval="")
    today = timezone.localdate()
    waiting = [
        (indicator.next_value, indicator, reason)
        for indicator in counted.with_values()
        if (reason := waiting_in_words(indicator.next_value, today))
    ]
    waiting.sort(key=lambda one: (one[0], one[1].path))
    from_files = _filled_from_files(person, [indicator.pk for _, indicator, _ in waiting])
    return [
        Task(
            indicator.title,
            f"{reason} Det senaste gäller {indicator.newest_period}.",
            *_way_to_a_value(indicator, indicator.pk in from_files),
            page=indicator.pk,
        )
        for _expected, indicator, reason in waiting
    ]


def _filled_from_files(person: AbstractUser, indicators: list[int]) -> set[int]:
    """Those whose figures came from a file the last time, for who may import: there the next is too."""
    if not (indicators and person.has_perm("foundation.indicators_importrun")):
        return set()
    batches = ValueBatch.objects.filter(indicator__in=indicators)
    return set(batches.values_list("indicator", flat=True))


def _way_to_a_value(indicator: IndicatorPage, is_from_file: bool) -> tuple[str, str]:
    """The button, and where it leads: to a file, or to the row where one figure is written."""
    if is_from_file:
        address = reverse("import_new", args=["indikatorvarden"])
        return "Importera nytt värde", f"{address}?indicator={indicator.pk}"
    return "Skriv nytt värde", reverse("wagtailadmin_pages:edit", args=[indicator.pk])

"""Measures that wait for a status update."""

from django.contrib.auth.models import AbstractUser

from actionplan.freshness import Freshness
from actionplan.models import MeasurePage
from actionplan.new_update import address_of_new
from actionplan.standing import with_standings
from foundation import attention
from foundation.attention import Task


def register() -> None:
    """Tell the desk of them."""
    attention.register("Åtgärder som behöver en lägesrapport", overdue, order=20)
    attention.register("Uppföljningar som närmar sig", soon, order=30)


def overdue(person: AbstractUser) -> list[Task]:
    """Those whose follow-up has been missed, the longest missed first."""
    return _in(Freshness.OVERDUE, person)


def soon(person: AbstractUser) -> list[Task]:
    """Those whose follow-up is called for now, the next one first."""
    return _in(Freshness.DUE, person)


def _in(freshness: Freshness, person: AbstractUser) -> list[Task]:
    measures = MeasurePage.objects.visible().filter(pk__in=attention.pages_to("add", person))
    waiting = [one for one in with_standings(measures.for_rows()) if one.freshness is freshness]
    waiting.sort(key=lambda measure: (measure.planned_follow_up.last_day, measure.path))
    return [
        Task(measure.title, measure.freshness_sentence, "Ny lägesrapport", address_of_new(measure))
        for measure in waiting
    ]

"""How a measure stands against its dates, all told: its fields, its updates and today."""

import datetime

import pytest
from django.utils import timezone

from actionplan.freshness import FollowUpInterval, Freshness
from actionplan.models import MeasurePage
from actionplan.status import MeasureStatus
from actionplan.timeliness import Timeliness
from foundation.precise_date import PreciseDate
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory


def fresh(measure):
    """The measure as the next reader asks for it."""
    return MeasurePage.objects.get(pk=measure.pk)


@pytest.fixture
def late(area):
    """A measure that should have been done and followed up long ago."""
    return MeasurePageFactory(
        parent=area,
        due=PreciseDate.of_month(2024, 6),
        next_follow_up=PreciseDate.of_month(2024, 12),
    )


@pytest.mark.django_db
def test_a_measure_that_is_not_done_in_time_is_late_until_it_is_done(late):
    assert fresh(late).timeliness is Timeliness.LATE

    StatusUpdatePageFactory(parent=late, status=MeasureStatus.DONE)
    assert fresh(late).timeliness is Timeliness.CLOSED
    assert fresh(late).freshness is None
    assert fresh(late).freshness_sentence == ""


@pytest.mark.django_db
def test_a_new_update_is_the_follow_up_that_was_due(late):
    assert fresh(late).freshness is Freshness.OVERDUE

    late.follow_up_interval = FollowUpInterval.TWO_YEARS
    late.save_revision().publish()
    StatusUpdatePageFactory(parent=late, fact_on=timezone.localdate())
    assert fresh(late).freshness is Freshness.FRESH


@pytest.mark.django_db
def test_an_interval_runs_from_the_first_publication_when_nothing_else_is_known(area):
    measure = MeasurePageFactory(parent=area, follow_up_interval=FollowUpInterval.YEAR)

    assert fresh(measure).freshness is Freshness.FRESH
    year_later = fresh(measure).planned_follow_up.first_day
    assert year_later - timezone.localdate() >= datetime.timedelta(days=365)


@pytest.mark.django_db
def test_a_replaced_measure_has_no_time_to_keep(area, late):
    late.replaced_by = MeasurePageFactory(parent=area)
    late.save_revision().publish()

    assert fresh(late).timeliness is Timeliness.CLOSED
    assert fresh(late).freshness is None


@pytest.mark.django_db
def test_lists_tell_that_a_measure_is_replaced(area, late, client):
    plan = area.get_parent()
    assert "Ersatt av en annan åtgärd" not in client.get(plan.url).text
    late.replaced_by = MeasurePageFactory(parent=area)
    late.save_revision().publish()

    for page in (plan, area):
        assert client.get(page.url).text.count("Ersatt av en annan åtgärd") == 1


@pytest.mark.django_db
def test_since_when_a_status_is_known_is_said_in_words(measure):
    assert fresh(measure).status_sentence == "Planerad. Ingen lägesrapport är publicerad än."

    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2025, 5, 3))
    assert fresh(measure).status_sentence == "Pågår enligt lägesrapporten den 3 maj 2025."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("starts", "due", "is_continuous", "words"),
    [
        (None, None, False, ""),
        (None, None, True, "Löpande"),
        (PreciseDate.of_month(2024, 7), None, True, "Löpande från juli 2024"),
        (PreciseDate.of_month(2024, 7), None, False, "Från juli 2024, slutdatum saknas"),
        (None, PreciseDate.of_year(2027), False, "Senast 2027"),
        (
            PreciseDate.of_month(2024, 7),
            PreciseDate.of_quarter(2027, 2),
            False,
            "juli 2024\u00a0– kvartal 2 2027",
        ),
    ],
)
def test_the_time_of_a_measure_is_told_as_exactly_as_it_is_known(starts, due, is_continuous, words):
    assert MeasurePage(starts=starts, due=due, is_continuous=is_continuous).period == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("starts", "due", "is_refused"),
    [
        (PreciseDate.of_year(2027), PreciseDate.of_year(2026), True),
        (PreciseDate.of_month(2026, 7), PreciseDate.of_quarter(2026, 2), True),
        (PreciseDate.of_month(2026, 7), PreciseDate.of_year(2026), False),
        (PreciseDate.of_month(2026, 7), PreciseDate.of_month(2026, 7), False),
        (PreciseDate.of_year(2027), None, False),
        (None, PreciseDate.of_year(2026), False),
    ],
)
def test_nothing_is_to_be_over_before_it_begins(plan, measure, starts, due, is_refused):
    measure.starts, measure.due = starts, due
    plan.starts, plan.ends = starts, due

    assert ("due" in measure.publication_errors()) is is_refused
    assert ("ends" in plan.publication_errors()) is is_refused

    measure.is_continuous = True
    assert "due" not in measure.publication_errors()

"""The newest counted status update says the status of a measure; nothing else stores it."""

import datetime

import pytest
from wagtail.models import PageViewRestriction

from actionplan.models import MeasurePage, StatusUpdatePage
from actionplan.standing import standings_of, with_standings
from actionplan.status import MeasureStatus
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory
from tests.many_measures import add_measures

WINTER = datetime.date(2025, 1, 15)
SPRING = datetime.date(2025, 4, 20)
SUMMER = datetime.date(2025, 7, 1)


def fresh(measure):
    """The measure as the next reader asks for it."""
    return MeasurePage.objects.get(pk=measure.pk)


def statuses_everywhere(measure):
    """The status by itself, among all measures, and as the database filters it."""
    (in_database,) = {
        status
        for status in MeasureStatus
        if MeasurePage.objects.in_status(status).filter(pk=measure.pk).exists()
    }
    among_all = standings_of(MeasurePage.objects.all())[measure.pk].status
    return {fresh(measure).status, among_all, in_database}


@pytest.mark.django_db
def test_a_measure_that_nobody_has_reported_on_is_planned(measure):
    assert statuses_everywhere(measure) == {MeasureStatus.PLANNED}
    assert fresh(measure).status is MeasureStatus.PLANNED


@pytest.mark.django_db
def test_the_newest_day_of_fact_decides_whatever_order_the_updates_were_written_in(measure):
    StatusUpdatePageFactory(parent=measure, fact_on=SUMMER, status=MeasureStatus.DONE)
    StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.ONGOING)

    assert statuses_everywhere(measure) == {MeasureStatus.DONE}


@pytest.mark.django_db
def test_of_two_updates_of_the_same_day_the_one_first_published_later_decides(measure):
    first = StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.ONGOING)
    later = StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.PLANNED)
    StatusUpdatePage.objects.filter(pk=later.pk).update(
        first_published_at=first.first_published_at - datetime.timedelta(hours=1)
    )

    assert statuses_everywhere(measure) == {MeasureStatus.ONGOING}


@pytest.mark.django_db
def test_publishing_an_old_update_anew_does_not_make_it_the_newest(measure):
    first = StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.ONGOING)
    StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.DONE)
    first.text = "<p>Rättat.</p>"
    first.save_revision().publish()

    assert statuses_everywhere(measure) == {MeasureStatus.DONE}


@pytest.mark.django_db
def test_a_draft_does_not_count(measure):
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE, live=False)

    assert statuses_everywhere(measure) == {MeasureStatus.PLANNED}


@pytest.mark.django_db
def test_a_draft_of_a_public_update_does_not_count(measure):
    update = StatusUpdatePageFactory(parent=measure, status=MeasureStatus.ONGOING)
    update.status = MeasureStatus.DONE
    update.save_revision()

    assert statuses_everywhere(measure) == {MeasureStatus.ONGOING}


@pytest.mark.django_db
def test_a_private_update_does_not_count(measure):
    update = StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    PageViewRestriction.objects.create(page=update, restriction_type=PageViewRestriction.LOGIN)

    assert statuses_everywhere(measure) == {MeasureStatus.PLANNED}


@pytest.mark.django_db
def test_when_the_newest_update_is_unpublished_the_one_before_decides(measure):
    StatusUpdatePageFactory(parent=measure, fact_on=WINTER, status=MeasureStatus.ONGOING)
    newest = StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.DONE)
    newest.unpublish()

    assert statuses_everywhere(measure) == {MeasureStatus.ONGOING}


@pytest.mark.django_db
def test_a_moved_update_belongs_to_the_measure_it_was_moved_to(area, measure):
    other = MeasurePageFactory(parent=area)
    update = StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    update.move(other, pos="last-child")

    assert statuses_everywhere(measure) == {MeasureStatus.PLANNED}
    assert statuses_everywhere(other) == {MeasureStatus.DONE}


@pytest.mark.django_db
def test_a_moved_measure_keeps_its_status(plan, area, measure):
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    other_area = area.copy(recursive=False, update_attrs={"slug": "skola", "title": "Skola"})
    fresh(measure).move(other_area, pos="last-child")

    assert statuses_everywhere(fresh(measure)) == {MeasureStatus.DONE}


@pytest.mark.django_db
def test_a_measure_copied_with_its_updates_has_a_status_of_its_own(area, measure):
    StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.ONGOING)
    copy = fresh(measure).copy(
        recursive=True, update_attrs={"slug": "kopia", "title": "Kopia"}, keep_live=True
    )
    StatusUpdatePageFactory(parent=copy, fact_on=SUMMER, status=MeasureStatus.DONE)

    assert statuses_everywhere(measure) == {MeasureStatus.ONGOING}
    assert statuses_everywhere(copy) == {MeasureStatus.DONE}


@pytest.mark.django_db
def test_an_unpublished_measure_is_shown_to_its_editor_with_the_status_it_will_have(measure):
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    measure.unpublish()

    assert fresh(measure).status is MeasureStatus.DONE


@pytest.mark.django_db
def test_measures_can_be_found_by_several_statuses_and_sorted_by_status(area):
    done, paused, planned = (MeasurePageFactory(parent=area) for _ in range(3))
    StatusUpdatePageFactory(parent=done, status=MeasureStatus.DONE)
    StatusUpdatePageFactory(parent=paused, status=MeasureStatus.PAUSED, reason="Väntar på pengar.")

    found = MeasurePage.objects.in_status(MeasureStatus.PLANNED, MeasureStatus.PAUSED)
    assert set(found) == {paused, planned}
    by_status = MeasurePage.objects.with_status().order_by("current_status")
    assert list(by_status) == [done, paused, planned]


@pytest.mark.django_db
def test_no_measures_have_no_standings_and_cost_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert standings_of([]) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("number", [10, 200])
def test_the_status_of_few_or_many_measures_costs_one_query(
    area, number, django_assert_num_queries
):
    add_measures(area, number, updates_each=2)
    measures = list(MeasurePage.objects.all())

    with django_assert_num_queries(1):
        told = with_standings(measures)
        assert [measure.status for measure in told] == [MeasureStatus.ONGOING] * number
    with django_assert_num_queries(1):
        assert len(MeasurePage.objects.in_status(MeasureStatus.ONGOING)) == number


@pytest.mark.django_db
def test_one_measure_is_answered_without_reading_the_updates_of_others(area, measure):
    add_measures(area, 3, updates_each=2)
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)

    assert standings_of([measure])[measure.pk].fact_on == datetime.date(2025, 5, 3)
    assert [update.status for update in measure.updates] == [MeasureStatus.DONE]


@pytest.mark.django_db
def test_a_new_update_moves_the_date_of_the_measure_and_of_the_plan(plan, measure):
    before = fresh(measure).updated_at
    update = StatusUpdatePageFactory(parent=measure)

    assert fresh(measure).updated_at == update.changed_at > before
    assert type(plan).objects.get().updated_at == update.changed_at

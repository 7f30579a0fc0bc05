"""What a status update must say before the public may read it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from actionplan.models import StatusUpdatePage
from actionplan.status import MeasureStatus, Outcome
from tests.factories import StatusUpdatePageFactory

TEXT = "<p>Stolparna byts under våren.</p>"


def errors_of(measure, **fields):
    """What stops an update with these fields from being public."""
    update = StatusUpdatePageFactory.build(live=False, **fields)
    update.parent_in_form = measure
    return update.publication_errors()


@pytest.mark.django_db
def test_an_update_with_a_day_a_status_and_a_text_may_be_published(measure):
    assert errors_of(measure) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "stopped_by"),
    [
        ({"fact_on": None}, "fact_on"),
        ({"status": ""}, "status"),
        ({"text": ""}, "text"),
        ({"text": "<p>  </p>"}, "text"),
        ({"status": MeasureStatus.PAUSED}, "reason"),
        ({"status": MeasureStatus.CANCELLED, "reason": "  "}, "reason"),
        ({"status": MeasureStatus.MERGED, "reason": "Samma arbete."}, "merged_into"),
        ({"outcome": Outcome.PARTLY}, "outcome_reason"),
    ],
)
def test_something_is_missing(measure, fields, stopped_by):
    assert list(errors_of(measure, **fields)) == [stopped_by]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"status": MeasureStatus.PAUSED, "reason": "Väntar på pengar.", "text": ""},
        {"outcome": Outcome.TOO_EARLY, "outcome_reason": "Mäts först 2027."},
        {"status": MeasureStatus.ONGOING, "reason": "Lämnat kvar från ett annat utkast."},
    ],
)
def test_enough_is_said(measure, fields):
    assert errors_of(measure, **fields) == {}


@pytest.mark.django_db
def test_tomorrow_has_not_happened_yet(measure):
    today = timezone.localdate()

    assert errors_of(measure, fact_on=today) == {}
    assert list(errors_of(measure, fact_on=today + datetime.timedelta(days=1))) == ["fact_on"]


@pytest.mark.django_db
def test_a_scheduled_update_may_tell_of_the_day_it_appears_but_of_none_later(measure):
    next_week = timezone.now() + datetime.timedelta(days=7)
    day = timezone.localdate(next_week)

    assert errors_of(measure, go_live_at=next_week, fact_on=day) == {}
    after = day + datetime.timedelta(days=1)
    assert list(errors_of(measure, go_live_at=next_week, fact_on=after)) == ["fact_on"]


@pytest.mark.django_db
def test_the_day_of_appearing_is_the_day_in_sweden(measure):
    half_past_midnight_in_sweden = datetime.datetime(2199, 1, 9, 23, 30, tzinfo=datetime.UTC)

    tenth = datetime.date(2199, 1, 10)
    assert errors_of(measure, go_live_at=half_past_midnight_in_sweden, fact_on=tenth) == {}


@pytest.mark.django_db
def test_a_moment_that_has_passed_schedules_nothing(measure):
    yesterday = timezone.now() - datetime.timedelta(days=1)

    assert errors_of(measure, go_live_at=yesterday, fact_on=timezone.localdate()) == {}


@pytest.mark.django_db
def test_no_way_of_publishing_goes_past_the_rules(measure):
    update = StatusUpdatePageFactory(parent=measure, status=MeasureStatus.PAUSED, live=False)
    revision = update.save_revision()

    with pytest.raises(ValidationError) as refused:
        revision.publish()

    assert refused.value.message_dict == {"reason": ["Förklara varför, så att invånarna förstår."]}
    assert not StatusUpdatePage.objects.live().exists()

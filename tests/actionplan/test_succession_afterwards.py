"""Whatever editors take away afterwards, no reader is sent along a chain or round a loop."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from actionplan.models import MeasurePage
from actionplan.status import MeasureStatus
from actionplan.succession import detour_warnings
from tests.actionplan.test_succession import merge
from tests.factories import FocusAreaPageFactory, MeasurePageFactory, StatusUpdatePageFactory

WINTER, SPRING = datetime.date(2025, 1, 7), datetime.date(2025, 4, 7)


@pytest.fixture
def first(area):
    return MeasurePageFactory(parent=area, title="Lampor på torget")


@pytest.fixture
def second(area):
    return MeasurePageFactory(parent=area, title="Belysning i centrum")


@pytest.fixture
def third(area):
    return MeasurePageFactory(parent=area, title="Trygga platser för alla")


def taken_back(measure, **fields):
    """Publish that the measure goes on by itself again."""
    return StatusUpdatePageFactory(parent=measure, fact_on=SPRING, **fields)


def unpublish(update):
    update.unpublish()


def expire(update):
    update.unpublish(set_expired=True)


def delete(update):
    update.delete()


def hide(update):
    PageViewRestriction.objects.create(page=update, restriction_type=PageViewRestriction.LOGIN)


def date_back(update):
    update.fact_on = datetime.date(2024, 12, 1)
    update.save_revision().publish()


def move(update):
    other = MeasurePageFactory(parent=update.get_parent().get_parent(), title="En helt annan")
    update.move(other, "last-child")


ways = pytest.mark.parametrize("way", [unpublish, expire, delete, hide, date_back, move])


def signpost(client, measure):
    """Where the page of the measure first of all sends its reader, and in what words."""
    measure = MeasurePage.objects.get(pk=measure.pk)
    page = client.get(measure.url).text
    words = page[page.index("</h1>") : page.index('class="two"')]
    links = [
        other for other in MeasurePage.objects.exclude(pk=measure.pk) if f'"{other.url}"' in words
    ]
    return links, "ingår nu i" in words.lower()


@ways
@pytest.mark.django_db
def test_a_loop_sends_nobody_round(client, first, second, way):
    merge(first, second, fact_on=WINTER)
    newer = taken_back(first)
    merge(second, first, fact_on=SPRING)
    way(newer)

    assert MeasurePage.objects.get(pk=first.pk).status is MeasureStatus.MERGED
    assert signpost(client, first) == ([], True)
    assert signpost(client, second) == ([], True)
    assert len(detour_warnings()) == 2


@ways
@pytest.mark.django_db
def test_a_chain_is_walked_for_the_reader(client, first, second, third, way):
    merge(first, second, fact_on=WINTER)
    newer = taken_back(first)
    merge(second, third, fact_on=SPRING)
    way(newer)

    assert signpost(client, first) == ([third], True)
    assert signpost(client, second) == ([third], True)
    assert [text for text in detour_warnings() if "”Lampor på torget”" in text]


@pytest.mark.django_db
def test_a_replacement_is_a_step_like_any_other(client, first, second, third):
    merge(first, second, fact_on=WINTER)
    newer = taken_back(first)
    second.replaced_by = third
    second.save_revision().publish()
    newer.unpublish()

    assert signpost(client, first)[0] == [third]


@pytest.mark.django_db
def test_a_measure_that_was_hidden_meanwhile_and_comes_back_makes_no_chain(
    client, first, second, third
):
    merge(first, second, fact_on=WINTER)
    first.unpublish()
    merge(second, third, fact_on=SPRING)
    first.save_revision().publish()

    assert signpost(client, first)[0] == [third]


@pytest.mark.django_db
def test_what_a_hidden_measure_says_is_not_followed(client, first, second, third):
    merge(first, second, fact_on=WINTER)
    newer = taken_back(first)
    merge(second, third, fact_on=SPRING)
    newer.unpublish()
    second.unpublish()

    assert signpost(client, first) == ([], True)


@pytest.mark.django_db
def test_moving_a_whole_area_changes_nothing(client, plan, area, first, second, third):
    merge(first, second, fact_on=WINTER)
    newer = taken_back(first)
    merge(second, third, fact_on=SPRING)
    newer.unpublish()
    other = FocusAreaPageFactory(parent=plan, title="Skola")
    second.move(other, "last-child")

    assert signpost(client, first)[0] == [third]


@pytest.mark.django_db
def test_a_merger_that_becomes_public_by_schedule_is_walked_too(client, first, second, third):
    merge(first, second, fact_on=WINTER)
    newer = taken_back(first, expire_at=timezone.now() + datetime.timedelta(hours=1))
    merge(second, third, fact_on=SPRING)
    newer.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")

    assert signpost(client, first)[0] == [third]


@pytest.mark.django_db
def test_an_old_merger_that_was_taken_back_sends_nobody(client, first, second):
    old = merge(first, second, fact_on=WINTER)
    taken_back(first)
    merge(second, first, fact_on=SPRING)
    page = client.get(old.url).text

    assert "Då ingick åtgärden i en annan åtgärd." in page
    assert f'"{second.url}"' not in page


@pytest.mark.django_db
def test_a_merger_in_force_sends_its_reader_where_the_measure_does(client, first, second, third):
    old = merge(first, second, fact_on=WINTER)
    newer = taken_back(first)
    merge(second, third, fact_on=SPRING)
    newer.unpublish()
    page = client.get(old.url).text

    assert "Ingår nu i" in page
    assert f'"{third.url}"' in page
    assert f'"{second.url}"' not in page


@pytest.mark.django_db
def test_the_queries_are_as_many_for_a_long_chain(client, area, first, second):
    def queries():
        client.get(first.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(first.url).status_code == 200
        return len(captured)

    merge(first, second, fact_on=WINTER)
    short = queries()
    last = second
    for _ in range(4):
        following = MeasurePageFactory(parent=area)
        # Behind the back of what refuses it.
        MeasurePage.objects.filter(pk=last.pk).update(replaced_by=following)
        last = following
    following.save_revision().publish()
    assert signpost(client, first)[0] == [last]
    assert queries() == short <= 8


@pytest.mark.django_db
def test_the_editor_is_told_at_once_and_in_the_form(admin_client, first, second):
    merge(first, second, fact_on=WINTER)
    newer = taken_back(first)
    merge(second, first, fact_on=SPRING)
    said = admin_client.post(
        reverse("wagtailadmin_pages:unpublish", args=[newer.pk]), follow=True
    ).text
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[first.pk])).text

    assert "säger att de ingår i varandra" in said
    assert "säger att de ingår i varandra" in form

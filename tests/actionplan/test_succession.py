"""A measure that goes on in another one sends its readers there, once."""

import datetime

import pytest
from wagtail.models import PageViewRestriction

from actionplan.models import MeasurePage
from actionplan.status import MeasureStatus
from tests import noting
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory


@pytest.fixture
@noting.once
def other(area):
    """The measure where the work goes on."""
    return MeasurePageFactory(parent=area, title="Belysning i hela centrum")


def merge(measure, other, **fields):
    """Publish that `measure` is now a part of `other`."""
    return StatusUpdatePageFactory(
        parent=measure,
        status=MeasureStatus.MERGED,
        reason="Arbetet är detsamma.",
        merged_into=other,
        **fields,
    )


def why_not_merged(measure, other):
    """The errors at the chooser when `measure` is to be merged into `other`."""
    update = StatusUpdatePageFactory.build(
        status=MeasureStatus.MERGED, reason="Arbetet är detsamma.", merged_into=other, live=False
    )
    update.parent_in_form = measure
    return " ".join(update.publication_errors().get("merged_into", []))


def why_not_replaced(measure, other):
    """The errors at the chooser when `measure` is to be replaced by `other`."""
    measure.replaced_by = other
    return " ".join(measure.publication_errors().get("replaced_by", []))


both_ways = pytest.mark.parametrize("why_not", [why_not_merged, why_not_replaced])


@both_ways
@pytest.mark.django_db
def test_a_measure_may_go_on_in_another_that_can_be_read(measure, other, why_not):
    assert why_not(measure, other) == ""


@both_ways
@pytest.mark.django_db
def test_no_measure_goes_on_in_itself(measure, why_not):
    assert "sig själv" in why_not(measure, measure)


@both_ways
@pytest.mark.django_db
def test_nobody_is_sent_to_a_draft_or_to_a_private_page(measure, area, other, why_not):
    draft = MeasurePageFactory(parent=area, live=False)
    PageViewRestriction.objects.create(page=other, restriction_type=PageViewRestriction.LOGIN)

    assert "är inte publicerad" in why_not(measure, draft)
    assert "är inte publicerad" in why_not(measure, other)


@both_ways
@pytest.mark.django_db
def test_nobody_is_sent_to_a_page_that_sends_further(measure, area, other, why_not):
    third = MeasurePageFactory(parent=area)
    merge(other, third)

    assert "Välj den åtgärden i stället" in why_not(measure, other)


@both_ways
@pytest.mark.django_db
def test_a_page_that_others_send_to_does_not_send_further(measure, area, other, why_not):
    first = MeasurePageFactory(parent=area, title="Lampor på torget")
    merge(first, measure)

    assert "tar redan emot läsare från ”Lampor på torget”" in why_not(measure, other)


@both_ways
@pytest.mark.django_db
def test_a_loop_is_refused(measure, other, why_not):
    other.replaced_by = measure
    other.save_revision().publish()

    assert why_not(MeasurePage.objects.get(pk=measure.pk), MeasurePage.objects.get(pk=other.pk))


@pytest.mark.django_db
def test_a_merger_that_was_taken_back_binds_nobody(measure, area, other):
    first = MeasurePageFactory(parent=area)
    merge(first, measure, fact_on=datetime.date(2025, 1, 7))
    StatusUpdatePageFactory(parent=first, fact_on=datetime.date(2025, 2, 7))

    assert why_not_merged(measure, other) == ""


@pytest.mark.django_db
def test_the_page_of_a_merged_measure_stays_and_first_says_where_the_work_goes_on(
    client, measure, other
):
    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2024, 9, 1))
    merge(measure, other)
    page = client.get(measure.url).text

    assert page.index("<h1") < page.index("Ingår nu i") < page.index("<h2")
    assert f'href="{other.url}"' in page
    assert "Lägesrapport 1 september 2024" in page


@pytest.mark.django_db
def test_the_page_of_a_replaced_measure_stays_and_first_says_which_one_holds(
    client, measure, other
):
    measure.replaced_by = other
    measure.save_revision().publish()
    page = client.get(measure.url).text

    assert page.index("<h1") < page.index("Ersatt av") < page.index("<h2")
    assert f'href="{other.url}"' in page


@pytest.mark.django_db
def test_the_name_of_a_page_that_was_hidden_afterwards_is_not_given_away(client, measure, other):
    merge(measure, other)
    other.unpublish()
    page = client.get(measure.url).text

    assert "Åtgärden ingår nu i en annan åtgärd." in page
    assert "Belysning i hela centrum" not in page

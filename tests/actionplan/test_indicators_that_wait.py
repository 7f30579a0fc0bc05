"""Indicators wait on the desk of those who may fill them in, when their next value is due."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actionplan.attention import values
from actionplan.models import IndicatorValue, ValueBatch
from actionplan.new_values import ValueInterval
from foundation.precise_date import PreciseDate
from tests import noting
from tests.admin_forms import edit_address
from tests.factories import IndicatorIndexPageFactory, IndicatorPageFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db


def years_ago(years):
    """The year that was so many years ago."""
    return timezone.localdate().year - years


@pytest.fixture
@noting.once
def index(plan):
    return IndicatorIndexPageFactory(parent=plan)


@pytest.fixture
def person(index):
    """Makes somebody who has the role."""
    make_roles()

    return member_of


def indicator(index, *years, interval=ValueInterval.YEAR, **value):
    """A published indicator with a value for each of the years."""
    page = IndicatorPageFactory(parent=index, value_interval=interval)
    for year in years:
        facts = {"geography": "Exempelkommun", "value": 1, **value}
        page.values.add(IndicatorValue(period_from=PreciseDate.of_year(year), **facts))
    page.save_revision().publish()
    return page


def test_an_indicator_whose_value_is_late_waits_with_its_reason_and_the_way_to_its_form(
    index, person
):
    page = indicator(index, years_ago(4), years_ago(3))
    indicator(index, years_ago(0))

    (task,) = values(person("Samordnare"))

    assert task.title == page.title
    assert task.reason == (
        f"Nytt värde väntades i december {years_ago(2)}. Det senaste gäller {years_ago(3)}."
    )
    assert (task.button, task.address) == ("Skriv nytt värde", edit_address(page))


def test_what_came_in_a_file_the_last_time_waits_with_the_way_to_the_import(index, person, client):
    page = indicator(index, years_ago(4))
    ValueBatch.objects.create(indicator=page, source_text="Kolada", retrieved_on="2025-01-01")
    coordinator = person("Samordnare")

    (task,) = values(coordinator)

    assert task.button == "Importera nytt värde"
    client.force_login(coordinator)
    form = client.get(task.address).context["form"]
    assert str(form["indicator"].value()) == str(page.pk)


def test_nobody_is_reminded_of_what_has_no_interval_no_period_or_no_value(index, person):
    indicator(index, years_ago(4), interval="")
    indicator(index)
    page = indicator(index, years_ago(4))
    page.values.set([IndicatorValue(geography="Exempelkommun", value=1)])
    page.save_revision().publish()

    assert values(person("Samordnare")) == []


def test_that_a_figure_is_missing_answers_the_question_but_another_place_does_not(index, person):
    page = indicator(index, years_ago(3))
    late = PreciseDate.of_year(years_ago(0))
    page.values.add(IndicatorValue(period_from=late, geography="Riket", value=1))
    page.save_revision().publish()
    coordinator = person("Samordnare")
    assert len(values(coordinator)) == 1

    missing = IndicatorValue.Status.MISSING
    page.values.add(IndicatorValue(period_from=late, geography="Exempelkommun", status=missing))
    page.save_revision().publish()
    assert values(coordinator) == []


def test_a_draft_of_an_indicator_waits_for_nothing_and_nobody_sees_what_they_may_not_change(
    index, person
):
    indicator(index, years_ago(3)).unpublish()
    assert values(person("Samordnare")) == []

    indicator(index, years_ago(3))
    stranger = get_user_model().objects.create_user("annan", password="ett-langt-losenord")
    assert values(stranger) == []


def test_many_indicators_ask_no_more_of_the_database_than_one(index, person):
    coordinator = person("Samordnare")

    def queries():
        with CaptureQueriesContext(connection) as asked:
            found = values(coordinator)
        return len(asked), len(found)

    indicator(index, years_ago(3))
    queries()
    few, _ = queries()
    for _ in range(5):
        indicator(index, years_ago(3))

    assert queries() == (few, 6)

"""The number of a measure is its own for ever, in its plan."""

import pytest

from tests.factories import FocusAreaPageFactory, MeasurePageFactory, PlanPageFactory


def errors_with_number(measure, number):
    """What stops the measure from being public with this number."""
    measure.number = number
    return measure.publication_errors().get("number", [])


@pytest.mark.django_db
def test_two_measures_of_a_plan_cannot_have_the_same_number(plan, area):
    MeasurePageFactory(parent=area, number="3", title="Ett tryggare torg")
    other_area = FocusAreaPageFactory(parent=plan, title="Skola")
    other = MeasurePageFactory(parent=other_area)

    (message,) = errors_with_number(other, "3")
    assert "hör till åtgärden ”Ett tryggare torg”" in message
    assert errors_with_number(other, "4") == []


@pytest.mark.django_db
def test_the_number_of_a_deleted_measure_is_never_given_away(area):
    MeasurePageFactory(parent=area, number="3").delete()

    assert errors_with_number(MeasurePageFactory(parent=area), "3")


@pytest.mark.django_db
def test_a_number_that_a_measure_no_longer_has_is_still_its_own(area):
    measure = MeasurePageFactory(parent=area, number="3")
    measure.number = "7"
    measure.save_revision().publish()

    assert errors_with_number(MeasurePageFactory(parent=area), "3")
    assert errors_with_number(measure, "3") == []


@pytest.mark.django_db
def test_a_number_that_was_never_public_is_free(area):
    MeasurePageFactory(parent=area, number="3", live=False)

    assert errors_with_number(MeasurePageFactory(parent=area), "3") == []


@pytest.mark.django_db
def test_another_plan_counts_from_the_beginning(home, area):
    MeasurePageFactory(parent=area, number="1")
    next_plan = PlanPageFactory(parent=home, title="Nästa plan", slug="nasta-plan")
    next_area = FocusAreaPageFactory(parent=next_plan)

    assert errors_with_number(MeasurePageFactory(parent=next_area), "1") == []


@pytest.mark.django_db
def test_a_measure_without_a_number_in_the_decision_shows_none(client, area):
    without, with_number = (
        MeasurePageFactory(parent=area),
        MeasurePageFactory(parent=area, number="12"),
    )

    assert "Åtgärd nummer" not in client.get(without.url).text
    assert "Åtgärd nummer 12" in client.get(with_number.url).text


@pytest.mark.django_db
def test_a_copy_has_no_number(area):
    measure = MeasurePageFactory(parent=area, number="1")

    assert measure.copy(update_attrs={"slug": "kopia", "title": "Kopia"}).number == ""

"""Words that no reader may see are neither found nor suggested."""

import pytest

from tests.factories import MeasurePageFactory, StatusUpdatePageFactory

pytestmark = pytest.mark.django_db


def test_a_reason_that_the_status_no_longer_asks_for_is_not_found(search, measure):
    StatusUpdatePageFactory(parent=measure, reason="Osämja om fördröjningen.")

    assert search("fördröjningen").select_one("main h2").text.startswith("Ingen sida")


def test_an_area_that_was_open_when_it_got_its_measures_hides_them_when_it_is_taken_down(
    search, area
):
    open_since_before = type(area).objects.get(pk=area.pk)
    MeasurePageFactory(parent=area, title="Hemlighetsmakeri")
    # It is saved as it was, without anything below it.
    open_since_before.unpublish()

    assert "hemlighetsmakeri" not in search("hemlighetsmakerx").select_one("main").text

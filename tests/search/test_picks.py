"""What editors want found first stands first, and is shown as what is found is."""

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from tests.factories import FocusAreaPageFactory, MeasurePageFactory, SupportPageFactory

pytestmark = pytest.mark.django_db


def test_editors_picks_come_first_and_only_those_that_all_may_read(search, area, measure):
    draft = MeasurePageFactory(parent=area, title="Hemligheten", live=False)
    query = Query.objects.create(query_string="lyktor")
    for page in (draft, measure):
        SearchPromotion.objects.create(query=query, page=page, description="Börja här.")

    picks = search("Lyktor").select_one("main h2 + .links")

    assert [link.text for link in picks.select("a")] == [measure.title]
    assert Query.objects.count() == 1


def test_a_pick_is_called_and_marked_as_any_hit(search, home, plan):
    query = Query.objects.create(query_string="lyktor")
    example = FocusAreaPageFactory(parent=plan, title="Ljus", is_example=True)
    support = SupportPageFactory(parent=home, title="Våld hemma", slug="stod", safe_title="Stöd")
    for order, page in enumerate((example, support)):
        SearchPromotion.objects.create(query=query, page=page, sort_order=order)

    picks = search("lyktor").select("main h2 + .links li")

    assert [" ".join(pick.text.split()) for pick in picks] == ["Ljus Exempeldata", "Stöd"]

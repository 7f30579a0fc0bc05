"""The lists in which editors find measures and status updates."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actionplan.status import MeasureStatus
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory
from tests.many_measures import add_measures


@pytest.fixture
def admin(client, home):
    """The browser of somebody who sees all lists."""
    user = get_user_model().objects.create_superuser("admin", "admin@example.se", "hemligt")
    client.force_login(user)
    return client


@pytest.mark.django_db
def test_the_list_of_measures_tells_how_each_stands(admin, area, measure):
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    MeasurePageFactory(parent=area, title="Fler vuxna ute")
    page = admin.get(reverse("atgarder:index")).text

    assert "Ett tryggare torg" in page
    assert "Genomförd" in page
    assert "Planerad" in page
    assert "Ingen uppföljning planerad" in page


@pytest.mark.django_db
def test_measures_can_be_found_by_status(admin, area, measure):
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    MeasurePageFactory(parent=area, title="Fler vuxna ute")
    page = admin.get(reverse("atgarder:index"), {"status": "done"}).text

    assert "Ett tryggare torg" in page
    assert "Fler vuxna ute" not in page


@pytest.mark.django_db
def test_the_updates_stand_newest_first_with_their_day_in_words(admin, measure):
    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2025, 5, 3))
    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2025, 11, 20))
    everywhere = admin.get(reverse("lagesrapporter:index")).text
    below_the_measure = admin.get(reverse("wagtailadmin_explore", args=[measure.pk])).text

    for page in (everywhere, below_the_measure):
        assert page.index("20 november 2025") < page.index("3 maj 2025")
        assert "Pågår" in page


@pytest.mark.django_db
def test_a_new_update_is_one_click_from_the_measure(admin, area, measure):
    add = reverse("wagtailadmin_pages:add", args=["actionplan", "statusupdatepage", measure.pk])

    for where in (
        reverse("wagtailadmin_explore", args=[area.pk]),
        reverse("wagtailadmin_explore", args=[measure.pk]),
        reverse("wagtailadmin_pages:edit", args=[measure.pk]),
    ):
        page = admin.get(where).text
        assert add in page
        assert "Ny lägesrapport" in page


@pytest.mark.django_db
def test_the_list_asks_once_how_all_its_measures_stand(admin, area):
    add_measures(area, 4, updates_each=1)
    url = reverse("atgarder:index")
    admin.get(url)
    with CaptureQueriesContext(connection) as captured:
        admin.get(url)

    about_updates = [q for q in captured if 'FROM "actionplan_statusupdatepage"' in q["sql"]]
    assert len(about_updates) == 1

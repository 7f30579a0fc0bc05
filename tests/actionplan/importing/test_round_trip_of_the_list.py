"""The editors' own list of measures, taken home as a file, comes back the same."""

import datetime

import pytest
from django.urls import reverse

from actionplan.importing.measures import check, do
from actionplan.importing.planning import Choices
from actionplan.models import MeasurePage, StatusUpdatePage
from actionplan.status import MeasureStatus
from foundation.contacts import Organisation
from foundation.precise_date import PreciseDate
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("http://exempel.se","Klicka")'


@pytest.fixture
def file(client, area):
    make_roles()
    client.force_login(member_of("Samordnare"))
    unit = Organisation.objects.create(name="-- Enheten; integration, unga och andra, AB")
    late = MeasurePageFactory(
        parent=area,
        title=FORMULA,
        number="1.10",
        due=PreciseDate.of_month(2024, 6),
        responsible=unit,
    )
    StatusUpdatePageFactory(
        parent=late, fact_on=datetime.date(2024, 5, 3), status=MeasureStatus.ONGOING
    )
    MeasurePageFactory(parent=area, title="+1 lampa", is_continuous=True)
    MeasurePageFactory(parent=area, title="'=redan", due=PreciseDate.of_quarter(2099, 3))
    MeasurePageFactory(
        parent=area, title="-klar", next_follow_up=PreciseDate.of_year(2099), live=False
    )
    return lambda form: client.get(reverse("atgarder:index"), {"export": form}).getvalue()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_same_site_finds_nothing_to_change(file, form):
    report = check(file(form), f"atgarder.{form}", Choices())

    assert [(row["kind"], row["changes"], row["notes"]) for row in report["rows"]] == [
        ("same", [], [])
    ] * 4
    assert report["notes"] == []


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_empty_plan_gets_the_same_measures(file, area, form):
    def told():
        return {
            (one.title, one.number, str(one.due or ""), one.is_continuous, str(one.responsible))
            for one in MeasurePage.objects.all()
        }

    content, before = file(form), told()
    area.delete()
    Organisation.objects.all().delete()

    report = do(content, f"atgarder.{form}", Choices())

    assert [row["notes"] for row in report["rows"]] == [[]] * 4
    assert told() == before
    update = StatusUpdatePage.objects.get()
    assert (update.status, update.fact_on) == (MeasureStatus.ONGOING, datetime.date(2024, 5, 3))

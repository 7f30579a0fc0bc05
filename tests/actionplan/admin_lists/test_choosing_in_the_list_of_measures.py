"""Coordinators choose, sort and search among the measures; the list says what the public page says."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actionplan.status import MeasureStatus
from foundation.precise_date import PreciseDate
from foundation.precise_date.months import months_later
from tests import noting
from tests.days import days_ago
from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    OrganisationFactory,
    StatusUpdatePageFactory,
)
from tests.many_measures import add_measures

pytestmark = pytest.mark.django_db


@pytest.fixture
@noting.once
def measures(area):
    """Three measures: one late, one to be ready in a month, and one that is done."""
    today = timezone.localdate()
    made = {
        name: MeasurePageFactory(parent=area, title=name, due=due)
        for name, due in {
            "Sen": PreciseDate.of_year(today.year - 1),
            "Snart": PreciseDate.of_day(months_later(today, 1)),
            "Klar": PreciseDate.of_year(today.year - 2),
        }.items()
    }
    StatusUpdatePageFactory(parent=made["Klar"], status=MeasureStatus.DONE)
    return made


def test_a_row_tells_when_it_is_due_that_it_is_late_and_what_was_last_said(rows, area):
    late = MeasurePageFactory(
        parent=area,
        title="Sen",
        due=PreciseDate.of_month(2024, 6),
        responsible=OrganisationFactory(),
    )
    StatusUpdatePageFactory(parent=late, fact_on=datetime.date(2024, 5, 3))
    MeasurePageFactory(parent=area, title="Jämn", is_continuous=True, due=PreciseDate.of_year(2024))

    sen, jamn = rows()

    assert sen["Ska vara klar"] == "juni 2024, försenad"
    assert sen["Senaste lägesrapport"] == "3 maj 2024"
    assert "Trygga platser" in sen["Åtgärd"]
    assert sen["Ansvarig"] == late.responsible.name
    assert (jamn["Ska vara klar"], jamn["Senaste lägesrapport"]) == ("Löpande", "–")


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({"status": "done"}, "Klar"),
        ({"timeliness": "late"}, "Sen"),
        ({"timeliness": "closed"}, "Klar"),
        ({"due_within": "3"}, "Snart"),
        ({"due_within": "3", "timeliness": "late"}, ""),
        ({"q": "sna"}, "Snart"),
        ({"q": "snart", "status": "planned"}, "Snart"),
        ({"q": "snart", "status": "done"}, ""),
    ],
)
def test_choices_narrow_the_list(rows, measures, choices, found):
    shown = [row["Åtgärd"] for row in rows(**choices)]

    assert len(shown) == bool(found)
    assert all(found in title for title in shown)


def test_a_missed_follow_up_can_be_chosen(rows, area):
    yesterday = PreciseDate.of_day(days_ago(1))
    MeasurePageFactory(parent=area, title="Missad", next_follow_up=yesterday)
    MeasurePageFactory(parent=area, title="Oplanerad")

    (row,) = rows(freshness="overdue")

    assert "Missad" in row["Åtgärd"]
    assert row["Uppföljning"] == "Uppföljningen är försenad"


def test_a_number_finds_its_measure_whatever_stands_in_the_title(rows, area):
    MeasurePageFactory(parent=area, title="Torget", number="4.2")
    MeasurePageFactory(parent=area, title="Parken", number="4.21")

    assert ["Torget" in row["Åtgärd"] for row in rows(q="4.2")] == [True]


def test_an_area_and_a_unit_can_be_chosen(rows, plan, area):
    unit = OrganisationFactory(name="Socialtjänsten")
    other = FocusAreaPageFactory(parent=plan, title="Trygga hem")
    MeasurePageFactory(parent=area, title="Torget", responsible=unit)
    MeasurePageFactory(parent=other, title="Stödet")

    assert ["Stödet" in row["Åtgärd"] for row in rows(area=other.pk)] == [True]
    assert ["Torget" in row["Åtgärd"] for row in rows(responsible=unit.pk)] == [True]


def test_ones_own_are_those_that_one_has_written_in_or_reported_on(rows, coordinator, area):
    other = get_user_model().objects.create_user("annan", password="ett-langt-losenord")
    mine, reported, theirs = [
        MeasurePageFactory(parent=area, title=title) for title in ("Min", "Rapporterad", "Deras")
    ]
    mine.save_revision(user=coordinator, log_action=True)
    theirs.save_revision(user=other, log_action=True)
    StatusUpdatePageFactory(parent=reported).save_revision(user=coordinator, log_action=True)

    assert len(rows(mine="1")) == 2
    assert not any("Deras" in row["Åtgärd"] for row in rows(mine="1"))


@pytest.mark.parametrize(
    ("column", "order"),
    [
        ("due", ["2024", "kvartal 1 2025", "april 2025", "1 maj 2025", "–"]),
        ("-due", ["1 maj 2025", "april 2025", "kvartal 1 2025", "2024", "–"]),
    ],
)
def test_dates_sort_by_when_they_pass_however_exact_they_are(rows, area, column, order):
    for due in (
        PreciseDate.of_day(datetime.date(2025, 5, 1)),
        None,
        PreciseDate.of_quarter(2025, 1),
        PreciseDate.of_year(2024),
        PreciseDate.of_month(2025, 4),
    ):
        MeasurePageFactory(parent=area, due=due)

    shown = [row["Ska vara klar"].removesuffix(", försenad") for row in rows(ordering=column)]
    assert shown == order


def test_words_sort_as_swedish_does_a_status_as_work_goes_on_and_a_report_by_its_day(rows, area):
    for title, status, day in (
        ("Ö", MeasureStatus.DONE, 1),
        ("Z", MeasureStatus.ONGOING, 3),
        ("Å", MeasureStatus.PAUSED, 2),
    ):
        measure = MeasurePageFactory(parent=area, title=title, slug=f"n-{day}")
        fact_on = datetime.date(2025, 5, day)
        StatusUpdatePageFactory(parent=measure, status=status, reason="Väntar.", fact_on=fact_on)
    MeasurePageFactory(parent=area, title="A")

    def order(column):
        return "".join(row["Åtgärd"][0] for row in rows(ordering=column))

    assert order("title") == "AZÅÖ"
    assert order("status") == "AZÖÅ"
    assert order("-reported") == "ZÅÖA"


def test_a_focus_area_shows_its_measures_in_the_same_way(rows, plan, area):
    MeasurePageFactory(parent=area, title="Torget", due=PreciseDate.of_month(2024, 6))
    MeasurePageFactory(parent=FocusAreaPageFactory(parent=plan, title="Trygga hem"), title="Stödet")
    below = reverse("wagtailadmin_explore", args=[area.pk])

    (row,) = rows(below, timeliness="late", ordering="due")

    assert row["Ska vara klar"] == "juni 2024, försenad"
    assert "Ny lägesrapport" in row["Åtgärd"]


def test_who_may_not_report_sees_the_list_without_the_button(client, rows, measure):
    reviewer = get_user_model().objects.create_user("granskare", password="ett-langt-losenord")
    reviewer.groups.add(Group.objects.get(name="Granskare"))
    (row,) = rows()
    assert "Ny lägesrapport" in row["Åtgärd"]
    client.force_login(reviewer)
    page = client.get(reverse("atgarder:index")).text

    assert "Ett tryggare torg" in page
    assert f"statusupdatepage/{measure.pk}/" not in page


@pytest.mark.parametrize(
    "choices", [{}, {"ordering": "-due", "timeliness": "no_date", "freshness": "unplanned"}]
)
def test_two_hundred_measures_ask_no_more_of_the_database_than_ten(
    client, coordinator, area, choices
):
    client.force_login(coordinator)
    unit = OrganisationFactory()

    def content(number):
        return {
            "title": f"Åtgärd {number}",
            "slug": f"n-{number}-{area.numchild}",
            "responsible": unit,
        }

    def queries():
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(reverse("atgarder:index"), choices)
        return len(asked), answer.context["items_count"]

    add_measures(area, 10, updates_each=1, content=content)
    queries()
    few, ten = queries()
    add_measures(area, 190, updates_each=1, content=content)

    assert (ten, queries()) == (10, (few, 200))


def test_a_long_list_is_parted_into_pages(rows, area):
    add_measures(area, 60)

    assert (len(rows()), len(rows(p=2))) == (50, 10)

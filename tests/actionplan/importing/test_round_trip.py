"""What the site gives away as open data comes back the same, letter by letter."""

import datetime
import json

import pytest
from django.urls import reverse

from actionplan.freshness import FollowUpInterval
from actionplan.importing.measures import check, do
from actionplan.importing.planning import Choices
from actionplan.models import FocusAreaPage, MeasurePage
from actionplan.prevention import PreventionKind, PreventionLevel
from actionplan.status import MeasureStatus, Outcome
from foundation.contacts import Organisation, TargetGroup
from foundation.precise_date import PreciseDate
from tests import noting
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory

pytestmark = pytest.mark.django_db

# Told of the page, not of the measure: another page has another address and other moments.
OF_THE_PAGE = {"url", "focus_area_key", "published_at", "updated_at", "freshness", "timeliness"}


@pytest.fixture
@noting.once
def measures(area):
    office = Organisation.objects.create(name="Enheten för sysselsättning, integration / unga")
    club = Organisation.objects.create(name="-- Klubben, AB; m.fl.")
    group = TargetGroup.objects.create(name="Unga, 13–16 år")
    full = MeasurePageFactory(
        parent=area,
        title="=SUMMA(A1) är ingen formel",
        number="1.10",
        summary="'=+även detta",
        official_wording="-punkt ett\n-punkt två",
        problem='@problem; med, tecken\t"citat"',
        goal="+10 procent",
        body=[("paragraph", "<p>=Första stycket &amp; mer</p><p>Andra</p>")],
        responsible=office,
        starts=PreciseDate.of_quarter(2025, 3),
        due=PreciseDate.of_month(2026, 6),
        follow_up_how="Enkät",
        follow_up_interval=FollowUpInterval.HALF_YEAR,
        next_follow_up=PreciseDate.of_year(2027),
        prevention_kind=PreventionKind.BOTH,
        prevention_level=PreventionLevel.SELECTIVE,
        place="Torget",
        source_text="Källan",
        source_url="https://www.example.com/x?a=1",
    )
    full.partners.set([club])
    full.target_groups.set([group])
    full.save_revision().publish()
    StatusUpdatePageFactory(
        parent=full, fact_on=datetime.date(2025, 5, 3), status=MeasureStatus.ONGOING
    )
    MeasurePageFactory(parent=area, title="Utan något", is_continuous=True)
    return [full]


def told(client, form, name="atgarder"):
    response = client.get(reverse("data_file", args=[name, form]))
    return b"".join(response.streaming_content)


def rows(client, name="atgarder"):
    return [
        {key: value for key, value in row.items() if key not in OF_THE_PAGE}
        for row in json.loads(told(client, "json", name))["rows"]
    ]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_same_site_finds_nothing_to_change(client, measures, form):
    report = check(told(client, form), f"atgarder.{form}", Choices())

    assert [(row["kind"], row["changes"], row["notes"]) for row in report["rows"]] == [
        ("same", [], [])
    ] * 2


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_empty_plan_gets_the_same_measures(client, measures, form):
    content, before = told(client, form), rows(client)
    for area in FocusAreaPage.objects.all():
        area.delete()
    Organisation.objects.all().delete()
    TargetGroup.objects.all().delete()
    assert not MeasurePage.objects.exists()

    do(content, f"atgarder.{form}", Choices(publish=True))

    assert rows(client) == before


@pytest.fixture
@noting.once
def told_of(area, measures):
    """A measure in each status, told in words that a program for tables would run."""
    (into,) = measures
    odd = ["=1+1", "-", "@x", "'=1", '+4,5 procent; "citat", å\nandra raden\n-tredje']
    for place, status in enumerate(MeasureStatus):
        words = odd[place % len(odd)]
        StatusUpdatePageFactory(
            parent=MeasurePageFactory(parent=area, title=f"Åtgärd {place}"),
            fact_on=datetime.date(2025, 1, 1 + place),
            status=status,
            reason=words if status.needs_reason else "",
            merged_into=into if status.names_successor else None,
            text="".join(f"<p>{line}</p>" for line in f"{words}\nslut".splitlines()),
            outcome=Outcome.PARTLY if status is MeasureStatus.DONE else "",
            outcome_reason=words if status is MeasureStatus.DONE else "",
        )


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_empty_plan_gets_the_same_updates(client, told_of, form):
    names = ("atgarder", "lagesrapporter")
    files = {name: told(client, form, name) for name in names}
    before = {name: rows(client, name) for name in names}
    assert len(before["lagesrapporter"]) == 7
    assert not check(files[names[1]], f"{names[1]}.{form}", Choices())["does_something"]
    for area in FocusAreaPage.objects.all():
        area.delete()

    for name in names:
        do(files[name], f"{name}.{form}", Choices(publish=True))

    assert {name: rows(client, name) for name in names} == before
    again = check(files[names[1]], f"{names[1]}.{form}", Choices(publish=True))
    assert not again["does_something"]

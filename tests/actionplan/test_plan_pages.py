"""What a resident reads about the plan, its areas and its measures, and what it costs."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from actionplan.freshness import FollowUpInterval
from actionplan.status import MeasureStatus
from foundation.contacts import TargetGroup
from foundation.precise_date import PreciseDate
from tests.factories import (
    FocusAreaPageFactory,
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    MeasurePageFactory,
    OrganisationFactory,
    PlanPageFactory,
    StatusUpdatePageFactory,
)
from tests.many_measures import add_measures


def queries_warm(client, page):
    """How many queries the page costs once the frame is made."""
    client.get(page.url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(page.url)
    assert response.status_code == 200
    return len(captured)


# The measure


@pytest.mark.django_db
def test_a_measure_tells_why_what_who_and_when(client, area):
    measure = MeasurePageFactory.build(
        title="Ett tryggare torg",
        summary="Torget ska vara tryggt.",
        problem="Många är rädda.\n\nFler går omvägar.",
        goal="Fler vågar gå ut.",
        body=[("paragraph", "<p>Vi byter belysning.</p>")],
        responsible=OrganisationFactory(name="Exempelförvaltningen"),
        starts=PreciseDate.of_month(2024, 7),
        due=PreciseDate.of_quarter(2027, 2),
        place="Torget",
        official_wording="Torget ska vara en trygg plats",
        follow_up_how="Trygghetsvandring",
    )
    measure.target_groups = [TargetGroup.objects.create(name="Ungdomar")]
    measure.partners = [OrganisationFactory(name="Polisen"), OrganisationFactory(name="Butikerna")]
    area.add_child(instance=measure)
    page = client.get(measure.url).text

    for words in (
        "<h1>Ett tryggare torg</h1>",
        "Torget ska vara tryggt.",
        "<p>Många är rädda.</p>",
        "Fler vågar gå ut.",
        "Vi byter belysning.",
        "Exempelförvaltningen",
        "juli 2024\u00a0– kvartal 2 2027",
        "Butikerna, Polisen",
        "Ungdomar",
        "Trygghetsvandring",
        "”Torget ska vara en trygg plats”",
    ):
        assert words in page


@pytest.mark.django_db
def test_what_nobody_has_told_is_said_to_be_missing(client, measure):
    page = client.get(measure.url).text

    assert page.count("Uppgift saknas") == 2
    assert "Ingen lägesrapport är publicerad än." in page
    assert "Ingen uppföljning är planerad." in page


@pytest.mark.django_db
def test_the_reader_sees_that_a_measure_is_late_and_not_followed_up(client, area):
    measure = MeasurePageFactory(
        parent=area,
        due=PreciseDate.of_month(2024, 6),
        follow_up_interval=FollowUpInterval.HALF_YEAR,
        next_follow_up=PreciseDate.of_month(2024, 12),
    )
    page = client.get(measure.url).text

    assert "Försenad" in page
    assert "Uppföljningen är försenad" in page
    assert "Skulle ha följts upp senast i december 2024" in page


@pytest.mark.django_db
def test_the_updates_stand_newest_first_with_their_reasons(client, measure):
    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2024, 9, 1))
    StatusUpdatePageFactory(
        parent=measure,
        fact_on=datetime.date(2025, 2, 1),
        status=MeasureStatus.PAUSED,
        reason="Vi väntar på pengar.",
        text="",
    )
    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2024, 1, 1), live=False)
    page = client.get(measure.url).text

    assert page.index("Lägesrapport 1 februari 2025") < page.index("Lägesrapport 1 september 2024")
    assert "Vi väntar på pengar." in page
    assert "1 januari 2024" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("updates", [2, 40])
def test_a_measure_costs_at_most_eight_queries(client, area, updates):
    (measure,) = add_measures(area, 1, updates_each=updates)

    assert queries_warm(client, measure) <= 8


# The status update


@pytest.mark.django_db
def test_an_update_has_its_own_page_that_says_which_measure_it_is_about(client, measure):
    update = StatusUpdatePageFactory(
        parent=measure,
        status=MeasureStatus.DONE,
        outcome="partly",
        outcome_reason="Mätningen visar en halv förbättring.",
    )
    page = client.get(update.url).text

    assert "<h1>Lägesrapport 3 maj 2025</h1>" in page
    assert f'<a href="{measure.url}">Ett tryggare torg</a>' in page
    assert "Genomförd" in page
    assert "Stolparna byts under våren." in page
    assert "Delvis uppnådd" in page
    assert "Mätningen visar en halv förbättring." in page
    assert queries_warm(client, update) <= 8


# The plan


@pytest.mark.django_db
def test_the_plan_tells_who_decided_it_and_by_which_law(client, home):
    plan = PlanPageFactory.build(
        decided_by="Kommunstyrelsen",
        decided_on=PreciseDate.of_month(2024, 6),
        purpose="Minska brottsligheten.",
        about_the_list="Listan är inte fullständig.",
    )
    plan.partners = [OrganisationFactory(name="Kommunpolisen")]
    home.add_child(instance=plan)
    page = client.get(plan.url).text

    assert "Kommunstyrelsen, juni 2024" in page
    assert "lagen (2023:196)" in page
    assert "Länk till annan webbplats" in page
    assert "Minska brottsligheten." in page
    assert "Kommunpolisen" in page
    assert "Listan är inte fullständig." in page


@pytest.mark.django_db
def test_the_plan_lists_its_measures_by_focus_area_with_their_status(client, plan, area, measure):
    school = FocusAreaPageFactory(parent=plan, title="Skola")
    MeasurePageFactory(parent=school, title="Fler med behörighet")
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    page = client.get(plan.url).text

    assert page.index("Trygga platser") < page.index("Ett tryggare torg") < page.index("Skola")
    assert page.index("Skola") < page.index("Fler med behörighet")
    assert 'aria-label="Planerad: 1, Genomförd: 1"' in page


@pytest.mark.django_db
def test_an_empty_plan_says_so(client, plan):
    assert "Inga åtgärder är publicerade än." in client.get(plan.url).text


@pytest.mark.django_db
def test_what_is_hidden_is_hidden_in_the_plan_too(client, plan, area, measure):
    private = FocusAreaPageFactory(parent=plan, title="Hemligt område")
    MeasurePageFactory(parent=private, title="Hemlig åtgärd")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    MeasurePageFactory(parent=area, title="Utkast", live=False)
    area.unpublish()
    page = client.get(plan.url).text

    for hidden in ("Hemligt område", "Hemlig åtgärd", "Utkast", "Ett tryggare torg"):
        assert hidden not in page


@pytest.mark.django_db
def test_an_old_plan_stays_and_names_the_one_that_holds(client, home, plan):
    new = PlanPageFactory(parent=home, title="Nya planen", slug="nya-planen")
    plan.superseded_by = new
    plan.save_revision().publish()
    page = client.get(plan.url).text

    assert page.index("Planen är ersatt av") < page.index("<h1")
    assert f'<a href="{new.url}">Nya planen</a>' in page


@pytest.mark.django_db
def test_the_law_check_does_not_answer_before_it_exists(client, plan):
    assert client.get(f"{plan.url}lagen/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["indikatorer", "undersokningar", "lagen"])
def test_no_focus_area_takes_an_address_that_the_plan_itself_uses(plan, slug):
    area = FocusAreaPageFactory.build(title="Skola", slug=slug)

    assert area.reserved_slug_errors(plan)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [10, 200, 1000])
def test_the_plan_costs_at_most_ten_queries_however_many_measures_it_has(
    client, plan, area, number
):
    add_measures(area, number, updates_each=2)

    assert queries_warm(client, plan) <= 10
    assert queries_warm(client, area) <= 9


@pytest.mark.django_db
def test_an_example_among_the_indicators_of_a_measure_is_marked(client, plan, measure):
    indicators = IndicatorIndexPageFactory(parent=plan)
    for title, is_example in (("Påhittad fråga", True), ("Riktig fråga", False)):
        indicator = IndicatorPageFactory(parent=indicators, title=title, is_example=is_example)
        measure.indicators.add(indicator)
    measure.save_revision().publish()
    page = client.get(measure.url).text

    assert "Påhittad fråga</a> " in page
    assert "Riktig fråga</a></dd>" in page
    assert page.count("Exempeldata") == 1

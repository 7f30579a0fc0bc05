"""What a resident reads about the plan, its areas and its measures, and what it costs."""

import datetime

import pytest
from bs4 import BeautifulSoup
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


def queries_warm(client, page, query=""):
    """How many queries the page costs once the frame is made."""
    client.get(page.url)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(f"{page.url}{query}")
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
        "juli\u00a02024\u00a0– kvartal\u00a02\u00a02027",
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


@pytest.mark.django_db
def test_an_update_shows_its_place_in_the_story(client, measure):
    days = [datetime.date(2025, month, 1) for month in (1, 2, 3, 4)]
    first, second, third, draft = [
        StatusUpdatePageFactory(parent=measure, fact_on=day, live=day.month < 4) for day in days
    ]
    pages = [client.get(update.url).text for update in (first, second, third)]

    assert "Det finns en nyare rapport om åtgärden" in pages[0]
    assert f'<a href="{second.url}" rel="next">' in pages[0]
    assert f'<a href="{first.url}" rel="prev">' in pages[1]
    assert f'<a href="{third.url}" rel="next">' in pages[1]
    assert "nyare rapport" not in pages[2]
    assert 'rel="next"' not in pages[2]
    assert draft.title not in "".join(pages)


@pytest.mark.django_db
def test_the_story_begins_where_the_measure_could_first_be_read(client, measure):
    StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2025, 1, 1))
    first_read = datetime.datetime(2025, 2, 1, tzinfo=datetime.UTC)
    type(measure).objects.update(first_published_at=first_read)
    page = client.get(measure.url).text

    assert page.index("Åtgärden publicerades här") < page.index("Lägesrapport 1 januari 2025")


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

    assert "Kommunstyrelsen, juni\u00a02024" in page
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
    rows = page.partition("</details>")[2]

    assert rows.index("Trygga platser") < rows.index("Ett tryggare torg") < rows.index("Skola")
    assert rows.index("Skola") < rows.index("Fler med behörighet")
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

    assert page.index("<h1") < page.index("Planen är ersatt av") < page.index("Alla åtgärder")
    assert f'<a href="{new.url}">Nya planen</a>' in page


@pytest.mark.django_db
def test_the_law_check_does_not_answer_before_it_exists(client, plan):
    assert client.get(f"{plan.url}lagen/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["indikatorer", "undersokningar", "lagen", "vad-har-hant"])
def test_no_focus_area_takes_an_address_that_the_plan_itself_uses(plan, slug):
    area = FocusAreaPageFactory.build(title="Skola", slug=slug)

    assert area.reserved_slug_errors(plan)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [10, 200, 1000])
def test_the_plan_costs_at_most_ten_queries_however_many_measures_it_has_and_shows(
    client, plan, area, number
):
    add_measures(area, number, updates_each=2)
    addresses = ["", "?status=pagar&omrade=trygga-platser", "?tid=forsenad", "?visa=alla&sida=2"]

    for address in addresses:
        assert queries_warm(client, plan, address) <= 10, address
    assert queries_warm(client, plan, "vad-har-hant/?sedan=2020") <= 10
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


# What is chosen


@pytest.mark.django_db
def test_what_is_chosen_is_shown_said_and_kept_from_search_engines(client, plan, area, measure):
    school = FocusAreaPageFactory(parent=plan, title="Skola")
    MeasurePageFactory(parent=school, title="Fler med behörighet")
    canonical = f'<link rel="canonical" href="{plan.full_url}">'
    noindex = '<meta name="robots" content="noindex">'
    whole = client.get(plan.url).text
    some = client.get(plan.url, {"omrade": "skola"}).text

    assert "Alla 2 åtgärder." in whole
    assert noindex not in whole
    assert "1 av 2 åtgärder: i området Skola." in some
    assert "Fler med behörighet" in some
    assert "Ett tryggare torg" not in some
    assert noindex in some
    assert canonical in whole
    assert canonical in some


@pytest.mark.django_db
def test_a_choice_that_nothing_fits_says_so_and_how_to_go_on(client, plan, measure):
    page = client.get(plan.url, {"status": "pagar", "tid": "forsenad"}).text

    assert "Ingen av 1 åtgärd: pågår, försenade." in page
    assert "Utan ”Pågår”: 0 åtgärder" in page
    assert f'<a class="every" href="{plan.url}#atgarder">' in page


@pytest.mark.django_db
def test_an_address_that_says_nothing_known_still_shows_the_plan(client, plan, measure):
    for query in ("status=%00&omrade=%ff&tid=" + "x" * 10_000, "sida=%00&visa=x&uppdaterad[]=1"):
        response = client.get(f"{plan.url}?{query}")

        assert response.status_code == 200
        assert "Ett tryggare torg" in response.text
        assert "xxxx" not in response.text


@pytest.mark.django_db
def test_target_groups_that_only_drafts_have_are_not_offered(client, plan, area, measure):
    draft = MeasurePageFactory(parent=area, live=False)
    for page, name in ((measure, "Ungdomar"), (draft, "Hemliga gruppen")):
        page.target_groups = [TargetGroup.objects.create(name=name)]
        page.save()
    page = client.get(plan.url).text

    assert "Ungdomar (1)" in page
    assert "Hemliga gruppen" not in page


@pytest.mark.django_db
def test_a_long_list_is_parted_and_can_be_had_on_one_page(client, plan, area):
    add_measures(area, 101)
    pages = [client.get(plan.url, {"sida": number}).text for number in (1, 2)]
    whole = client.get(plan.url, {"visa": "alla"}).text

    assert [page.count('class="measure"') for page in pages] == [100, 1]
    assert f'href="{plan.url}?visa=alla#atgarder"' in pages[0]
    assert f'href="{plan.url}?sida=2#atgarder"' in pages[0]
    assert "(fortsättning)" in pages[1]
    assert whole.count('class="measure"') == 101
    assert '<meta name="robots" content="noindex">' in whole


@pytest.mark.django_db
def test_the_plan_can_be_searched_from_its_own_page(client, plan, measure):
    form = BeautifulSoup(client.get(plan.url).content, "html.parser").select_one("[role=search]")
    question = {one["name"]: one.get("value", "torget") for one in form.select("input")}

    answer = client.get(form["action"], question).text

    assert "Du söker bara i Åtgärdsplanen." in answer

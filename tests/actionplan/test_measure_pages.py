"""What a resident reads about a measure and its updates, and what it costs."""

import datetime

import pytest

from actionplan.freshness import FollowUpInterval
from actionplan.status import MeasureStatus
from foundation.contacts import TargetGroup
from foundation.precise_date import PreciseDate
from tests.factories import (
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    MeasurePageFactory,
    OrganisationFactory,
    StatusUpdatePageFactory,
)
from tests.many_measures import add_measures
from tests.queries import queries_warm


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
    assert page[page.index('<ol class="timeline">') :].count("1 februari 2025") == 1


@pytest.mark.django_db
@pytest.mark.parametrize("updates", [2, 40])
def test_a_measure_costs_at_most_eight_queries(client, area, updates):
    (measure,) = add_measures(area, 1, updates_each=updates)

    assert queries_warm(client, measure.url) <= 8


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

    assert "<h1>Lägesrapport 3\u00a0maj\u00a02025</h1>" in page
    assert f'<a href="{measure.url}">Ett tryggare torg</a>' in page
    assert "Genomförd" in page
    assert "Stolparna byts under våren." in page
    assert "Delvis uppnådd" in page
    assert "Mätningen visar en halv förbättring." in page
    assert queries_warm(client, update.url) <= 8


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

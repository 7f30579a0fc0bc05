"""Surveys: who asks, whom, and which figures come from it."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from actionplan.models import IndicatorPage, SurveyPage
from tests import noting
from tests.factories import (
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    OrganisationFactory,
    SurveyIndexPageFactory,
    SurveyPageFactory,
)
from tests.queries import queries_warm

pytestmark = pytest.mark.django_db


@pytest.fixture
@noting.once
def index(plan):
    """The list of surveys."""
    return SurveyIndexPageFactory(parent=plan)


@pytest.fixture
@noting.once
def survey(index):
    """A survey of which everything is known."""
    return SurveyPageFactory(
        parent=index,
        organiser=OrganisationFactory(name="Exempelmyndigheten"),
        period="varje år sedan 2006",
        population="Slumpvis valda personer.",
        used_for="För att se var det behövs belysning.",
        website="https://example.se/ntu",
        website_label="Undersökningen hos myndigheten",
    )


def test_the_page_tells_who_asks_whom_when_and_what_for(client, survey):
    page = client.get(survey.url).text

    for words in (
        "Exempelmyndigheten",
        "varje år sedan 2006",
        "Slumpvis valda personer.",
        "För att se var det behövs belysning.",
        "Undersökningen hos myndigheten",
        "Länk till annan webbplats",
    ):
        assert words in page


def test_what_nobody_has_filled_in_leaves_no_empty_headings(client, index):
    page = client.get(SurveyPageFactory(parent=index).url).text

    for heading in ("Vilka får frågan?", "Vem frågar?", "Läs mer", "Indikatorer från"):
        assert heading not in page


def test_the_page_leads_to_the_indicators_that_can_be_read(client, plan, survey):
    indicators = IndicatorIndexPageFactory(parent=plan)
    seen, hidden = (
        IndicatorPageFactory(parent=indicators, title=title) for title in ("Syns", "Göms")
    )
    IndicatorPage.objects.update(survey=survey)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    page = client.get(survey.url).text

    assert f'<a href="{seen.url}">Syns</a>' in page
    assert "Göms" not in page
    assert queries_warm(client, survey.url) <= 8


def test_a_link_needs_words(index):
    survey = SurveyPageFactory(parent=index, live=False, website="https://example.se")

    with pytest.raises(ValidationError, match="Skriv vad länken leder till"):
        survey.save_revision().publish()


def test_the_list_costs_as_much_with_a_hundred_surveys_as_with_one(client, index, survey):
    with_one = queries_warm(client, index.url)
    for number in range(99):
        page = SurveyPage(title=f"Fråga {number}", slug=f"fraga-{number}")
        page.organiser = survey.organiser
        index.add_child(instance=page)

    assert queries_warm(client, index.url) == with_one <= 9
    assert client.get(index.url).text.count("Exempelmyndigheten") == 100


def test_the_list_shows_no_survey_that_cannot_be_read(client, index, survey):
    SurveyPageFactory(parent=index, title="Utkast", slug="utkast", live=False)
    hidden = SurveyPageFactory(parent=index, title="Dold", slug="dold")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    page = client.get(index.url).text

    assert survey.title in page
    assert "Utkast" not in page
    assert "Dold" not in page
    assert type(index).objects.get().updated_at == survey.changed_at


def test_an_empty_list_says_so(client, index):
    assert "Här finns inga undersökningar än." in client.get(index.url).text

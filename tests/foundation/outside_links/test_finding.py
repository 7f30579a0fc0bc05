"""Every link to another website that a reader can meet is found, and none that readers cannot."""

import pytest
from django.conf import settings
from wagtail.models import PageViewRestriction

from actionplan.models import IndicatorValue
from foundation.outside_links.finding import note_places
from foundation.outside_links.models import LinkPlace, OutsideLink
from foundation.precise_date import PreciseDate
from foundation.settings import SiteSettings
from news.models import CampaignPage
from tests.factories import (
    CampaignPageFactory,
    HelpContactFactory,
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    SupportPageFactory,
    SurveyIndexPageFactory,
    SurveyPageFactory,
)

pytestmark = pytest.mark.django_db

OWN = settings.WAGTAILADMIN_BASE_URL


def text(address):
    return ("paragraph", f'<p>Läs <a href="{address}">mer</a>.</p>')


def found():
    """The addresses of this test that are noted, and on what."""
    note_places()
    places = LinkPlace.objects.select_related("link").filter(link__address__contains=".example")
    return sorted((place.link.address, place.object_id) for place in places)


@pytest.fixture
def news_index(home):
    return NewsIndexPageFactory(parent=home)


def test_links_in_texts_blocks_and_fields_are_found(news_index):
    page = NewsPageFactory(
        parent=news_index,
        source_url="https://kalla.example/",
        body=[
            text("https://text.example/sida?a=1&amp;b=2#rubrik"),
            (
                "link_list",
                {
                    "heading": "",
                    "items": [
                        {"label": "En", "url": "https://lista.example/"},
                        {"label": "Vår egen", "url": f"{OWN}/sok/"},
                    ],
                },
            ),
        ],
    )

    assert found() == [
        ("https://kalla.example/", page.pk),
        ("https://lista.example/", page.pk),
        ("https://text.example/sida?a=1&b=2", page.pk),
    ]
    assert not OutsideLink.objects.filter(address__startswith=OWN).exists()


def test_links_of_surveys_and_of_figures_are_found(plan):
    survey = SurveyPageFactory(
        parent=SurveyIndexPageFactory(parent=plan),
        website="https://svara.example/",
        website_label="Svara",
    )
    indicator = IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan))
    IndicatorValue.objects.create(
        indicator=indicator,
        period_from=PreciseDate.of_year(2025),
        value=1,
        source_url="https://siffra.example/",
    )

    assert found() == [
        ("https://siffra.example/", indicator.pk),
        ("https://svara.example/", survey.pk),
    ]


def test_links_of_registers_and_of_the_settings_are_found(home):
    HelpContactFactory(website="https://hjalp.example/", live=True)
    HelpContactFactory(website="https://utkast.example/", live=False)
    OrganisationFactory(website="https://forening.example/")
    SiteSettings.objects.update(exit_url="https://lamna.example/")

    assert [address for address, _ in found()] == [
        "https://forening.example/",
        "https://hjalp.example/",
        "https://lamna.example/",
    ]


def test_what_no_reader_sees_is_not_looked_at(home, news_index, monkeypatch):
    monkeypatch.setattr(CampaignPage, "internal_fields", ("result",))
    NewsPageFactory(parent=news_index, body=[text("https://utkast.example/")], live=False)
    page = NewsPageFactory(parent=news_index, body=[text("https://live.example/")])
    page.body = [text("https://andring.example/")]
    page.save_revision()
    private = NewsPageFactory(parent=news_index, body=[text("https://inloggad.example/")])
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    CampaignPageFactory(
        parent=SupportPageFactory(parent=home),
        result='<p><a href="https://internt.example/">Internt</a></p>',
    )

    assert found() == [("https://live.example/", page.pk)]


def test_a_link_that_stands_nowhere_any_more_is_forgotten_with_what_was_known_of_it(news_index):
    page = NewsPageFactory(parent=news_index, body=[text("https://fel.example/")])
    note_places()
    OutsideLink.objects.filter(address="https://fel.example/").update(failed_days=2)
    note_places()
    assert OutsideLink.objects.get(address="https://fel.example/").failed_days == 2

    page.body = [text("https://ratt.example/")]
    page.save_revision().publish()

    assert found() == [("https://ratt.example/", page.pk)]
    assert not OutsideLink.objects.filter(address="https://fel.example/").exists()

"""What is new in the plan, as the start page tells it, and what that costs."""

import datetime

import pytest

from actionplan.models import MeasurePage
from actionplan.status import MeasureStatus
from home.models import HomePage
from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
)
from tests.many_measures import add_measures
from tests.queries import queries_warm


@pytest.mark.django_db
def test_a_new_update_stands_first_with_its_measure_its_day_and_its_status(client, measure):
    StatusUpdatePageFactory(
        parent=measure, fact_on=datetime.date(2026, 3, 12), status=MeasureStatus.DONE
    )
    page = client.get("/").text
    newest = page[page.index('<ol class="timeline">') :].split("</li>")[0]

    for words in ("12 mars 2026", "Ett tryggare torg", "Genomförd", "Stolparna byts under våren."):
        assert words in newest


@pytest.mark.django_db
def test_what_was_removed_and_what_is_new_is_told_in_words(client, area, measure):
    MeasurePageFactory(parent=area, title="Fler vuxna ute")
    MeasurePage.objects.get(pk=measure.pk).unpublish()
    page = client.get("/").text

    assert page.index("Åtgärden har tagits bort.") < page.index("Ny åtgärd i planen.")
    assert f'href="{measure.url}"' not in page


@pytest.mark.django_db
def test_the_editor_decides_how_many_changes_are_shown(client, home, area):
    for _ in range(3):
        MeasurePageFactory(parent=area)
    HomePage.objects.filter(pk=home.pk).update(changes_shown=2)
    page = client.get("/").text

    assert page.count("Ny åtgärd i planen.") == 2


@pytest.mark.django_db
def test_the_start_page_changes_with_the_plan_and_with_the_news_it_shows(home, measure):
    update = StatusUpdatePageFactory(parent=measure)
    assert HomePage.objects.get().updated_at == update.first_published_at
    article = NewsPageFactory(parent=NewsIndexPageFactory(parent=home))

    assert HomePage.objects.get().updated_at == article.changed_at


@pytest.mark.django_db
def test_the_start_page_and_the_sitemap_cost_the_same_with_ten_measures_and_a_thousand(
    client, home, plan
):
    index = NewsIndexPageFactory(parent=home)
    NewsPageFactory(parent=index)
    few = FocusAreaPageFactory(parent=plan, title="Trygga platser")
    add_measures(few, 10, updates_each=1)
    start_with_few, sitemap_with_few = (
        queries_warm(client, address) for address in ("/", "/sitemap.xml")
    )
    many = FocusAreaPageFactory(parent=plan, title="Skola")
    add_measures(many, 1000, updates_each=1)

    assert queries_warm(client, "/") == start_with_few <= 10
    assert queries_warm(client, "/sitemap.xml") == sitemap_with_few

"""Programs that read texts are told where they are, and of none that they are not to know."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    SupportPageFactory,
)
from tests.many_measures import add_measures

OWN = ("/oppna-data/", "/flode/")

pytestmark = pytest.mark.django_db


def test_it_names_the_site_its_sections_and_a_text_for_every_page(
    client, home, plan, area, measure
):
    news = NewsIndexPageFactory(parent=type(home).objects.get(pk=home.pk), slug="nyheter")
    article = NewsPageFactory(parent=news, title="Torget [lyser]", summary="Nu\nlyser det.")

    answer = client.get("/llms.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith("# Åtgärdsplan mot brott\n")
    assert re.findall("^## .*", answer.text, re.MULTILINE) == [
        *("## Åtgärdsplanen", "## Nyheter", "## Data och prenumeration")
    ]
    assert f"- [Torget (lyser)]({article.full_url}index.md): Nu lyser det.\n" in answer.text
    links = re.findall(r"\]\((.*?)\)", answer.text)
    assert links == [
        *(f"{page.full_url}index.md" for page in (plan, area, measure, news, article)),
        *(f"http://localhost{own}index.md" for own in OWN),
    ]
    assert all(client.get(link).status_code == 200 for link in links)


def test_it_names_nothing_that_has_no_text_for_it(client, home, area):
    SupportPageFactory(
        parent=type(home).objects.get(pk=home.pk),
        title="Stöd till utsatta",
        slug="stod",
        safe_title="Stöd",
    )
    private = MeasurePageFactory(parent=area, title="Bara inloggade")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    MeasurePageFactory(parent=area, title="Utkastet", live=False)
    MeasurePageFactory(parent=area, title="Påhittad", is_example=True)
    MeasurePageFactory(parent=area, title="Gömd", hide_from_search_engines=True)

    text = client.get("/llms.txt").text

    for title in ("Stöd", "Bara inloggade", "Utkastet", "Påhittad", "Gömd"):
        assert title not in text
    assert "demonstration" in text


def test_it_costs_the_same_number_of_queries_however_many_pages(client, plan, measure):
    def queries():
        client.get("/llms.txt")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/llms.txt").status_code == 200
        return len(captured)

    few = queries()
    add_measures(FocusAreaPageFactory(parent=plan, title="Trygga hem"), 250, updates_each=0)
    assert queries() == few
    assert client.get("/llms.txt").text.count("index.md)") == 201 + len(OWN)

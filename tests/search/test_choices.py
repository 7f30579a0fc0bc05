"""What was found is narrowed by choices that combine, and each can be undone."""

from urllib.parse import parse_qs

import pytest

from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
)
from tests.search.conftest import titles

pytestmark = pytest.mark.django_db


def test_a_choice_that_leaves_nothing_can_be_undone(search, area, measure):
    StatusUpdatePageFactory(parent=MeasurePageFactory(parent=area, title="Klart"), status="done")

    soup = search("torg", status="done", typ="measurepage")
    chosen = soup.select("main .filter [aria-current]")

    assert [link.text for link in chosen] == [
        f"{it} 0, ta bort valet" for it in ("Åtgärder", "Genomförd")
    ]
    assert soup.select_one("main h2").text == "Ingen sida med ”torg” efter dina val"
    assert "Inga sidor passar allt du har valt." in soup.main.text
    assert "Pröva ett annat ord" not in soup.main.text


def test_a_suggestion_leaves_what_was_chosen_behind_but_not_the_section(search, plan, measure):
    offered = search("torgge", typ="measurepage", inom=plan.slug).find("a", string="torg")

    assert parse_qs(offered["href"].partition("?")[2]) == {"q": ["torg"], "inom": [plan.slug]}


def test_hits_are_narrowed_by_kind_area_and_status_together(search, plan, area):
    other = FocusAreaPageFactory(parent=plan, title="Skola", slug="skola")
    measure = MeasurePageFactory(parent=area, title="Lampor på torget")
    MeasurePageFactory(parent=other, title="Lampor i skolan")
    StatusUpdatePageFactory(parent=measure, status="ongoing", text="<p>Lampor byts.</p>")

    soup = search("lampor")
    assert {choice.text for choice in soup.select("main .filter a")} == {
        "Lägesrapporter 1",
        "Åtgärder 2",
        "Skola 1",
        "Trygga platser 2",
        "Planerad 1",
        "Pågår 2",
    }
    narrowed = search("lampor", typ="measurepage", status="ongoing")
    assert titles(narrowed) == ["Lampor på torget"]
    assert titles(search("lampor", omrade="skola", status="ongoing")) == []
    assert len(titles(search("lampor", omrade="finns-inte", status="\x00"))) == 3
    chosen = narrowed.select_one("main .filter a[aria-current]")
    assert parse_qs(chosen["href"].partition("#")[0].lstrip("?")) == {
        "q": ["lampor"],
        "status": ["ongoing"],
    }


def test_one_section_can_be_searched_alone(search, home, area):
    MeasurePageFactory(parent=area, title="Lampor på torget")
    news = NewsIndexPageFactory(parent=home, title="Nyheter", slug="nyheter")
    NewsPageFactory(parent=news, title="Lampor är tända")

    soup = search("lampor", inom="nyheter")

    assert titles(soup) == ["Lampor är tända"]
    assert "Du söker bara i Nyheter" in soup.main.text
    assert len(titles(search("lampor", inom="finns-inte"))) == 2

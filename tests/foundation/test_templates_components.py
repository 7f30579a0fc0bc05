"""Components say in words what they mean, and figures are written as Swedish writes them."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory

from actionplan.freshness import Freshness
from actionplan.status import MeasureStatus, Outcome
from actionplan.timeliness import Timeliness
from foundation.precise_date import parse
from foundation.swedish.numbers import file_size, type_and_size
from foundation.templatetags.swedish import day, sentence, tal


def shown(name, **context):
    return render_to_string(f"components/{name}.html", context)


@pytest.mark.parametrize("status", [*MeasureStatus, *Timeliness, *Freshness, *Outcome])
def test_a_status_is_a_word_with_a_shape_wcag_1_4_1(status):
    html = shown("status_tag", status=status)

    assert status.label in html
    assert "<svg" in html
    assert 'aria-hidden="true"' in html


def test_each_status_of_a_measure_has_a_shape_of_its_own():
    shapes = {shown("status_shape", status=status) for status in MeasureStatus}

    assert len(shapes) == len(MeasureStatus)


def test_the_state_of_the_plan_is_told_in_words_and_drawn_to_scale():
    html = shown(
        "state_of_plan",
        counts=[
            {"status": MeasureStatus.PLANNED, "count": 3},
            {"status": MeasureStatus.ONGOING, "count": 1},
            {"status": MeasureStatus.DONE, "count": 0},
        ],
    )

    assert 'aria-label="Planerad: 3, Pågår: 1"' in html
    assert 'class="planned" x="0.0" width="447.0"' in html
    assert 'class="ongoing" x="450.0" width="150.0"' in html
    assert "Genomförd" not in html


def test_a_plan_without_measures_has_no_bar():
    assert "<svg" not in shown("state_of_plan", counts=[])


def test_the_timeline_tells_when_what_and_how_it_stands():
    html = shown(
        "timeline",
        items=[
            {
                "when": datetime.date(2026, 5, 3),
                "title": "Ny <belysning>",
                "url": "/x/",
                "status": MeasureStatus.ONGOING,
            },
            {"when": parse("juni 2024"), "title": "Beslutet"},
        ],
    )

    assert '<time datetime="2026-05-03">3 maj 2026</time>' in html
    assert '<h3><a href="/x/">Ny &lt;belysning&gt;</a></h3>' in html
    assert '<time datetime="2024-06">juni 2024</time>' in html
    assert "<h3>Beslutet</h3>" in html


def test_the_timeline_leaves_out_the_day_where_the_title_says_it():
    html = shown("timeline", items=[{"title": "Lägesrapport 3 maj 2026", "url": "/x/"}])

    assert html.count("3 maj 2026") == 1
    assert "saknas" not in html


def test_facts_that_are_not_known_are_left_out():
    html = shown(
        "facts", facts=[{"label": "Ansvarig", "value": ""}, {"label": "Tid", "value": "A"}]
    )

    assert "Ansvarig" not in html
    assert "<dt>Tid</dt>" in html


def test_a_page_says_who_answers_for_it_and_how_old_it_is():
    html = shown(
        "page_facts",
        page=SimpleNamespace(
            published_by=SimpleNamespace(name="Enheten"),
            published_on=datetime.date(2024, 7, 2),
            updated_at=datetime.datetime(2026, 5, 2, 23, 30, tzinfo=datetime.UTC),
            reviewed_on=None,
        ),
    )

    assert "Publicerad av Enheten." in html
    assert '<time datetime="2024-07-02">2 juli 2024</time>' in html
    assert "3 maj 2026" in html  # it was past midnight in Sweden
    assert "granskad" not in html


def test_a_source_is_named_and_linked():
    html = shown(
        "source",
        page=SimpleNamespace(
            source_text="Kommunens nyhet",
            source_url="https://www.example.com/",
            source_on=datetime.date(2024, 7, 2),
        ),
    )

    assert "Källa: <a" in html
    assert ">Kommunens nyhet, Länk till annan webbplats</a>, <time" in html


def test_the_next_page_of_a_list_keeps_what_was_asked_for():
    html = render_to_string(
        "components/pagination.html",
        {"page_obj": Paginator(range(30), 10).page(2)},
        RequestFactory().get("/sok/?q=torg&sida=2"),
    )

    assert 'href="?q=torg&amp;sida=3" rel="next"' in html
    assert "Sida 2 av 3" in html


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1234567.50"), "1\u00a0234\u00a0567,50"),
        (12, "12"),
        (0, "0"),
        ("-3.5", "−3,5"),
        (None, "uppgift saknas"),
        ("", "uppgift saknas"),
    ],
)
def test_numbers_have_decimal_commas_and_a_missing_one_is_not_nought(value, text):
    assert tal(value) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (90_700, "90,7\u00a0kB"),
        (2_000_000, "2\u00a0MB"),
        (999_960, "1\u00a0MB"),
        (12, "12\u00a0byte"),
        (None, ""),
    ],
)
def test_the_size_of_a_file_is_short(size, text):
    assert file_size(size) == text


@pytest.mark.parametrize(
    ("suffix", "text"),
    [(".pdf", "Pdf, 2\u00a0kB"), (".CSV", "CSV, 2\u00a0kB"), (".json", "JSON, 2\u00a0kB")],
)
def test_the_type_of_a_file_is_written_as_swedish_writes_it(suffix, text):
    assert type_and_size(suffix, 2000) == text


def test_a_quarter_is_told_in_words_alone_since_html_knows_none():
    assert day(parse("kvartal 3 2024")) == '<span class="nowrap">kvartal 3 2024</span>'
    assert day(None) == ""


def test_what_an_editor_wrote_in_a_field_becomes_a_sentence():
    assert sentence("dygnet runt") == "Dygnet runt."
    assert sentence("Dygnet runt.") == "Dygnet runt."
    assert sentence("") == ""


def test_an_example_in_a_timeline_is_marked_also_where_it_has_no_status():
    item = {"when": datetime.date(2026, 5, 3), "title": "Rättelse", "is_example": True}

    assert "Exempeldata" in shown("timeline", items=[item])
    assert "Exempeldata" not in shown("timeline", items=[{**item, "is_example": False}])

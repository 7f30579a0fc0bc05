"""A list of more than a hundred measures is parted into pages, between focus areas."""

from types import SimpleNamespace

import pytest
from django.http import QueryDict

from actionplan.selection import Group
from actionplan.sheets import sheet_of, steps_from


def selection(*sizes, on_one_page=False):
    groups = [
        Group(SimpleNamespace(title=f"Område {n}"), list(range(size)))
        for n, size in enumerate(sizes, start=1)
    ]
    return SimpleNamespace(
        groups=groups,
        on_one_page=on_one_page,
        address=lambda sida: f"/plan/?sida={sida}#atgarder",
    )


def sizes_of(page):
    return [len(group.measures) for group in page[0].groups]


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [
        ([], [[]]),
        ([0, 3], [[0, 3]]),
        ([60, 40], [[60, 40]]),
        ([60, 41], [[60], [41]]),
        ([40, 40, 40, 40], [[40, 40], [40, 40]]),
        ([230, 20], [[100], [100], [30, 20]]),
        ([5, 100, 5], [[5], [100], [5]]),
    ],
)
def test_a_page_holds_whole_areas_and_a_hundred_measures_at_most(sizes, pages):
    first = sheet_of(selection(*sizes), None)

    assert [sizes_of(first.paginator.page(n)) for n in first.paginator.page_range] == pages


def test_an_area_that_goes_on_says_so():
    groups = sheet_of(selection(150), "2")[0].groups

    assert [group.continues for group in groups] == [True]


def test_all_of_it_stands_on_one_page_when_that_is_asked_for():
    page = sheet_of(selection(230, 20, on_one_page=True), "2")

    assert sizes_of(page) == [230, 20]
    assert not page.has_other_pages()


def test_the_ways_on_name_the_areas_that_they_lead_to():
    chosen = selection(90, 90, 50, 50)
    steps = steps_from(sheet_of(chosen, "2"), chosen)

    assert [(step.word, step.title, step.url) for step in steps] == [
        ("Föregående", "Område 1", "/plan/?sida=1#atgarder"),
        ("Nästa", "Område 3 – Område 4", "/plan/?sida=3#atgarder"),
    ]


@pytest.mark.parametrize(
    ("number", "page"), [("0", 3), ("99", 3), ("-1", 3), ("x", 1), ("\0", 1), ("9" * 9999, 1)]
)
def test_a_number_that_is_no_page_still_shows_one(number, page):
    query = QueryDict(mutable=True)
    query["sida"] = number

    assert sheet_of(selection(90, 90, 90), query.get("sida")).number == page

"""What is found fast is what would be found by looking at every page, one after the other."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from foundation.branches import divisions
from search import remembered
from search.finding import find
from search.indexing import index
from search.models import Posting, SearchDocument
from search.places import places
from search.terms import Alternative, Term
from tests.factories import FocusAreaPageFactory, StatusUpdatePageFactory
from tests.many_measures import add_measures

pytestmark = pytest.mark.django_db

KEYS = "abcdefgh"
WEIGHTS = (2, 4, 8, 16, 32, 64)


@pytest.fixture
def corpus(plan):
    """Pages with random words: primary key to path, kind, day, and the weight of each word."""
    dice = random.Random(5)  # noqa: S311
    pages = []
    for title in ("Skola", "Torg"):
        area = FocusAreaPageFactory(parent=plan, title=title, slug=title.lower())
        measures = add_measures(area, 30, updates_each=0)
        updates = [
            StatusUpdatePageFactory(parent=measure, status=dice.choice(["ongoing", "done"]))
            for measure in measures[:8]
        ]
        pages += [area, *measures, *updates]
    SearchDocument.objects.all().delete()
    told = {}
    for page in pages:
        day = dice.choice([0, 0, 7, 8, 9])
        weights = {key: dice.choice(WEIGHTS) for key in dice.sample(KEYS, dice.randint(0, 5))}
        told[page.pk] = (page.path, page._meta.model_name, day, weights)
        SearchDocument.objects.create(
            page=page,
            path=page.path,
            kind=page._meta.model_name,
            day=day,
            indexed_at=timezone.now() + timedelta(days=1),
            analysis=1,
        )
        Posting.objects.bulk_create(
            Posting(document_id=page.pk, key=key, weight=weight) for key, weight in weights.items()
        )
    return told


def a_question(dice):
    return [
        Term(
            "x",
            tuple(
                Alternative(
                    tuple(
                        frozenset(dice.sample(KEYS, dice.randint(1, 2)))
                        for _ in range(dice.choice([1, 1, 2, 3]))
                    ),
                    dice.choice([1.0, 0.5, 0.25]),
                )
                for _ in range(dice.choice([1, 1, 2, 3]))
            ),
        )
        for _ in range(dice.choice([1, 1, 2, 3]))
    ]


def plain_score(weights, question):
    """What the page answers with; None where it lacks one of the terms."""
    total = 0
    for term in question:
        ways = [
            min(max(weights.get(key, 0) for key in word) for word in way.words) * way.share
            for way in term.alternatives
        ]
        if not max(ways):
            return None
        total += max(ways)
    return total


def plain_hits(corpus, question, below=""):
    scored = [
        (score, day, page)
        for page, (path, _kind, day, weights) in corpus.items()
        if path.startswith(below) and (score := plain_score(weights, question)) is not None
    ]
    return [page for _score, _day, page in sorted(scored, reverse=True)]


def plain_places(corpus):
    """The keys that each page is sorted under, by the name of the facet."""
    branches = {division.name: division.branches() for division in divisions()}
    return {
        page: {"typ": kind}
        | {
            name: next((key for way, (key, _) in told.items() if path.startswith(way)), "")
            for name, told in branches.items()
        }
        for page, (path, kind, _day, _weights) in corpus.items()
    }


@pytest.fixture(params=["remembered", "asked for"])
def words_are(request, monkeypatch):
    """Both ways to know which pages hold a word: the corpus is too small to remember any."""
    if request.param == "remembered":
        monkeypatch.setattr(remembered, "FEWEST_PAGES", 1)


@pytest.mark.usefixtures("words_are")
def test_the_same_pages_are_found_in_the_same_order(corpus, plan):
    dice = random.Random(6)  # noqa: S311
    area = plan.get_children().first()

    for _ in range(150):
        question = a_question(dice)
        assert find(question).all_hits == plain_hits(corpus, question)
        below = find(question, below=area.path).all_hits
        assert below == plain_hits(corpus, question, area.path)


def test_words_are_remembered_until_the_index_is_written(
    corpus, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(remembered, "FEWEST_PAGES", 1)
    question, among = [Term("a", (Alternative((frozenset("a"),)),))], places()
    before = find(question, among=among).all_hits
    with django_assert_num_queries(0):
        assert find(question, among=among).all_hits == before

    index(Page.objects.filter(pk=before[0]))

    assert find(question, among=among).all_hits == before[1:]


def test_no_more_words_are_remembered_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(remembered, "FEWEST_PAGES", 4)
    monkeypatch.setattr(remembered, "MOST_BYTES", 60)
    memory = remembered.Remembered()

    memory.add({"rare": [(4, 0b111)], "a": [(4, 0b11), (2, 0b1100)]}, memory.now())
    memory.add({"b": [(4, 0b1111)]}, memory.now())

    assert list(memory.now()) == ["a"]


def test_what_was_fetched_before_the_index_was_written_takes_no_room(monkeypatch):
    monkeypatch.setattr(remembered, "FEWEST_PAGES", 1)
    monkeypatch.setattr(remembered, "MOST_BYTES", 60)
    memory = remembered.Remembered()
    begun_before = memory.now()
    remembered.forget_remembered()
    now = memory.now()

    memory.add({"a": [(4, 0b11)], "b": [(4, 0b101)]}, begun_before)
    memory.add({"c": [(4, 0b111)]}, now)

    assert list(memory.now()) == ["c"]


def test_facets_narrow_and_count_as_looking_at_each_page_would(corpus):
    dice = random.Random(7)  # noqa: S311
    sorted_under = plain_places(corpus)
    wishes = {"typ": ["measurepage", "x"], "omrade": ["skola"], "status": ["ongoing", "planned"]}

    for _ in range(150):
        question = a_question(dice)
        names = dice.sample(sorted(wishes), dice.randint(0, 3))
        chosen = {name: dice.choice(wishes[name]) for name in names}
        valid = {name: key for name, key in chosen.items() if key != "x"}
        found, hits = find(question, chosen), plain_hits(corpus, question)

        assert found.hits == [page for page in hits if valid.items() <= sorted_under[page].items()]
        for facet in found.facets:
            others = {name: key for name, key in valid.items() if name != facet.name}
            left = [
                sorted_under[page][facet.name]
                for page in hits
                if others.items() <= sorted_under[page].items()
            ]
            counts = {choice.key: choice.count for choice in facet.choices}
            shown = {*left, valid.get(facet.name, "")} - {""}
            assert counts == {key: left.count(key) for key in shown}

"""What is public is found as soon as it is committed, and what is not is found no more."""

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from search import indexing
from search.finding import find
from search.models import SearchDocument
from search.terms import terms
from tests.factories import FocusAreaPageFactory, MeasurePageFactory, NewsIndexPageFactory

pytestmark = pytest.mark.django_db


def found(question):
    return find(terms(question)).all_hits


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A block at whose end the transaction is done."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_published_page_is_found_when_it_is_committed(area, committed):
    with committed():
        draft = MeasurePageFactory(parent=area, title="Lyktor i parken", live=False)
    assert found("lyktor") == []

    with committed():
        draft.save_revision().publish()
    assert found("lyktor") == [draft.pk]

    with committed():
        draft.title = "Lampor i parken"
        draft.save_revision()
    assert found("lampan") == []


def test_what_a_page_no_longer_says_it_is_no_longer_found_by(area, committed):
    with committed():
        measure = MeasurePageFactory(parent=area, title="Kameror", summary="Kameror sätts upp.")
        measure.title, measure.summary = "Vakter", "Vakter går runt."
        measure.save_revision().publish()

    assert found("kamera") == []
    assert found("vakt") == [measure.pk]


def test_a_page_taken_away_is_not_found(area, committed):
    with committed():
        unpublished = MeasurePageFactory(parent=area, title="Cykelställ")
        deleted = MeasurePageFactory(parent=area, title="Cykelbana")
    with committed():
        unpublished.unpublish()
        deleted.delete()

    assert found("cykelställ") == found("cykelbana") == []


@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_a_hidden_page_hides_its_branch(area, committed, hide):
    with committed():
        measure = MeasurePageFactory(parent=area, title="Trädgårdar")
    assert found("trädgård") == [measure.pk]

    if hide == "unpublish":
        area.unpublish()
    else:
        PageViewRestriction.objects.create(page=area, restriction_type="login")

    assert found("trädgård") == []


def test_a_moved_page_is_found_where_it_lies(plan, area, committed):
    other = FocusAreaPageFactory(parent=plan, title="Skola")
    with committed():
        measure = MeasurePageFactory(parent=area, title="Rastvakter")
    with committed():
        measure.move(other, pos="last-child")
    measure.refresh_from_db()

    assert SearchDocument.objects.get(page=measure).path == measure.path
    assert find(terms("rastvakt"), below=other.path).all_hits == [measure.pk]


def test_what_a_killed_process_left_out_is_indexed_by_the_command(area, capsys):
    measure = MeasurePageFactory(parent=area, title="Ljusslingor")
    NewsIndexPageFactory(parent=area.get_parent().get_parent())
    assert found("ljusslinga") == []

    call_command("index_pages", verbosity=0)
    assert found("ljusslinga") == [measure.pk]
    assert not indexing.unindexed().exists()


def test_other_words_of_the_same_compound_find_the_page_after_those_with_the_word_itself(area):
    compound = MeasurePageFactory(parent=area, title="Trygghetsvandringar")
    itself = MeasurePageFactory(parent=area, title="En vandring", summary="Text.")
    call_command("index_pages", verbosity=0)

    assert found("vandringen") == [itself.pk, compound.pk]

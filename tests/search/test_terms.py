"""A question is understood as the residents mean it."""

import pytest
from django.core.exceptions import ValidationError

from search.models import Synonyms
from search.terms import MOST_WORDS, terms

pytestmark = pytest.mark.django_db


def asked(question):
    return [term.asked for term in terms(question)]


def test_words_that_stand_everywhere_are_not_asked_for():
    assert asked("hur anmäler jag ett brott") == ["anmäler", "brott"]
    assert asked("vad är det") == ["vad", "är", "det"]


def test_a_whole_phrase_is_one_term_and_so_is_what_stands_for_it():
    Synonyms.objects.create(terms="EST, effektiv samordning för trygghet")

    [term] = terms("effektiv samordning för tryggheten")
    [short] = terms("est")

    assert "est" in term.keys
    assert len(short.alternatives) == 2
    assert len(short.alternatives[1].words) == 4


def test_synonyms_that_editors_change_hold_at_once():
    group = Synonyms.objects.create(terms="moped, epa")
    assert "epa" in terms("mopeden")[0].keys

    group.delete()
    assert "epa" not in terms("mopeden")[0].keys


def test_a_text_is_not_a_question():
    assert len(terms("torg " * 500)) == MOST_WORDS


def test_one_word_has_no_synonym():
    with pytest.raises(ValidationError, match="minst två"):
        Synonyms(terms="narkotika, ").full_clean()

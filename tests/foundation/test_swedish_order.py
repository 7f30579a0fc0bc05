"""Lists are in the order of the Swedish alphabet on every database."""

import random

import pytest
from django.contrib.auth.models import Group

from foundation.swedish.sorting import swedish_key, swedish_order

IN_ORDER = [
    "”Vi ses” på stan",
    "10 lampor",
    "7–21 är det öppet",
    "ange",
    "apa",
    "Apa",
    "eclair",
    "éclair",
    "Trygg skola",
    "Trygga platser",
    "Trygga platser 2",
    "Vuxna på stan",
    "Våld",
    "wagtail",
    "über",
    "Zebra",
    "åka",
    "Åtgärd",
    "Ärende",
    "Ö",
    "Øst",
]


@pytest.fixture
def shuffled():
    return random.sample(IN_ORDER, len(IN_ORDER))


@pytest.mark.django_db
def test_the_database_sorts_as_a_swedish_reader_does(shuffled):
    for name in shuffled:
        Group.objects.create(name=name)

    names = Group.objects.filter(name__in=IN_ORDER).values_list("name", flat=True)

    assert list(names.order_by(swedish_order("name"))) == IN_ORDER
    assert list(names.order_by(swedish_order("name").desc())) == IN_ORDER[::-1]


def test_python_sorts_as_the_database_does(shuffled):
    assert sorted(shuffled, key=swedish_key) == IN_ORDER


def test_a_letter_with_its_ring_written_apart_is_the_same_letter():
    assert swedish_key("A\u030aka") == swedish_key("Åka")

"""What is kept between requests is never older than what was published last."""

import pytest
from django.db import transaction

from delivery import generation


def taken_back(work):
    """Do the work in a transaction that is not completed."""
    with transaction.atomic():
        work()
        transaction.set_rollback(True)


@pytest.fixture
def made():
    """Makes that can be counted, each telling its number."""
    numbers = []

    def make():
        numbers.append(len(numbers) + 1)
        return numbers[-1]

    return make


def look(make):
    return generation.kept("test", make)


@pytest.fixture(autouse=True)
def fresh():
    """Nothing is kept from another test."""
    generation.advance()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestKept:
    """What readers get of something that is made once a generation."""

    def test_it_is_made_once(self, made):
        assert [look(made), look(made)] == [1, 1]

    def test_it_is_made_anew_when_something_was_published(self, made):
        look(made)
        generation.advance()
        assert look(made) == 2

    def test_the_writer_sees_its_own_change_and_others_not_before_it_is_done(self, made):
        look(made)
        shared = generation.current()
        with transaction.atomic():
            generation.advance()
            assert look(made) == 2
            assert look(made) == 2
            assert generation.shared() == shared
        assert generation.current() != shared
        # What was made within the transaction is not what readers get.
        assert look(made) == 3

    def test_a_change_that_was_taken_back_leaves_nothing_behind(self, made):
        look(made)

        def work():
            generation.advance()
            assert look(made) == 2

        taken_back(work)
        assert look(made) == 1
        with transaction.atomic():
            assert look(made) == 1

    def test_nor_does_a_part_of_a_transaction_that_was_taken_back(self, made):
        look(made)
        with transaction.atomic():
            taken_back(generation.advance)
            assert look(made) == 1
        assert look(made) == 1

    def test_looking_costs_no_query(self, django_assert_num_queries, made):
        with django_assert_num_queries(0):
            look(made)

    def test_what_is_held_lies_ready_until_something_is_published(self):
        first = generation.held("test", lambda: [1])

        assert generation.held("test", lambda: [2]) is first
        generation.advance()
        assert generation.held("test", lambda: [2]) == [2]

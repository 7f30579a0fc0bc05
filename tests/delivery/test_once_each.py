"""What is saved many times in one go is brought up to date in Wagtail's indexes once, and surely."""

import pytest
from django_tasks.signals import task_finished
from wagtail.models import ReferenceIndex

from delivery.once_each import once_each
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def done():
    """The names of the jobs that have been done."""
    names = []

    def note(task_result, **kwargs):
        names.append(task_result.task.name)

    task_finished.connect(note)
    yield names
    task_finished.disconnect(note)


def test_each_job_is_done_once_at_the_end(measure, done):
    measure.responsible = OrganisationFactory(name="Gatan")
    done.clear()

    with once_each():
        for goal in ("Färre rån", "Trygga torg", "Båda"):
            measure.goal = goal
            measure.save()
        assert done == []

    assert sorted(done) == ["insert_or_update_object_task", "update_reference_index_task"]
    assert ReferenceIndex.get_references_to(measure.responsible).exists()


def test_after_it_and_outside_it_they_are_done_at_once(measure, done):
    def fail():
        with once_each():
            measure.save()
            raise ValueError("nej")

    with pytest.raises(ValueError, match="nej"):
        fail()
    assert done == []

    measure.save()

    assert len(done) == 2

"""A status update gives itself its title and address, by whatever way it is made."""

import datetime

import pytest
from wagtail.models import Revision

from actionplan.models import StatusUpdatePage
from actionplan.status import MeasureStatus
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory

MAY = datetime.date(2025, 5, 3)
JUNE = datetime.date(2025, 6, 10)


@pytest.mark.django_db
def test_a_command_need_name_nothing(measure):
    update = StatusUpdatePage(fact_on=MAY, status=MeasureStatus.ONGOING, text="<p>Nytt.</p>")
    measure.add_child(instance=update)

    assert (update.title, update.draft_title) == ("Lägesrapport 3 maj 2025",) * 2
    assert update.slug == "2025-05-03"
    assert update.url_path.endswith("/ett-tryggare-torg/2025-05-03/")


@pytest.mark.django_db
def test_the_second_of_a_day_gets_a_number(measure):
    updates = [StatusUpdatePageFactory(parent=measure, fact_on=MAY) for _ in range(3)]

    assert [update.slug for update in updates] == ["2025-05-03", "2025-05-03-2", "2025-05-03-3"]
    assert {update.title for update in updates} == {"Lägesrapport 3 maj 2025"}


@pytest.mark.django_db
def test_a_draft_without_a_day_is_called_something(measure):
    update = StatusUpdatePageFactory(parent=measure, fact_on=None, live=False)

    assert (update.title, update.slug) == ("Lägesrapport", "lagesrapport")


@pytest.mark.django_db
def test_the_address_follows_the_day_until_the_update_is_published(measure):
    update = StatusUpdatePageFactory(parent=measure, fact_on=MAY, live=False)
    update.fact_on = JUNE
    update.save_revision().publish()
    update.refresh_from_db()

    assert (update.title, update.slug) == ("Lägesrapport 10 juni 2025", "2025-06-10")


@pytest.mark.django_db
def test_a_published_update_keeps_its_address_when_its_day_is_corrected(measure):
    update = StatusUpdatePageFactory(parent=measure, fact_on=MAY)
    update.fact_on = JUNE
    update.save_revision().publish()
    update.refresh_from_db()

    assert (update.title, update.slug) == ("Lägesrapport 10 juni 2025", "2025-05-03")


@pytest.mark.django_db
def test_going_back_to_a_version_from_before_publication_keeps_the_address(measure):
    update = StatusUpdatePageFactory(parent=measure, fact_on=JUNE, live=False)
    old_version = update.save_revision()
    update.fact_on = MAY
    update.save_revision().publish()
    Revision.objects.get(pk=old_version.pk).publish()
    update.refresh_from_db()

    assert (update.fact_on, update.slug) == (JUNE, "2025-05-03")


@pytest.mark.django_db
def test_two_drafts_that_came_to_say_the_same_day_can_both_be_published(measure):
    one = StatusUpdatePageFactory(parent=measure, fact_on=MAY, live=False)
    other = StatusUpdatePageFactory(parent=measure, fact_on=JUNE, live=False)
    other.fact_on = MAY
    late_version = other.save_revision()
    one.save_revision().publish()
    late_version.publish()

    assert set(StatusUpdatePage.objects.live().values_list("slug", flat=True)) == {
        "2025-05-03",
        "2025-05-03-2",
    }


@pytest.mark.django_db
def test_a_copy_is_named_after_its_own_day(area, measure):
    other = MeasurePageFactory(parent=area)
    update = StatusUpdatePageFactory(parent=measure, fact_on=MAY)
    here = update.copy(update_attrs={"title": "Kopia", "slug": "kopia"})
    there = update.copy(to=other, update_attrs={"title": "Kopia", "slug": "kopia"})

    for copy, slug in ((here, "2025-05-03-2"), (there, "2025-05-03")):
        copy.refresh_from_db()
        assert (copy.title, copy.draft_title) == ("Lägesrapport 3 maj 2025",) * 2
        assert copy.slug == slug


@pytest.mark.django_db
def test_the_beginning_of_the_text_is_its_lead(measure):
    long_text = "".join(f"<p>Vi har <b>talat</b> med butik nummer {n}.</p>" for n in range(50))
    update = StatusUpdatePageFactory(parent=measure, text=long_text)

    assert update.summary.startswith("Vi har talat med butik nummer 0. Vi har talat")
    assert len(update.summary) <= 300
    assert update.summary.endswith("…")

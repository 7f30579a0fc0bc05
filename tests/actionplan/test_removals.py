"""What was taken away from the plan is told, and nothing that was never public is."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from actionplan.change import ChangeKind
from actionplan.changes import changes_in, last_changes
from actionplan.models import FocusAreaPage, MeasurePage, Removal, StatusUpdatePage
from foundation.scheduled_publishing import publish_due
from tests.factories import FocusAreaPageFactory, MeasurePageFactory, StatusUpdatePageFactory

pytestmark = pytest.mark.django_db


def fresh(page):
    """The page as the database has it."""
    return type(page).objects.get(pk=page.pk)


def removed_from(plan):
    """The titles of what is told as removed from the plan."""
    changes = changes_in(fresh(plan))
    return [change.title for change in changes if change.kind is ChangeKind.REMOVED]


def test_an_unpublished_measure_is_told_by_the_title_that_readers_knew(plan, area, measure):
    draft = fresh(measure)
    draft.title = "Hemligt utkast"
    draft.save_revision()
    fresh(measure).unpublish()
    change = changes_in(plan)[0]

    assert (change.kind, change.title) == (ChangeKind.REMOVED, "Ett tryggare torg")
    assert change.text == "Åtgärden har tagits bort."
    assert (change.url, change.page_pk) == ("", None)
    assert change.day == timezone.localdate()
    assert fresh(area).updated_at == fresh(plan).updated_at == change.at
    assert last_changes([fresh(area)]) == {area.pk: change.at}


def test_the_page_above_is_not_told_as_edited_too(plan, area, measure):
    fresh(measure).unpublish()

    assert [change.kind for change in changes_in(plan)] == [
        ChangeKind.REMOVED,
        ChangeKind.PUBLISHED,
        ChangeKind.PUBLISHED,
    ]


def test_a_deleted_update_is_told_under_its_measure_and_moves_its_date(plan, measure):
    update = StatusUpdatePageFactory(parent=measure)
    fresh(update).delete()
    change = changes_in(measure)[0]

    assert (change.kind, change.title) == (ChangeKind.REMOVED, "Lägesrapport 3 maj 2025")
    assert change.measure_title == "Ett tryggare torg"
    assert change.text == "Lägesrapport 3 maj 2025 har tagits bort."
    assert fresh(measure).updated_at == fresh(plan).updated_at == change.at


def test_of_a_deleted_branch_only_the_top_is_told(plan, area, measure):
    StatusUpdatePageFactory(parent=measure)
    MeasurePageFactory(parent=area)
    fresh(area).delete()

    assert not MeasurePage.objects.exists()
    assert removed_from(plan) == ["Trygga platser"]
    assert Removal.objects.count() == 1


def test_of_a_branch_unpublished_with_all_below_it_only_the_top_is_told(
    admin_client, plan, area, measure
):
    StatusUpdatePageFactory(parent=measure)
    address = reverse("wagtailadmin_pages:unpublish", args=[area.pk])
    admin_client.post(address, {"include_descendants": "on"})

    assert not fresh(measure).live
    assert removed_from(plan) == ["Trygga platser"]


def test_what_the_clock_takes_down_is_told(plan, measure):
    an_hour_ago = timezone.now() - datetime.timedelta(hours=1)
    Page.objects.filter(pk=measure.pk).update(expire_at=an_hour_ago)
    publish_due()

    assert not fresh(measure).live
    assert removed_from(plan) == ["Ett tryggare torg"]


def test_what_is_deleted_by_a_query_is_told(plan, area, measure):
    MeasurePage.objects.filter(pk=measure.pk).delete()

    assert removed_from(plan) == ["Ett tryggare torg"]


def test_what_comes_back_is_no_longer_told_as_removed_but_has_moved_the_date(plan, area, measure):
    fresh(measure).unpublish()
    removed_at = fresh(plan).updated_at
    fresh(measure).save_revision().publish()

    assert removed_from(plan) == []
    newest = changes_in(plan)[0]
    assert (newest.kind, newest.title) == (ChangeKind.EDITED, "Ett tryggare torg")
    assert fresh(plan).updated_at == newest.at == fresh(measure).changed_at > removed_at
    assert [change.kind for change in changes_in(area)].count(ChangeKind.EDITED) == 1


def test_what_is_taken_away_twice_is_told_once(plan, measure):
    fresh(measure).unpublish()
    fresh(measure).save_revision().publish()
    fresh(measure).unpublish()
    fresh(measure).delete()

    assert removed_from(plan) == ["Ett tryggare torg"]


def test_what_became_private_was_not_taken_away(plan, measure):
    PageViewRestriction.objects.create(page=measure, restriction_type=PageViewRestriction.LOGIN)

    assert removed_from(plan) == []
    fresh(measure).unpublish()
    assert removed_from(plan) == []


@pytest.mark.parametrize("hide", ["draft", "private", "below private", "below draft"])
def test_nobody_is_told_of_what_nobody_could_read(plan, area, measure, hide):
    update = StatusUpdatePageFactory(parent=measure, live=hide != "draft")
    login = PageViewRestriction.LOGIN
    if hide == "private":
        PageViewRestriction.objects.create(page=update, restriction_type=login)
    if hide == "below private":
        PageViewRestriction.objects.create(page=area, restriction_type=login)
    if hide == "below draft":
        fresh(area).unpublish()
    before = fresh(measure).changed_at
    fresh(update).delete()

    assert not Removal.objects.filter(page_type="statusupdatepage").exists()
    assert fresh(measure).changed_at == before


def test_what_is_removed_below_a_page_that_is_now_hidden_is_not_told(plan, area, measure):
    update = StatusUpdatePageFactory(parent=measure)
    fresh(update).delete()
    PageViewRestriction.objects.create(page=area, restriction_type=PageViewRestriction.LOGIN)

    assert removed_from(plan) == []


def test_when_the_page_above_goes_too_its_own_removal_is_what_is_told(plan, area, measure):
    fresh(StatusUpdatePageFactory(parent=measure)).delete()
    fresh(measure).delete()

    assert removed_from(plan) == ["Ett tryggare torg"]


def test_in_a_safe_branch_no_title_gives_the_reader_away(plan):
    area = FocusAreaPageFactory(
        parent=plan, title="Stöd", slug="stod", safe_mode=True, safe_title="Stöd och råd"
    )
    with_title, without = (
        MeasurePageFactory(parent=area, title=title, slug=slug, safe_title=title)
        for title, slug in (("Samtal", "samtal"), ("Kurs", "kurs"))
    )
    MeasurePage.objects.filter(pk=with_title.pk).update(title="Våld i nära relationer")
    MeasurePage.objects.filter(pk=without.pk).update(title="Kvinnofrid", safe_title="")
    fresh(with_title).unpublish()
    fresh(without).unpublish()

    assert removed_from(plan) == ["", "Samtal"]
    assert changes_in(plan)[0].as_event()["title"] == "Åtgärden"


def test_an_edit_from_an_older_draft_does_not_undo_the_date_of_a_removal(plan, measure):
    update = StatusUpdatePageFactory(parent=measure)
    draft = fresh(measure).save_revision()
    fresh(update).unpublish()
    removed_at = fresh(measure).updated_at
    draft.publish()

    assert fresh(measure).updated_at == removed_at


def test_examples_are_marked_as_such_when_they_are_gone(plan, area):
    measure = MeasurePageFactory(parent=area, is_example=True)
    fresh(measure).delete()

    assert changes_in(plan)[0].is_example


def test_pages_outside_the_plan_are_not_kept(home):
    from tests.factories import NewsIndexPageFactory

    fresh(NewsIndexPageFactory(parent=home)).delete()

    assert not Removal.objects.exists()


def test_a_whole_plan_can_be_deleted(home, plan, area, measure):
    StatusUpdatePageFactory(parent=measure)
    fresh(plan).delete()

    assert Removal.objects.get().below_id == home.pk
    assert not FocusAreaPage.objects.exists()
    assert not StatusUpdatePage.objects.exists()


def test_of_what_is_private_by_now_nothing_is_told(plan, measure):
    fresh(measure).unpublish()
    PageViewRestriction.objects.create(
        page_id=measure.pk, restriction_type=PageViewRestriction.LOGIN
    )

    assert removed_from(plan) == []

"""What visibly changed in the plan, and when."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from actionplan.change import IN_WORDS, ChangeKind
from actionplan.changes import changes_in, last_changes, page_types
from actionplan.models import FocusAreaPage, MeasurePage, PlanPage, StatusUpdatePage
from actionplan.status import MeasureStatus
from foundation.corrections import Correction
from tests.factories import FocusAreaPageFactory, MeasurePageFactory, StatusUpdatePageFactory

SPRING = datetime.date(2025, 4, 1)
SUMMER = datetime.date(2025, 7, 1)


def fresh(page):
    """The page as the database has it."""
    return type(page).objects.get(pk=page.pk)


def told(root, **kwargs):
    """What is told, as kinds and titles, newest first."""
    return [(change.kind, change.title) for change in changes_in(fresh(root), **kwargs)]


def publish(page, **fields):
    """Publish the page with these fields changed."""
    page = fresh(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.mark.django_db
def test_a_new_plan_tells_of_its_pages_newest_first(plan, area, measure):
    assert told(plan) == [
        (ChangeKind.PUBLISHED, "Ett tryggare torg"),
        (ChangeKind.PUBLISHED, "Trygga platser"),
        (ChangeKind.PUBLISHED, "Åtgärdsplanen"),
    ]
    newest = changes_in(plan)[0]
    assert newest.text == "Ny åtgärd i planen."
    assert newest.url == measure.url
    assert newest.page_pk == measure.pk
    assert newest.day == timezone.localdate(measure.first_published_at)


@pytest.mark.django_db
def test_a_page_tells_of_its_own_branch_alone(plan, area, measure):
    other = FocusAreaPageFactory(parent=plan, title="Skola")

    assert told(other) == [(ChangeKind.PUBLISHED, "Skola")]
    assert [title for _, title in told(measure)] == ["Ett tryggare torg"]


@pytest.mark.django_db
def test_an_update_is_told_with_its_measure_its_status_and_the_day_it_is_about(plan, measure):
    update = StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.ONGOING)
    change = changes_in(plan)[0]

    assert change.kind is ChangeKind.STATUS
    assert change.day == SPRING
    assert change.at == update.first_published_at
    assert change.title == "Lägesrapport 1 april 2025"
    assert change.measure_title == "Ett tryggare torg"
    assert change.status is MeasureStatus.ONGOING
    assert change.text == "Stolparna byts under våren."
    assert change.url == update.url


@pytest.mark.django_db
def test_an_update_that_says_the_same_as_the_one_before_is_no_new_status(measure):
    StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.ONGOING)
    StatusUpdatePageFactory(parent=measure, fact_on=SUMMER, status=MeasureStatus.ONGOING)

    assert [kind for kind, _ in told(measure)][:2] == [ChangeKind.UPDATE, ChangeKind.STATUS]


@pytest.mark.django_db
def test_a_measure_that_is_still_only_planned_has_no_new_status(measure):
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.PLANNED)

    assert told(measure)[0][0] is ChangeKind.UPDATE


@pytest.mark.django_db
def test_what_an_update_changed_is_seen_by_day_of_fact_not_by_day_of_writing(measure):
    summer = StatusUpdatePageFactory(parent=measure, fact_on=SUMMER, status=MeasureStatus.DONE)
    assert told(measure)[0][0] is ChangeKind.STATUS
    spring = StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.DONE)
    kinds = {change.page_pk: change.kind for change in changes_in(measure)}

    assert kinds[spring.pk] is ChangeKind.STATUS
    assert kinds[summer.pk] is ChangeKind.UPDATE


@pytest.mark.django_db
def test_an_update_tells_of_itself_and_still_knows_the_one_before(measure):
    StatusUpdatePageFactory(parent=measure, fact_on=SPRING, status=MeasureStatus.ONGOING)
    summer = StatusUpdatePageFactory(parent=measure, fact_on=SUMMER, status=MeasureStatus.ONGOING)

    assert told(summer) == [(ChangeKind.UPDATE, "Lägesrapport 1 juli 2025")]


@pytest.mark.django_db
def test_the_reason_for_a_pause_is_told(measure):
    StatusUpdatePageFactory(
        parent=measure, status=MeasureStatus.PAUSED, reason="Pengarna är slut.", text=""
    )

    assert changes_in(measure)[0].text == "Pengarna är slut."


@pytest.mark.django_db
def test_an_edit_that_readers_can_see_is_told(plan, measure):
    publish(measure, goal="Fler vågar gå ut.")
    change = changes_in(plan)[0]

    assert (change.kind, change.title) == (ChangeKind.EDITED, "Ett tryggare torg")
    assert change.text == "Åtgärden har ändrats."
    assert change.at == fresh(measure).changed_at


@pytest.mark.django_db
def test_an_edited_update_is_told_by_its_name_and_says_no_status(measure):
    update = StatusUpdatePageFactory(parent=measure)
    publish(update, text="<p>Stolparna är bytta.</p>")
    change = changes_in(measure)[0]

    assert change.kind is ChangeKind.EDITED
    assert change.text == "Lägesrapport 3 maj 2025 har ändrats."
    assert change.status is None
    assert change.day == timezone.localdate()


@pytest.mark.django_db
def test_a_small_edit_a_draft_and_publishing_the_same_again_are_not_told(plan, measure):
    before = changes_in(plan)
    publish(measure, goal="Fler vågar gå ut.", minor_edit=True)
    publish(measure)
    draft = fresh(measure)
    draft.title = "Ett tryggt torg"
    draft.save_revision()

    assert changes_in(plan) == before
    assert last_changes([plan]) == {plan.pk: before[0].at}


@pytest.mark.django_db
def test_a_correction_is_told_once_with_the_day_it_gives(measure):
    page = fresh(measure)
    today = timezone.localdate()
    page.corrections = [
        Correction(corrected_on=today, what_changed="Butikerna var elva.", reason="Fel räknat.")
    ]
    page.save_revision().publish()
    changes = changes_in(measure)

    assert [change.kind for change in changes] == [ChangeKind.CORRECTION, ChangeKind.PUBLISHED]
    assert changes[0].text == "Rättelse: Butikerna var elva."
    assert changes[0].day == today
    assert changes[0].at == fresh(measure).changed_at


@pytest.mark.django_db
def test_a_correction_is_never_a_small_edit(measure):
    page = fresh(measure)
    page.minor_edit = True
    page.corrections = [
        Correction(corrected_on=timezone.localdate(), what_changed="Elva.", reason="Fel.")
    ]
    page.save_revision().publish()
    assert fresh(measure).changed_at > measure.changed_at
    corrected_at = fresh(measure).changed_at

    publish(measure, goal="Fler vågar gå ut.", minor_edit=True)
    assert fresh(measure).changed_at == corrected_at


@pytest.mark.django_db
def test_an_old_correction_keeps_its_place_among_the_changes(measure):
    long_ago = timezone.now() - datetime.timedelta(days=300)
    MeasurePage.objects.filter(pk=measure.pk).update(first_published_at=long_ago)
    day = timezone.localdate() - datetime.timedelta(days=100)
    Correction.objects.create(page=measure, corrected_on=day, what_changed="Elva.", reason="Fel.")
    publish(measure, goal="Fler vågar gå ut.")
    edited, correction, published = changes_in(measure)

    assert edited.kind is ChangeKind.EDITED
    assert (correction.kind, correction.day) == (ChangeKind.CORRECTION, day)
    assert timezone.localdate(correction.at) == day
    assert published.kind is ChangeKind.PUBLISHED


@pytest.mark.django_db
def test_nothing_is_corrected_on_a_day_that_has_not_come():
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)

    assert Correction(corrected_on=tomorrow).publication_errors()
    assert not Correction(corrected_on=timezone.localdate()).publication_errors()
    assert not Correction().publication_errors()


# What is hidden


@pytest.mark.django_db
def test_nothing_is_told_of_drafts_private_pages_and_what_lies_below_them(plan, area, measure):
    StatusUpdatePageFactory(parent=measure)
    MeasurePageFactory(parent=area, title="Utkast", live=False)
    hidden = MeasurePageFactory(parent=area, title="Hemlig")
    StatusUpdatePageFactory(parent=hidden)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)

    assert {title for _, title in told(plan)} == {
        "Åtgärdsplanen",
        "Trygga platser",
        "Ett tryggare torg",
        "Lägesrapport 3 maj 2025",
    }


@pytest.mark.django_db
def test_below_an_unpublished_area_nothing_is_told(plan, area, measure):
    StatusUpdatePageFactory(parent=measure)
    fresh(area).unpublish()

    assert told(measure) == []
    assert told(plan) == [
        (ChangeKind.REMOVED, "Trygga platser"),
        (ChangeKind.PUBLISHED, "Åtgärdsplanen"),
    ]


@pytest.mark.django_db
def test_a_private_page_tells_nothing_even_when_it_is_asked_itself(home, plan, measure):
    update = StatusUpdatePageFactory(parent=measure)
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)

    assert told(plan) == told(measure) == told(update) == []


# Asking


@pytest.mark.django_db
def test_only_so_many_or_only_those_since_then_are_told(plan, area, measure):
    assert [title for _, title in told(plan, limit=1)] == ["Ett tryggare torg"]
    assert [title for _, title in told(plan, since=area.first_published_at)] == [
        "Ett tryggare torg",
        "Trygga platser",
    ]


@pytest.mark.django_db
def test_every_page_type_of_the_plan_has_its_words():
    assert set(IN_WORDS) == {model._meta.model_name for model in page_types()}


@pytest.mark.django_db
def test_updated_is_the_moment_of_the_newest_change_on_page_and_for_search_engines(
    plan, area, measure
):
    update = StatusUpdatePageFactory(parent=measure)
    other = MeasurePageFactory(parent=area)
    publish(update, text="<p>Stolparna är bytta.</p>")
    update.refresh_from_db()
    pages = [fresh(page) for page in (plan, area, measure, other, update)]
    moments = last_changes(pages)

    for page in pages:
        assert page.updated_at == moments[page.pk] == changes_in(page)[0].at
    for page in (plan, area, measure):
        assert moments[page.pk] == update.changed_at
    assert moments[other.pk] == other.first_published_at


@pytest.mark.django_db
def test_hidden_pages_move_no_date(plan, area, measure):
    before = last_changes([plan, area, measure])
    private = StatusUpdatePageFactory(parent=measure)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    hidden = FocusAreaPageFactory(parent=plan, title="Skola", live=False)
    MeasurePageFactory(parent=hidden)

    assert last_changes([plan, area, measure]) == before
    assert fresh(plan).updated_at == before[plan.pk]
    assert fresh(measure).updated_at == before[measure.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("measures", [1, 4])
def test_the_number_of_queries_does_not_depend_on_the_number_of_pages(
    plan, area, measures, django_assert_max_num_queries, django_assert_num_queries
):
    for _ in range(measures):
        StatusUpdatePageFactory(parent=MeasurePageFactory(parent=area))
    with django_assert_num_queries(4):
        changes_in(plan)
    pages = [*PlanPage.objects.all(), *FocusAreaPage.objects.all(), *MeasurePage.objects.all()]
    with django_assert_num_queries(1):
        last_changes(pages)
    assert last_changes([]) == {}


@pytest.mark.django_db
def test_a_moved_measure_takes_its_story_along(plan, area, measure):
    StatusUpdatePageFactory(parent=measure)
    gone = StatusUpdatePageFactory(parent=measure, fact_on=SUMMER)
    StatusUpdatePage.objects.get(pk=gone.pk).delete()
    school = FocusAreaPageFactory(parent=plan, title="Skola")
    before = told(measure)
    fresh(measure).move(school, pos="last-child")

    assert told(measure) == before
    assert set(before) < set(told(school))
    assert told(area) == [(ChangeKind.PUBLISHED, "Trygga platser")]

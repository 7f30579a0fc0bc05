"""A page remembers when what readers see of it last changed, and only that."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from foundation.corrections import Correction
from home.models import StandardPage
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def old_page(home):
    """A page published some time ago."""
    page = home.add_child(
        instance=StandardPage(
            title="Så arbetar vi",
            summary="Tillsammans.",
            body=[("paragraph", "<p>Vi träffas varje månad.</p>")],
            live=False,
        )
    )
    page.save_revision().publish()
    return long_ago(page)


def long_ago(page):
    """The same page, as if the last change were years back."""
    moment = datetime.datetime(2024, 7, 2, 8, 0, tzinfo=datetime.UTC)
    type(page).objects.filter(pk=page.pk).update(
        changed_at=moment, first_published_at=moment, last_published_at=moment
    )
    return type(page).objects.get(pk=page.pk)


def publish(page, **changes):
    """Change the page as an editor does, who begins with its newest revision."""
    draft = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def test_the_first_publication_is_the_first_change(home):
    page = home.add_child(instance=StandardPage(title="Ny", live=False))
    assert page.updated_at is None

    page.save_revision().publish()

    page.refresh_from_db()
    assert page.changed_at == page.first_published_at == page.updated_at


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Så arbetar vi tillsammans"},
        {"summary": "Tillsammans med polisen."},
        {"body": [("paragraph", "<p>Vi träffas varje vecka.</p>")]},
        {"source_text": "Kommunens nyhet om planen"},
        {"is_example": True},
    ],
)
def test_what_readers_see_changed(old_page, changes):
    before = old_page.updated_at

    assert publish(old_page, **changes).updated_at > before


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"slug": "sa-arbetar-vi-nu"},
        {"seo_title": "Arbetssätt"},
        {"search_description": "Om arbetet."},
        {"show_in_menus": True},
        {"hide_from_search_engines": True},
        {"reviewed_on": datetime.date(2026, 5, 3)},
        {"expire_at": datetime.datetime(2199, 1, 1, tzinfo=datetime.UTC)},
    ],
)
def test_what_readers_see_is_the_same(old_page, changes):
    before = old_page.updated_at

    after = publish(old_page, **changes)

    assert after.updated_at == before
    assert after.last_published_at > before


def test_another_publisher_is_a_change(old_page):
    before = old_page.updated_at

    assert publish(old_page, publisher=OrganisationFactory()).updated_at > before


def test_publishing_again_and_again_moves_nothing(old_page):
    before = old_page.updated_at
    for _ in range(3):
        old_page = publish(old_page)
        old_page.save_revision().publish()

    assert StandardPage.objects.get(pk=old_page.pk).updated_at == before


def test_a_body_written_by_a_program_is_the_same_when_it_is_published_again(home):
    page = home.add_child(instance=StandardPage(title="Ny", live=False))
    page.body = [("paragraph", "<p>Text.</p>"), ("paragraph", "<p>Mer text.</p>")]
    page.save_revision().publish()
    page = long_ago(page)

    assert publish(page).updated_at == page.updated_at


def test_a_small_correction_moves_no_date_and_the_next_edit_is_not_small(old_page):
    before = old_page.updated_at

    old_page = publish(old_page, summary="Tillsammans!", minor_edit=True)
    assert old_page.updated_at == before
    assert not old_page.minor_edit

    old_page.summary = "Tillsammans med polisen."
    old_page.save_revision().publish()
    assert StandardPage.objects.get(pk=old_page.pk).updated_at > before


def test_a_small_correction_is_not_counted_with_what_comes_after_it(old_page):
    old_page = publish(old_page, summary="Tillsammans!", minor_edit=True)
    before = old_page.updated_at

    old_page.save_revision().publish()

    assert StandardPage.objects.get(pk=old_page.pk).updated_at == before


def test_the_first_publication_is_never_a_small_correction(home):
    page = home.add_child(instance=StandardPage(title="Ny", minor_edit=True, live=False))

    page.save_revision().publish()

    page.refresh_from_db()
    assert page.changed_at


def test_a_correction_that_readers_are_told_of_always_moves_the_date(old_page):
    before = old_page.updated_at
    draft = old_page.get_latest_revision_as_object()
    draft.minor_edit = True
    draft.corrections.add(
        Correction(
            corrected_on=datetime.date(2026, 5, 3),
            reason="Fel år.",
            what_changed="2023 är nu 2024.",
        )
    )
    draft.save_revision().publish()

    old_page = StandardPage.objects.get(pk=old_page.pk)
    assert old_page.updated_at > before

    old_page = long_ago(old_page)
    assert publish(old_page).updated_at == old_page.updated_at


def test_a_draft_moves_nothing(old_page):
    before = old_page.updated_at
    old_page.summary = "Inte än."
    old_page.save_revision()

    assert StandardPage.objects.get(pk=old_page.pk).updated_at == before


def test_a_scheduled_change_moves_the_date_when_it_is_seen_and_not_before(old_page):
    before = old_page.updated_at
    later = timezone.now() + datetime.timedelta(hours=1)

    old_page = publish(old_page, summary="I morgon.", go_live_at=later)
    assert old_page.updated_at == before
    assert old_page.summary == "Tillsammans."

    old_page.revisions.filter(approved_go_live_at=later).update(approved_go_live_at=timezone.now())
    revision = old_page.latest_revision
    revision.content["go_live_at"] = timezone.now().isoformat()
    revision.save()
    call_command("publish_scheduled", verbosity=0)

    old_page = StandardPage.objects.get(pk=old_page.pk)
    assert old_page.summary == "I morgon."
    assert old_page.updated_at > before


def test_a_page_scheduled_for_the_first_time_has_not_changed_yet(home):
    later = timezone.now() + datetime.timedelta(hours=1)
    page = home.add_child(instance=StandardPage(title="Ny", live=False, go_live_at=later))

    page.save_revision().publish()

    page.refresh_from_db()
    assert not page.live
    assert page.updated_at is None


def test_a_page_that_was_gone_and_comes_back_is_a_change(old_page):
    before = old_page.updated_at
    old_page.unpublish()
    old_page.refresh_from_db()

    old_page.save_revision().publish()

    assert StandardPage.objects.get(pk=old_page.pk).updated_at > before


def test_a_copy_has_dates_of_its_own(old_page):
    copy = old_page.copy(
        recursive=False, update_attrs={"slug": "kopia", "title": "Kopia"}, keep_live=False
    )
    assert (copy.changed_at, copy.changed_digest) == (None, "")

    copy.save_revision().publish()

    copy.refresh_from_db()
    assert copy.updated_at > old_page.updated_at


def test_an_alias_changes_when_its_page_does_and_no_oftener(home, old_page):
    alias = old_page.create_alias(parent=home, update_slug="samma")

    publish(old_page, summary="Tillsammans med polisen.")
    alias = StandardPage.objects.get(pk=alias.pk)
    changed = alias.updated_at
    assert alias.summary == "Tillsammans med polisen."
    assert changed > old_page.updated_at

    publish(old_page, reviewed_on=datetime.date(2026, 5, 3))
    assert StandardPage.objects.get(pk=alias.pk).updated_at == changed


def test_pages_that_are_not_ours_are_left_alone(home):
    page = home.add_child(instance=Page(title="Wagtails egen", live=False))

    page.save_revision().publish()

    page.refresh_from_db()
    assert page.live

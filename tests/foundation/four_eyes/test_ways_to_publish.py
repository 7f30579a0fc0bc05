"""With four eyes on, no way of publishing is open to whoever wrote the text, whatever their rights."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from actionplan.models import MeasurePage, StatusUpdatePage
from foundation.four_eyes.rule import REFUSED, may_publish, may_publish_below
from tests.admin_forms import edit_address, opened_form
from tests.days import in_days
from tests.foundation.four_eyes.conftest import SUPERUSER

pytestmark = pytest.mark.django_db

PUBLISHERS = ["Samordnare", "Granskare", "Systemförvaltare", SUPERUSER]


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


def address_of_new(measure):
    return reverse("wagtailadmin_pages:add", args=["actionplan", "statusupdatepage", measure.pk])


def write(client, address, **fields):
    """Open the form, write in it and press Publicera."""
    data = opened_form(client, address)
    return client.post(address, data | fields | {"action-publish": "1"}, follow=True)


@pytest.mark.parametrize("role", PUBLISHERS)
def test_an_edit_stays_a_draft_and_its_writer_is_told(role, person, logged_in, four_eyes, measure):
    client = logged_in(person(role))

    response = write(client, edit_address(measure), title="Ett ljusare torg")

    measure.refresh_from_db()
    assert measure.title == "Ett tryggare torg"
    assert measure.get_latest_revision_as_object().title == "Ett ljusare torg"
    assert REFUSED in messages(response)


def test_a_new_page_stays_a_draft_and_its_writer_is_told(person, logged_in, four_eyes, measure):
    client = logged_in(person(SUPERUSER))

    response = write(
        client, address_of_new(measure), status="ongoing", reason="Arbetet har börjat."
    )

    update = StatusUpdatePage.objects.get()
    assert not update.live
    assert update.get_latest_revision_as_object().reason == "Arbetet har börjat."
    assert REFUSED in messages(response)


def test_nothing_is_scheduled(person, logged_in, four_eyes, measure):
    client = logged_in(person("Samordnare"))

    write(client, edit_address(measure), go_live_at=f"{in_days(7)} 12:00")

    measure.refresh_from_db()
    assert not measure.revisions.exclude(approved_go_live_at=None).exists()
    assert measure.get_latest_revision_as_object().go_live_at


def test_an_old_version_is_not_published_again(person, logged_in, four_eyes, measure):
    client = logged_in(person("Samordnare"))
    old = measure.save_revision()
    measure.title = "Ny rubrik"
    measure.save_revision().publish()
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[measure.pk, old.pk])

    data = opened_form(client, revert) | {"action-publish": "1"}
    response = client.post(edit_address(measure), data, follow=True)

    measure.refresh_from_db()
    assert measure.title == "Ny rubrik"
    assert REFUSED in messages(response)


def test_many_at_once_are_not_published(person, logged_in, four_eyes, measure):
    client = logged_in(person(SUPERUSER))
    measure.title = "Ny rubrik"
    measure.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = client.post(f"{address}?id={measure.pk}", {"include_descendants": "on"}, follow=True)

    measure.refresh_from_db()
    assert measure.title == "Ett tryggare torg"
    assert "skicka sidorna för godkännande en och en" in messages(response)


@pytest.mark.parametrize("choice", ["publish_copies", "alias"])
def test_a_copy_is_not_public(choice, person, logged_in, four_eyes, measure):
    client = logged_in(person(SUPERUSER))
    address = reverse("wagtailadmin_pages:copy", args=[measure.pk])
    to = {"new_parent_page": measure.get_parent().pk, "new_title": "Kopia", "new_slug": "kopia"}

    assert choice not in client.get(address).text
    response = client.post(address, to | {choice: "on"})

    assert "Kopian blir ett utkast." in response.text
    assert not MeasurePage.objects.filter(slug="kopia").exists()
    client.post(address, to)
    assert not MeasurePage.objects.get(slug="kopia").live


@pytest.mark.parametrize("role", ["Kommunikatör", SUPERUSER])
def test_a_number_to_call_stays_a_draft(role, person, logged_in, four_eyes, contact):
    client = logged_in(person(role))
    address = reverse(contact.snippet_viewset.get_url_name("edit"), args=[contact.pk])

    response = write(client, address, name="Den nya linjen")

    contact.refresh_from_db()
    assert contact.name == "Linjen"
    assert contact.get_latest_revision_as_object().name == "Den nya linjen"
    assert REFUSED in messages(response)


@pytest.mark.parametrize("way", ["add", "copy"])
def test_a_new_number_to_call_stays_a_draft(way, person, logged_in, four_eyes, contact):
    client = logged_in(person("Kommunikatör"))
    views = contact.snippet_viewset
    address = reverse(views.get_url_name(way), args=[contact.pk] if way == "copy" else [])
    facts = {"name": "Nya linjen", "phone": "112", "source": "Egen", "sort_order": "1"}

    response = write(client, address, **facts)

    assert not type(contact).objects.get(name="Nya linjen").live
    assert REFUSED in messages(response)


def test_no_code_publishes_in_somebodys_name(person, four_eyes, measure):
    revision = measure.save_revision()

    with pytest.raises(PermissionDenied):
        revision.publish(user=person(SUPERUSER))


def test_no_button_is_shown_that_would_be_refused(person, logged_in, four_eyes, measure, contact):
    client = logged_in(person("Kommunikatör"))
    edit_contact = reverse(contact.snippet_viewset.get_url_name("edit"), args=[contact.pk])

    for address in (edit_address(measure), address_of_new(measure), edit_contact):
        form = client.get(address).text
        assert 'name="action-publish"' not in form
        assert "Skicka för godkännande" in form


def test_what_takes_words_away_is_still_open(person, logged_in, four_eyes, measure):
    client = logged_in(person("Samordnare"))

    client.post(reverse("wagtailadmin_pages:unpublish", args=[measure.pk]))

    measure.refresh_from_db()
    assert not measure.live


@pytest.mark.parametrize("role", ["Samordnare", "Kommunikatör"])
def test_with_four_eyes_off_they_publish_as_before(role, person, logged_in, measure):
    client = logged_in(person(role))

    response = write(client, edit_address(measure), title="Ett ljusare torg")

    measure.refresh_from_db()
    assert measure.title == "Ett ljusare torg"
    assert REFUSED not in messages(response)


def test_whoever_asks_beforehand_gets_the_same_answer(person, measure, contact, four_eyes):
    coordinator, boss = person("Samordnare", "Kommunikatör"), person(SUPERUSER)

    for user in (coordinator, boss):
        assert not may_publish(user, measure)
        assert not may_publish(user, contact)
        assert not may_publish_below(user, measure)


def test_with_four_eyes_off_the_answer_is_that_of_the_role(person, home, measure, contact):
    coordinator, communicator = person("Samordnare"), person("Kommunikatör")

    assert may_publish(coordinator, measure)
    assert may_publish_below(coordinator, measure)
    assert not may_publish(coordinator, home)
    assert not may_publish(coordinator, contact)
    assert may_publish(communicator, contact)

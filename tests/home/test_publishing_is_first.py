"""Who may publish sees that button first; Enter in a field still saves no more than a draft."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests.admin_forms import edit_address, parsed
from tests.factories import HelpContactFactory
from tests.people import make_roles

pytestmark = pytest.mark.django_db

# A button without a name saves a draft.
DRAFT, PUBLISH = None, "action-publish"


@pytest.fixture
def log_in(client, measure):
    make_roles()

    def as_member_of(group):
        user = get_user_model().objects.create_user("redaktör", password="ett-langt-losenord")
        user.groups.add(group)
        client.force_login(user)
        return client

    return as_member_of


def buttons(client, address):
    """The buttons that would send the form, in the order in which Enter and the eye meet them."""
    form = parsed(client.get(address).content).select_one("[data-edit-form]")
    found = [button for button in form.select("[type=submit]") if not button.has_attr("form")]
    seen = [button.get("name") for button in found if button.get("aria-hidden") != "true"]
    return found[0].get("name"), seen


@pytest.mark.parametrize("role", ["Kommunikatör", "Samordnare", "Granskare"])
def test_publishing_is_the_first_button_of_a_page(role, log_in, measure):
    enter, seen = buttons(log_in(Group.objects.get(name=role)), edit_address(measure))

    assert seen[:2] == [PUBLISH, DRAFT]
    assert enter is DRAFT


def test_publishing_is_the_first_button_of_a_new_page(log_in, measure):
    new = reverse("wagtailadmin_pages:add", args=["actionplan", "statusupdatepage", measure.pk])

    enter, seen = buttons(log_in(Group.objects.get(name="Samordnare")), new)

    assert seen[:2] == [PUBLISH, DRAFT]
    assert enter is DRAFT


def test_publishing_is_the_first_button_of_a_help_contact(log_in):
    contact = HelpContactFactory()
    edit = reverse("wagtailsnippets_foundation_helpcontact:edit", args=[contact.pk])

    enter, seen = buttons(log_in(Group.objects.get(name="Kommunikatör")), edit)

    assert seen[:2] == [PUBLISH, DRAFT]
    assert enter is DRAFT


def test_who_may_not_publish_has_the_draft_first(log_in, measure):
    writers = Group.objects.create(name="Skribenter")
    writers.permissions.add(Permission.objects.get(codename="access_admin"))
    may_change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=writers, page=measure, permission=may_change)

    _, seen = buttons(log_in(writers), edit_address(measure))

    assert seen[0] is DRAFT
    assert PUBLISH not in seen

"""Groups whose members can do what the name of the group says, and not more."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page, Workflow

from foundation.contacts import HelpContact, Organisation
from home.roles import ROLES, make_roles
from tests import noting
from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PlanPageFactory,
    SupportPageFactory,
)
from tests.people import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
@noting.once
def site(home):
    plan = PlanPageFactory(parent=home)
    pages = {
        "home": home,
        "plan": plan,
        "measure": MeasurePageFactory(parent=FocusAreaPageFactory(parent=plan)),
        "support": SupportPageFactory(parent=home),
    }
    news = NewsIndexPageFactory(parent=home)
    pages |= {"news": news, "article": NewsPageFactory(parent=news)}
    make_roles()
    return pages


def may(user, action, page):
    return getattr(Page.objects.get(pk=page.pk).permissions_for_user(user), f"can_{action}")()


@pytest.mark.parametrize(
    ("group", "page", "can", "cannot"),
    [
        ("Kommunikatör", "measure", {"edit", "publish", "add_subpage"}, {"unlock"}),
        ("Kommunikatör", "home", {"edit", "publish"}, set()),
        ("Kommunikatör", "support", {"edit", "publish", "add_subpage"}, set()),
        ("Granskare", "article", {"edit", "publish", "lock", "unlock"}, {"add_subpage", "delete"}),
        ("Granskare", "measure", {"edit", "publish"}, {"add_subpage", "move"}),
        ("Samordnare", "measure", {"edit", "publish", "add_subpage"}, set()),
        ("Samordnare", "news", {"edit", "add_subpage"}, set()),
        ("Samordnare", "home", set(), {"edit", "publish", "add_subpage"}),
        ("Samordnare", "support", set(), {"edit", "publish", "add_subpage"}),
        ("Systemförvaltare", "measure", {"edit", "publish", "delete", "unlock"}, set()),
    ],
)
def test_a_role_may_do_with_a_page_what_its_name_says(site, group, page, can, cannot):
    user = member_of(group)

    assert {action for action in can if not may(user, action, site[page])} == set()
    assert {action for action in cannot if may(user, action, site[page])} == set()


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_every_role_can_log_in_and_finds_its_way(client, site, role):
    client.force_login(member_of(role.name))

    for address in ("/redaktion/", "/redaktion/pages/", "/redaktion/images/"):
        assert client.get(address, follow=True).status_code == 200


@pytest.mark.parametrize(
    ("group", "model", "opens"),
    [
        ("Kommunikatör", HelpContact, True),
        ("Kommunikatör", Organisation, True),
        ("Granskare", HelpContact, True),
        ("Granskare", Organisation, False),
        ("Samordnare", Organisation, True),
        ("Systemförvaltare", HelpContact, True),
    ],
)
def test_a_role_sees_the_registers_that_it_needs(client, site, group, model, opens):
    client.force_login(member_of(group))
    address = reverse(model.snippet_viewset.get_url_name("list"))

    assert (client.get(address).status_code == 200) is opens


@pytest.mark.parametrize("group", ["Kommunikatör", "Samordnare", "Granskare"])
def test_only_those_who_run_the_site_reach_users_and_settings(client, site, group):
    client.force_login(member_of(group))

    for address in ("/redaktion/users/", "/redaktion/redirects/", "/redaktion/sites/"):
        assert client.get(address).status_code == 302


def test_those_who_run_the_site_reach_users_settings_and_redirects(client, site):
    client.force_login(member_of("Systemförvaltare"))

    for address in (
        "/redaktion/users/",
        "/redaktion/groups/",
        "/redaktion/redirects/",
        "/redaktion/sites/",
        "/redaktion/collections/",
        "/redaktion/workflows/list/",
        "/redaktion/settings/foundation/sitesettings/",
    ):
        assert client.get(address, follow=True).status_code == 200, address


def test_making_sure_of_the_roles_asks_little(site, django_assert_max_num_queries):
    with django_assert_max_num_queries(35):
        make_roles()


def test_the_rights_have_swedish_names_where_groups_are_made(client, site):
    client.force_login(member_of("Systemförvaltare"))
    form = client.get(f"/redaktion/groups/edit/{Group.objects.get(name='Granskare').pk}/").text

    assert "Ändra hjälpkontakt" in form
    assert "Publicera alla sidor" in form
    assert "Can " not in form


def test_the_roles_are_made_before_there_are_pages_and_completed_afterwards(home):
    make_roles()
    samordnare = Group.objects.get(name="Samordnare")
    assert not samordnare.page_permissions.exists()
    PlanPageFactory(parent=home)
    make_roles()

    assert samordnare.page_permissions.count() == 3


def test_run_again_it_has_nothing_to_do_and_leaves_what_was_added(site):
    group = Group.objects.get(name="Granskare")
    extra = Permission.objects.get(codename="add_organisation")
    group.permissions.add(extra)
    said = io.StringIO()
    call_command("roles", stdout=said)

    assert said.getvalue() == "Grupperna har redan alla sina rättigheter.\n"
    assert extra in group.permissions.all()


def test_the_groups_that_wagtail_brings_are_gone_unless_somebody_is_in_them(home):
    user = get_user_model().objects.create_user("redaktor", password="ett-langt-losenord")
    user.groups.add(Group.objects.get(name="Editors"))
    make_roles()

    names = set(Group.objects.values_list("name", flat=True))
    assert names == {role.name for role in ROLES} | {"Editors"}


def test_a_review_is_at_hand_but_nothing_waits_for_it(site):
    workflow = Workflow.objects.get()

    assert workflow.name == "Granskning före publicering"
    assert [group.name for task in workflow.tasks for group in task.specific.groups.all()] == [
        "Granskare"
    ]
    assert site["measure"].get_workflow() is None

"""Who runs the site may manage users, but neither make nor touch a superuser."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.models import User
from tests.people import make_roles

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    make_roles()
    user = User.objects.create_user("forvaltare", password="ett-langt-losenord")
    user.groups.add(Group.objects.get(name="Systemförvaltare"))
    client.force_login(user)
    return client


@pytest.fixture
def superuser():
    return User.objects.create_superuser("admin", "admin@example.com", "ett-langt-losenord")


def form(name, **facts):
    return {
        "username": name,
        "first_name": "Kim",
        "last_name": "Exempelsson",
        "email": "kim@example.com",
        "password1": "ett-annat-langt-losenord",
        "password2": "ett-annat-langt-losenord",
        "is_active": "on",
        **facts,
    }


def test_a_colleague_can_be_added_and_changed(manager):
    manager.post(reverse("wagtailusers_users:add"), form("kim"))
    kim = User.objects.get(username="kim")
    manager.post(reverse("wagtailusers_users:edit", args=(kim.pk,)), form("kim", last_name="Ek"))

    assert User.objects.get(username="kim").last_name == "Ek"


def test_no_superuser_can_be_added(manager):
    manager.post(reverse("wagtailusers_users:add"), form("kim", is_superuser="on"))

    assert not User.objects.filter(username="kim").exists()


def test_nobody_can_be_made_a_superuser(manager):
    kim = User.objects.create_user("kim")
    address = reverse("wagtailusers_users:edit", args=(kim.pk,))
    response = manager.post(address, form("kim", is_superuser="on"), follow=True)

    assert not User.objects.get(pk=kim.pk).is_superuser
    assert "Bara en administratör" in response.text


@pytest.mark.parametrize("view", ["edit", "delete"])
def test_a_superuser_can_be_neither_changed_nor_deleted(manager, superuser, view):
    address = reverse(f"wagtailusers_users:{view}", args=(superuser.pk,))
    manager.post(address, form("admin", last_name="Kapad"))

    assert User.objects.get(pk=superuser.pk).last_name == ""


@pytest.mark.parametrize("action", ["delete", "set_active_state"])
def test_a_superuser_is_left_alone_among_others(manager, superuser, action):
    kim = User.objects.create_user("kim")
    address = reverse("wagtail_bulk_action", args=("accounts", "user", action))
    manager.post(f"{address}?id={superuser.pk}&id={kim.pk}", {"mark_as_active": ""})

    assert User.objects.get(pk=superuser.pk).is_active


def test_a_superuser_may_make_another(client, superuser):
    client.force_login(superuser)
    client.post(reverse("wagtailusers_users:add"), form("kim", is_superuser="on"))

    assert User.objects.get(username="kim").is_superuser

"""The site with every state, made once for all tests of this folder, and what it tells."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.test import Client, TestCase, override_settings

from accounts.models import User
from tests import small_site
from tests.leaks.exits import ask, questions
from tests.leaks.states import EveryState


def editor_of_nothing() -> User:
    """Somebody who may log in to the admin, and edit nothing there."""
    group = Group.objects.create(name="Inloggade")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create_user("another", must_change_password=False)
    user.groups.add(group)
    return user


@pytest.fixture(scope="module")
def everything(django_db_setup, django_db_blocker, tmp_path_factory):
    """Every state, and what a reader is told who asks at every exit, once."""
    with (
        # Told to the storage as well, which may have found its folder already.
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        with TestCase.captureOnCommitCallbacks(execute=True):
            site = EveryState(small_site.put_back("home"))
        site.client = Client(raise_request_exception=False)
        asked = list(questions(site))
        told = [ask(site.client, question) for question in asked]
        another = Client(raise_request_exception=False)
        another.force_login(editor_of_nothing())
        # What may be seen within the admin is the table's of roles and addresses.
        outside = [question for question in asked if question.exit != "redaktion/"]
        told_editor = [ask(another, question) for question in outside]
        yield SimpleNamespace(site=site, told=told, told_editor=told_editor)
        transaction.set_rollback(True)

"""The site with every state, made once for all tests of this folder, and what it tells."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client, TestCase, override_settings

from tests import small_site
from tests.leaks.exits import ask, questions
from tests.leaks.states import EveryState


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
        told = [ask(site.client, question) for question in questions(site)]
        yield SimpleNamespace(site=site, told=told)
        transaction.set_rollback(True)

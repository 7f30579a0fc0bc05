"""The admin with one of everything, made once for the whole folder, and the people who log in to it."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import Client, override_settings

from tests.permissions import world
from tests.permissions.table import Row
from tests.permissions.world import SUPERUSER

LOGIN = "/redaktion/login/"
REFUSALS = (400, 403, 404)
MAY, MAY_NOT, STUMBLED = "får", "får inte", "snubblar"


@pytest.fixture(scope="module")
def admin(django_db_setup, django_db_blocker, tmp_path_factory):
    """One of everything, and a browser for each role and for nobody."""
    with (
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        made = world.build()
        # A view that stumbles is an answer too, and a wrong one.
        browsers = {name: Client(raise_request_exception=False) for name in [None, *made["people"]]}
        for name, person in made["people"].items():
            browsers[name].force_login(person)
        # Who may is decided before the page is drawn, and drawing costs most of the time.
        patch.setattr(SimpleTemplateResponse, "rendered_content", "")
        yield SimpleNamespace(meanings=made["meanings"], browsers=browsers)
        transaction.set_rollback(True)


@pytest.fixture
def asked(admin, django_db_blocker):
    """The answer to a row, as long as it is looked at; nothing that is done remains done."""

    @contextmanager
    def ask(row: Row, role: str | None) -> Iterator[HttpResponse]:
        browser = copy.deepcopy(admin.browsers[role])
        meanings = admin.meanings[role or SUPERUSER]
        fields = {name: value.format_map(meanings) for name, value in row.fields.items()}
        with django_db_blocker.unblock(), transaction.atomic():
            yield browser.generic(
                row.method,
                row.address(meanings),
                urlencode(fields),
                content_type="application/x-www-form-urlencoded",
                # Wagtail then says 403 instead of leading somewhere else.
                headers={"x-requested-with": "XMLHttpRequest"},
            )
            transaction.set_rollback(True)

    return ask


@pytest.fixture
def answer(asked):
    """What a row is answered.

    A refusal is a refusal, and what stumbles has said neither yes nor no. All else is a yes: also
    a form that is shown again because something was missing in it.
    """

    def ask(row: Row, role: str | None) -> str:
        with asked(row, role) as said:
            # Where many are chosen at once it says of which it may be done.
            may_many = (getattr(said, "context_data", None) or {}).get("items", True)
        # A page that is asked for and leads somewhere else has not been shown.
        led_away = said.status_code == 302 and (
            row.method == "GET" or said["Location"].startswith(LOGIN)
        )
        if said.status_code >= 500:
            return f"{STUMBLED} ({said.status_code})"
        refused = said.status_code in REFUSALS or not may_many or led_away
        return MAY_NOT if refused else MAY

    return ask

"""The demonstration, built once for all tests of a file; each test undoes what it does to it."""

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker):
    """A site where the command `demo` has run."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", verbosity=0)
        yield
        transaction.set_rollback(True)

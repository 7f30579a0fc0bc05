"""What the tests of delivery share."""

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections


@pytest.fixture
def closed_without_a_database():
    """An answer that is closed leaves the test's own connection alone, as Django's client sees to."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)

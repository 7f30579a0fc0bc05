"""What the tests of delivery share."""

import pytest

from tests import wsgi


@pytest.fixture
def outside_a_request():
    with wsgi.outside_a_request():
        yield


@pytest.fixture
def ask():
    return wsgi.ask

"""The demonstration, the same for all tests of a file, and the desk of somebody with a role."""

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.urls import reverse

from tests import noting
from tests.factories import NewsIndexPageFactory
from tests.people import make_roles, member_of


@pytest.fixture(scope="module")
def demonstration(put_demonstration_back, django_db_blocker):
    """A site where the command `demo` has run."""
    with django_db_blocker.unblock(), transaction.atomic():
        put_demonstration_back()
        yield
        transaction.set_rollback(True)


@pytest.fixture
@noting.once
def news_index(home, area):
    return NewsIndexPageFactory(parent=home)


@pytest.fixture
def roles(area, news_index):
    make_roles()


@pytest.fixture
def person(roles):
    """Makes somebody who has the role, or none."""

    return member_of


@pytest.fixture
def desk(client):
    """What the desk says to somebody: the rows under each heading."""

    def of(user):
        client.force_login(user)
        soup = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
        return {
            section.h2.text.rsplit(" (", 1)[0]: [
                (*[p.text for p in row.select("p")], row.a["href"]) for row in section.select("li")
            ]
            for section in soup.select(".desk section")
        }

    return of

"""A measure, the people who work with it, and four eyes on."""

import pytest

from foundation.settings import SiteSettings
from tests.factories import HelpContactFactory
from tests.people import make_roles, member_of

SUPERUSER = "superanvändare"


@pytest.fixture
def person(measure):
    """Makes somebody with one or more roles, or a superuser."""
    make_roles()

    def with_roles(*roles):
        groups = [role for role in roles if role != SUPERUSER]
        return member_of(*groups, name="-".join(roles), is_superuser=SUPERUSER in roles)

    return with_roles


@pytest.fixture
def four_eyes(measure):
    """The municipality has chosen four eyes."""
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()


@pytest.fixture
def contact(measure):
    """A number to call that residents see."""
    contact = HelpContactFactory(name="Linjen")
    contact.save_revision().publish()
    return contact


@pytest.fixture
def logged_in(client):
    """Logs the person in."""

    def as_person(user):
        client.force_login(user)
        return client

    return as_person

"""The roles, somebody who has one, and an organisation that answers for measures."""

import pytest

from tests.factories import OrganisationFactory
from tests.people import make_roles, member_of


@pytest.fixture
def roles(area):
    make_roles()


@pytest.fixture
def person(roles):
    """Makes somebody with an address who has the role."""

    def with_role(role="Samordnare", name="anna", **given):
        return member_of(
            *[role] * bool(role), name=name, **{"email": f"{name}@kommun.example"} | given
        )

    return with_role


@pytest.fixture
def school():
    return OrganisationFactory(name="Barn- och bildningsnämnden")

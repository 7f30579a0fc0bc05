"""The roles, somebody who has one, and an organisation that answers for measures."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from home.roles import make_roles
from tests.factories import OrganisationFactory


@pytest.fixture
def roles(area):
    make_roles()


@pytest.fixture
def person(roles):
    """Makes somebody with an address who has the role."""

    def with_role(role="Samordnare", name="anna", **given):
        user = get_user_model().objects.create_user(
            name, **{"email": f"{name}@kommun.example", "password": "ett-langt-losenord", **given}
        )
        user.groups.set(Group.objects.filter(name=role))
        return user

    return with_role


@pytest.fixture
def school():
    return OrganisationFactory(name="Barn- och bildningsnämnden")

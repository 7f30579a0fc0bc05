"""People who work with the site."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from home import roles
from tests import noting

PASSWORD = "ett-langt-losenord"
# What the command `roles` does, for tests in which people have roles.
make_roles = noting.once(roles.make_roles)


def member_of(*names: str, name: str = "", **given):
    """Somebody who has these roles, or none; called after them if not told otherwise."""
    groups = [Group.objects.get(name=role) for role in names]
    user = get_user_model().objects.create_user(
        name or "-".join(names) or "utan-roll", **{"password": PASSWORD} | given
    )
    user.groups.set(groups)
    return user

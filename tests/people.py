"""People who work with the site."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

PASSWORD = "ett-langt-losenord"


def member_of(*roles: str, name: str = "", **given):
    """Somebody who has these roles, or none; called after them if not told otherwise."""
    groups = [Group.objects.get(name=role) for role in roles]
    user = get_user_model().objects.create_user(
        name or "-".join(roles) or "utan-roll", **{"password": PASSWORD} | given
    )
    user.groups.set(groups)
    return user

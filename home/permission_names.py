"""What the rights are called where groups are made: Django and Wagtail store their names in English."""

from django.contrib.auth.models import Permission
from django.utils.translation import gettext, override

VERBS = {
    "Can add ": "Lägga till ",
    "Can change ": "Ändra ",
    "Can choose ": "Välja ",
    "Can delete ": "Ta bort ",
    "Can lock ": "Låsa ",
    "Can publish ": "Publicera ",
    "Can unlock ": "Låsa upp ",
    "Can view ": "Se ",
}


def say_in_swedish() -> None:
    """Give each right its name in Swedish; who asks for a right asks for its codename."""
    named = []
    for permission in Permission.objects.all():
        name = _in_swedish(permission.name)
        if name != permission.name:
            permission.name = name
            named.append(permission)
    Permission.objects.bulk_update(named, ["name"], batch_size=100)


def _in_swedish(name: str) -> str:
    for verb, swedish in VERBS.items():
        if name.startswith(verb):
            return swedish + name.removeprefix(verb)
    with override("sv"):
        return gettext(name)

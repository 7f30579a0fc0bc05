"""What the figures of an indicator count: that decides their axis, and when they are small."""

import re

from django.db import models

# "Procentenheter" are differences, no shares.
_SHARE = re.compile(r"procent\b|%|^andel", re.IGNORECASE)
_RATE = re.compile(r"\bper (?P<per>\d[\d\s]*)", re.IGNORECASE)
_THINGS = re.compile(
    r"antal|\b(personer|invånare|barn|elever|ungdomar|kvinnor|män|ärenden|fall|möten|besök)\b"
    r"|brott|anmälningar|händelser",
    re.IGNORECASE,
)


class Counted(models.TextChoices):
    """What a figure is a number of."""

    SHARE = "share", "Andel i procent"
    COUNT = "count", "Antal personer eller händelser"
    RATE = "rate", "Antal i förhållande till folkmängden"
    OTHER = "other", "Något annat, till exempel kronor"


def counted_in(unit: str) -> Counted:
    """What a unit such as "procent" or "anmälda brott per 100 000 invånare" counts."""
    if _RATE.search(unit):
        return Counted.RATE
    if _SHARE.search(unit):
        return Counted.SHARE
    return Counted.COUNT if _THINGS.search(unit) else Counted.OTHER


def per_how_many(unit: str) -> int | None:
    """The 100 000 of "anmälda brott per 100 000 invånare"."""
    found = _RATE.search(unit)
    return int(re.sub(r"\s", "", found["per"])) if found else None

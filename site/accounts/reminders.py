"""How often somebody is reminded by e-mail of what waits for them."""

import datetime

from django.db import models
from django.db.models import Q


class Reminders(models.TextChoices):
    """How often a letter may come. It comes only when something waits."""

    DAILY = "daily", "Dagligen"
    WEEKLY = "weekly", "Veckovis"
    NEVER = "never", "Aldrig"

    @property
    def days(self) -> int | None:
        """The least number of days between two letters; None where no letter is wanted."""
        return {"daily": 1, "weekly": 7, "never": None}[self.value]

    @property
    def in_words(self) -> str:
        """How often, as the letter itself says it."""
        return {
            "daily": "högst en gång om dagen",
            "weekly": "högst en gång i veckan",
            "never": "aldrig",
        }[self.value]

    @classmethod
    def due(cls, today: datetime.date) -> Q:
        """The condition that whoever has `reminders` and `reminded_on` may get a letter today."""
        due = Q(pk__in=[])
        for often in cls:
            if often.days is not None:
                latest = today - datetime.timedelta(days=often.days)
                due |= Q(reminders=often) & (Q(reminded_on=None) | Q(reminded_on__lte=latest))
        return due

"""Those who log in. An own model from the start, because a later swap is a data move."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Someone who edits, approves or runs the site."""

    must_change_password = models.BooleanField(
        "måste byta lösenord",
        default=False,
        help_text="Personen får inte göra något annat förrän lösenordet är bytt.",
    )

    class Meta:
        verbose_name = "användare"
        verbose_name_plural = "användare"

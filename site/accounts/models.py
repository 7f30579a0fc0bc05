"""Those who log in. An own model from the start, because a later swap is a data move."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from accounts.reminders import Reminders


class User(AbstractUser):
    """Someone who edits, approves or runs the site."""

    must_change_password = models.BooleanField(
        "måste byta lösenord",
        default=False,
        help_text="Personen får inte göra något annat förrän lösenordet är bytt.",
    )
    reminders = models.CharField(
        "påminn mig med e-post",
        max_length=10,
        choices=Reminders,
        default=Reminders.DAILY,
        help_text=(
            "Brevet räknar upp det som väntar på dig på redaktionens första sida, till exempel åtgärder som behöver en "
            "lägesrapport. Det kommer bara när något väntar, och aldrig på natten."
        ),
    )
    reminded_on = models.DateField("senast påmind", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "användare"
        verbose_name_plural = "användare"

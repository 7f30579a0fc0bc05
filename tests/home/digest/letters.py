"""Who is written to, and what stands in the letters that were sent."""

import datetime
import re

from django.conf import settings
from django.core import mail
from django.utils import timezone

from foundation.contacts import Contact
from foundation.precise_date import PreciseDate

TODAY = timezone.localdate()
LONG_AGO = TODAY - datetime.timedelta(days=500)
MISSED = PreciseDate.of_day(TODAY - datetime.timedelta(days=3))
PUBLIC_ADDRESS = settings.WAGTAILADMIN_BASE_URL


def contact(organisation, **given):
    return Contact.objects.create(
        **{"name": "Samordnare", "email": "skolan@kommun.example"} | given,
        organisation=organisation,
    )


def sent_to():
    return sorted(address for letter in mail.outbox for address in letter.to)


def links(letter):
    """Those that lead to what is to be done; the last one chooses how often the letter comes."""
    return re.findall(r"http\S+", letter.body)[:-1]


def link_to_choose(letter):
    return re.findall(r"http\S+", letter.body)[-1].removeprefix(PUBLIC_ADDRESS)


def remind_days_ago(thing, days):
    type(thing).objects.update(reminded_on=TODAY - datetime.timedelta(days=days))

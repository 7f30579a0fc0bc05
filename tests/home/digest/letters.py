"""Who is written to, and what stands in the letters that were sent."""

import re

from django.conf import settings
from django.core import mail

from foundation.contacts import Contact
from foundation.precise_date import PreciseDate
from tests.days import days_ago

PUBLIC_ADDRESS = settings.WAGTAILADMIN_BASE_URL


def missed():
    """A day for following up that has gone by."""
    return PreciseDate.of_day(days_ago(3))


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
    type(thing).objects.update(reminded_on=days_ago(days))

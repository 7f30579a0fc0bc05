"""Who gets a letter, and what stands in it.

Somebody with an account reads what the desk says, of what they themselves may take care of. A
contact without one reads only what everybody may: which of their organisation's published measures
are to be followed up.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts.reminders import Reminders
from actionplan.attention import follow_ups_of
from foundation.attention import Matter, Round
from foundation.contacts import Contact, Organisation
from foundation.settings import SiteSettings
from home.digest.choice import address_for
from home.digest.discretion import discreet

logger = logging.getLogger(__name__)

# As many of each sort as anybody reads; the desk shows the rest.
AT_MOST = 10
FOLLOW_UPS = "Åtgärder att följa upp"


@dataclass(frozen=True)
class Letter:
    """One letter, and the rows that remember that it was sent."""

    to: str
    subject: str
    body: str
    receivers: QuerySet
    # Where the receiver chooses how often it comes.
    choice: str


def everyones() -> Iterator[Letter]:
    """The letters that may be sent today, each composed when it is asked for."""
    site = " ".join(SiteSettings.load().name.split())
    yield from _to_users(site)
    yield from _to_contacts(site)


def _to_users(site: str) -> Iterator[Letter]:
    users = get_user_model().objects.filter(Reminders.due(timezone.localdate()), is_active=True)
    together = Round()
    for user in users.prefetch_related("groups", "user_permissions").order_by("pk"):
        matters = _matters_of(user, together)
        if matters:
            yield _letter(
                user.email,
                get_user_model().objects.filter(pk=user.pk),
                matters,
                "home/mail/digest_to_user.txt",
                site=site,
                name=user.get_full_name(),
                how_often=Reminders(user.reminders).in_words,
                desk=_whole(reverse("wagtailadmin_home")),
                choice=_whole(address_for(user)),
            )


def _matters_of(user: AbstractUser, together: Round) -> list[Matter]:
    """What waits for them, in words that may stand in a letter; one that fails stops no other."""
    if not user.has_perm("wagtailadmin.access_admin"):
        return []
    try:
        return discreet(together.matters_for(user))
    except Exception:
        logger.exception("Påminnelsen till användare %s kunde inte skrivas", user.pk)
        return []


def _to_contacts(site: str) -> Iterator[Letter]:
    """One to each address of contacts whose organisation has something to follow up."""
    together = defaultdict(list)
    for contact in _due_contacts():
        together[contact.address].append(contact)
    todo = _todo({one.organisation for contacts in together.values() for one in contacts})
    for contacts in together.values():
        organisations = dict.fromkeys(contact.organisation_id for contact in contacts)
        matters = [todo[key] for key in organisations if key in todo]
        if matters:
            yield _letter(
                contacts[0].email,
                Contact.objects.filter(pk__in=[contact.pk for contact in contacts]),
                matters,
                "home/mail/digest_to_contact.txt",
                site=site,
                choice=_whole(address_for(contacts[0])),
            )


def _due_contacts() -> QuerySet:
    """Those without an account: who has one gets a letter of their own, or has turned it off."""
    accounts = get_user_model().objects.filter(is_active=True).exclude(email="")
    return (
        Contact.objects.filter(Reminders.due(timezone.localdate()), is_example=False)
        .exclude(email="")
        .exclude(organisation=None)
        .annotate(address=Lower("email"))
        .exclude(address__in=accounts.values(address=Lower("email")))
        .select_related("organisation")
        .order_by("name", "pk")
    )


def _todo(organisations: Iterable[Organisation]) -> dict[int, Matter]:
    names = {organisation.pk: str(organisation) for organisation in organisations}
    tasks = follow_ups_of(names)
    matters = discreet([Matter(f"{FOLLOW_UPS}: {names[key]}", tasks[key]) for key in tasks])
    return dict(zip(tasks, matters, strict=True))


def _letter(
    to: str,
    receivers: QuerySet,
    matters: list[Matter],
    template: str,
    *,
    choice: str,
    **context: object,
) -> Letter:
    shown = [
        {
            "heading": matter.heading,
            "count": len(matter.tasks),
            "tasks": [(task, _whole(task.address)) for task in matter.tasks[:AT_MOST]],
            "left_out": len(matter.tasks[AT_MOST:]),
        }
        for matter in matters
    ]
    count = sum(matter["count"] for matter in shown)
    return Letter(
        to=to,
        subject=f"{context['site']}: {count} {'sak' if count == 1 else 'saker'} att göra",
        body=render_to_string(template, {"matters": shown, "choice": choice, **context}).strip()
        + "\n",
        receivers=receivers,
        choice=choice,
    )


def _whole(address: str) -> str:
    """The whole address, as a letter needs it."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + address

"""What needs an editor's care: a registry that apps fill, and the desk reads.

A teller answers for one person: only what that person may take care of, in a number of queries
that does not grow with what it finds, the most urgent first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry


@dataclass(frozen=True)
class Task:
    """One thing to do: why it is there, and the button that takes care of it."""

    title: str
    reason: str
    button: str
    address: str
    # The page that it is about, where the address of its form does not say.
    page: int | None = None


@dataclass(frozen=True)
class Matter:
    """Tasks of one sort, under a heading."""

    heading: str
    tasks: list[Task]


Teller = Callable[[AbstractUser], list[Task]]

_tellers: dict[str, tuple[int, Teller, bool]] = {}


def register(heading: str, teller: Teller, order: int, *, waits_for_others: bool = False) -> None:
    """Let `teller` tell what stands under the heading; the lowest order stands first.

    What waits for others is good to know of, and nobody is reminded of it.
    """
    _tellers[heading] = (order, teller, waits_for_others)


def matters_for(person: AbstractUser, *, to_do_only: bool = False) -> list[Matter]:
    """All that concerns this person, or only what is theirs to do; no heading is empty."""
    told = sorted(_tellers.items(), key=lambda one: one[1][0])
    matters = [
        Matter(heading, teller(person))
        for heading, (_, teller, waits_for_others) in told
        if not (to_do_only and waits_for_others)
    ]
    return [matter for matter in matters if matter.tasks]


def pages_to(action: str, person: AbstractUser) -> QuerySet:
    """The keys of the pages where the person may do the action: "add" below them, or "change"."""
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(person, action).values("pk")

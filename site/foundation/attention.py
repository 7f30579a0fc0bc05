"""What needs an editor's care: a registry that apps fill, and the desk reads.

A teller answers for one person: only what that person may take care of, in a number of queries
that does not grow with what it finds, the most urgent first. Two who may do the same are told the
same, but for what is a person's own.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from wagtail.models import GroupPagePermission, Page
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


@dataclass(frozen=True)
class _Registered:
    heading: str
    teller: Teller
    order: int
    waits_for_others: bool
    is_own: bool


_registered: dict[str, _Registered] = {}


def register(
    heading: str,
    teller: Teller,
    order: int,
    *,
    waits_for_others: bool = False,
    is_own: bool = False,
) -> None:
    """Let `teller` tell what stands under the heading; the lowest order stands first.

    What waits for others is good to know of, and nobody is reminded of it. What is own depends on
    who it is, and not only on what they may do.
    """
    _registered[heading] = _Registered(heading, teller, order, waits_for_others, is_own)


class Round:
    """Many persons told at one time: what is the same for those who may do the same is found once.

    Not to be kept: it knows nothing of what changes after the first is told.
    """

    def __init__(self) -> None:
        may = defaultdict(set)
        given = GroupPagePermission.objects.values_list("group", "page", "permission__codename")
        for group, page, action in given:
            may[group, page].add(action)
        # Such people may change what they have made themselves, and nothing else.
        self._writers = {
            group
            for (group, _page), actions in may.items()
            if "add_page" in actions and "change_page" not in actions
        }
        self._told: dict[tuple[Hashable, str], list[Task]] = {}

    def matters_for(self, person: AbstractUser) -> list[Matter]:
        """All that is theirs to do, as on the desk; quick where their groups are prefetched."""
        rights = self._rights(person)

        def tasks(one: _Registered) -> list[Task]:
            if one.is_own:
                return one.teller(person)
            key = (rights, one.heading)
            if key not in self._told:
                self._told[key] = one.teller(person)
            return self._told[key]

        return _not_empty(
            Matter(one.heading, tasks(one)) for one in _in_order() if not one.waits_for_others
        )

    def _rights(self, person: AbstractUser) -> Hashable:
        groups = frozenset(group.pk for group in person.groups.all())
        if person.user_permissions.all() or groups & self._writers:
            return person.pk
        return person.is_superuser, groups


def matters_for(person: AbstractUser) -> list[Matter]:
    """All that concerns this person; no heading is empty."""
    return _not_empty(Matter(one.heading, one.teller(person)) for one in _in_order())


def _in_order() -> list[_Registered]:
    return sorted(_registered.values(), key=lambda one: one.order)


def _not_empty(matters: Iterable[Matter]) -> list[Matter]:
    return [matter for matter in matters if matter.tasks]


def pages_to(action: str, person: AbstractUser) -> QuerySet:
    """The keys of the pages where the person may do the action: "add" below them, or "change"."""
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(person, action).values("pk")

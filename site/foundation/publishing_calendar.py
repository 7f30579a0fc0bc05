"""What is scheduled: to be published and to be taken down, of pages and of registers.

Answers for one person: only what that person may change, in a number of queries that does not
grow with what it finds.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import DraftStateMixin, ModelLogEntry, Page, PageLogEntry, Revision, TaskState
from wagtail.permissions import policy_registry

from foundation.attention import Matter, Task, pages_to
from foundation.scheduled_publishing import models_with_drafts
from foundation.swedish.dates import long_date, span_of_days, week

LATE = "Skulle redan ha hänt"
# The clock of the site needs a moment; what is later than this could not be done.
GRACE = datetime.timedelta(minutes=10)


@dataclass(frozen=True)
class Plan:
    """One thing that is to happen by itself at a moment."""

    at: datetime.datetime
    verb: str
    thing: DraftStateMixin
    title: str
    note: str

    def as_task(self, finder: AdminURLFinder) -> Task:
        """The plan as a row: what, when and who said so, and the way to its form."""
        local = timezone.localtime(self.at)
        when = f"den {long_date(local.date())} klockan {local:%H.%M}"
        return Task(
            title=self.title,
            reason=f"{_kind(self.thing)}. {self.verb} {when}. {self.note}".strip(),
            button="Öppna",
            address=_form(self.thing, finder),
        )


def weeks_for(person: AbstractUser) -> list[Matter]:
    """What is to happen, week by week; first what should have happened and did not."""
    plans = sorted(_plans(person), key=lambda plan: (plan.at, plan.title))
    finder = AdminURLFinder(person)
    return [
        Matter(heading, [plan.as_task(finder) for plan in some])
        for heading, some in groupby(plans, key=_heading)
    ]


def _heading(plan: Plan) -> str:
    if plan.at < timezone.now() - GRACE:
        return LATE
    day = timezone.localdate(plan.at)
    monday = day - datetime.timedelta(days=day.weekday())
    sunday = monday + datetime.timedelta(days=6)
    return f"{week(day).capitalize()}, {span_of_days(monday, sunday)}"


def _plans(person: AbstractUser) -> Iterator[Plan]:
    for model in models_with_drafts():
        yield from _plans_of(model, person)


def _plans_of(model: type[DraftStateMixin], person: AbstractUser) -> Iterator[Plan]:
    may_change = _may_change(model, person)
    if may_change is None:
        return
    kept = Revision.objects.filter(base_content_type=ContentType.objects.get_for_model(model))
    waiting = Q(task_states__status=TaskState.STATUS_IN_PROGRESS)
    revisions = list(
        kept.filter(Q(approved_go_live_at__isnull=False) | waiting)
        .select_related("user")
        .distinct()
    )
    concerned = Q(pk__in=[revision.object_id for revision in revisions])
    expiring = Q(live=True, expire_at__isnull=False)
    found = model._default_manager.filter(may_change, concerned | expiring)
    things = {str(thing.pk): thing for thing in found.select_related("live_revision__user")}
    schedulers = _schedulers(model, revisions)
    for revision in revisions:
        if thing := things.get(revision.object_id):
            yield from _as_written(revision, thing, schedulers.get(revision.pk, revision.user))
    for thing in things.values():
        if thing.live and thing.expire_at:
            user = thing.live_revision.user if thing.live_revision else None
            yield Plan(thing.expire_at, "Avpubliceras", thing, str(thing), _by(user))


def _may_change(model: type[DraftStateMixin], person: AbstractUser) -> Q | None:
    """Which of them the person may change; None where it is none."""
    if model is Page:
        return Q(pk__in=pages_to("change", person))
    policy = policy_registry.get_by_type(model)
    return Q() if policy.user_has_permission(person, "change") else None


def _as_written(
    revision: Revision, thing: DraftStateMixin, user: AbstractUser | None
) -> Iterator[Plan]:
    """What is to happen to the thing as the revision has it."""
    title, verb = revision.object_str, "Ändringen publiceras" if thing.live else "Publiceras"
    note, publishes_at = _by(user), revision.approved_go_live_at
    if publishes_at is None:
        note, publishes_at = "Väntar på godkännande.", _moment(revision, "go_live_at")
    if publishes_at:
        yield Plan(publishes_at, verb, thing, title, note)
    expires_at = _moment(revision, "expire_at")
    if expires_at and not (thing.live and thing.expire_at == expires_at):
        yield Plan(expires_at, "Avpubliceras", thing, title, note)


def _moment(revision: Revision, name: str) -> datetime.datetime | None:
    written = revision.content.get(name)
    return parse_datetime(written) if written else None


def _schedulers(model: type, revisions: list[Revision]) -> dict[int, AbstractUser | None]:
    """Who said that each revision is to be published; not always who wrote it."""
    log = PageLogEntry if model is Page else ModelLogEntry
    entries = log.objects.filter(action="wagtail.publish.schedule", revision__in=revisions)
    found = entries.order_by("timestamp").select_related("user")
    return {entry.revision_id: entry.user for entry in found}


def _by(user: AbstractUser | None) -> str:
    return f"Schemalagd av {user.get_full_name() or user.get_username()}." if user else ""


def _kind(thing: DraftStateMixin) -> str:
    if isinstance(thing, Page):
        return thing.page_type_display_name.capitalize()
    return str(thing._meta.verbose_name).capitalize()


def _form(thing: DraftStateMixin, finder: AdminURLFinder) -> str:
    if isinstance(thing, Page):
        return reverse("wagtailadmin_pages:edit", args=[thing.pk])
    return finder.get_edit_url(thing)

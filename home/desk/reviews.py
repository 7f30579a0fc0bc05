"""What lies between one who writes and one who approves: to read, sent back, and on its way."""

from django.contrib.auth.models import AbstractUser
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name
from wagtail.models import TaskState, WorkflowState

from foundation import attention
from foundation.attention import Task
from foundation.four_eyes.telling import who_sent_back
from foundation.swedish.dates import long_date
from home.desk.forms import form_of
from home.desk.names import in_full, measures_of


def register() -> None:
    """Tell the desk of them."""
    attention.register("Väntar på ditt godkännande", to_approve, order=10, is_own=True)
    attention.register("Tillbaka till dig med en kommentar", sent_back, order=15, is_own=True)
    attention.register(
        "Väntar på att någon godkänner", on_its_way, order=90, waits_for_others=True, is_own=True
    )


def to_approve(person: AbstractUser) -> list[Task]:
    """What others have sent for approval to somebody who may give it, longest waiting first."""
    states = (
        TaskState.objects.reviewable_by(person)
        .select_related("revision__user")
        .prefetch_related("revision__content_object")
        .order_by("started_at")
    )
    measures = measures_of(state.revision.content_object for state in states)
    return [
        Task(
            in_full(thing, state.revision.object_str, measures),
            _sent(state),
            "Läs och godkänn",
            address,
        )
        for state in states
        if (thing := state.revision.content_object) and (address := form_of(thing, person))
    ]


def _sent(state: TaskState) -> str:
    day = long_date(timezone.localdate(state.started_at))
    by = f" av {get_user_display_name(state.revision.user)}" if state.revision.user else ""
    return f"Skickades för godkännande den {day}{by}."


def sent_back(person: AbstractUser) -> list[Task]:
    """What the person sent and a reviewer wants changed, with the reviewer's words."""
    states = _asked_by(person, WorkflowState.STATUS_NEEDS_CHANGES)
    return _tasks(states, person, who_sent_back, "Ändra")


def on_its_way(person: AbstractUser) -> list[Task]:
    """What the person sent and nobody has answered yet."""
    states = _asked_by(person, WorkflowState.STATUS_IN_PROGRESS)
    return _tasks(states, person, _waits, "Visa")


def _waits(state: WorkflowState) -> str:
    day = long_date(timezone.localdate(state.current_task_state.started_at))
    return f"Du skickade texten för godkännande den {day}. Den som granskar har den nu."


def _asked_by(person: AbstractUser, status: str) -> QuerySet:
    states = WorkflowState.objects.filter(requested_by=person, status=status)
    step = ("current_task_state__revision", "current_task_state__finished_by")
    return states.select_related(*step).prefetch_related("content_object").order_by("pk")


def _tasks(states: QuerySet, person: AbstractUser, why, button: str) -> list[Task]:
    measures = measures_of(state.content_object for state in states)
    return [
        Task(
            in_full(thing, state.current_task_state.revision.object_str, measures),
            why(state),
            button,
            address,
        )
        for state in states
        if (thing := state.content_object) and (address := form_of(thing, person))
    ]


def under_review() -> set[tuple[int, str]]:
    """The keys of all that has been sent for approval and is neither approved nor taken back."""
    return set(WorkflowState.objects.active().values_list("base_content_type_id", "object_id"))


def key_of(thing: Model) -> tuple[int, str]:
    """The key of one of them."""
    return thing.get_base_content_type().pk, str(thing.pk)

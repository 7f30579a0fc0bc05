"""The approval itself: reviewers read, and publish or send back."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db import models
from wagtail.models import AbstractGroupApprovalTask, Revision, TaskState, Workflow

from foundation.four_eyes import rule

APPROVE, SEND_BACK = "approve", "reject"


class SendBackForm(forms.Form):
    """What the writer is told: a text that comes back without a word helps nobody."""

    comment = forms.CharField(
        label="Vad ska ändras?",
        widget=forms.Textarea({"rows": 4}),
        help_text="Den som skrev texten ser kommentaren på sitt skrivbord.",
    )


class ReviewTask(AbstractGroupApprovalTask):
    """Somebody in the groups reads, and approves with one button what another wrote last."""

    class Meta:
        verbose_name = "granskning med fyra ögon"
        verbose_name_plural = "granskningar med fyra ögon"

    @classmethod
    def get_description(cls) -> str:
        """What the administrator who puts a workflow together reads."""
        return "Någon i de valda grupperna godkänner, men aldrig det som personen själv skrev sist."

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Send back, with a comment; approve, unless the reviewer wrote last."""
        if not super().get_actions(obj, user):
            return []
        send_back = (SEND_BACK, "Skicka tillbaka med kommentar", True)
        if not rule.may_approve(user, obj):
            return [send_back]
        return [(APPROVE, "Godkänn", False), send_back]

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Do as the reviewer says.

        The form saves what stands in it before it comes here. If that made the reviewer the one
        who wrote last nothing is approved, and what was written stays.
        """
        available = {name for name, _, _ in self.get_actions(task_state.revision.as_object(), user)}
        if action_name in available:
            super().on_action(task_state, user, action_name, **kwargs)

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        """Sending back asks for a comment."""
        return SendBackForm if action == SEND_BACK else super().get_form_for_action(action)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet:
        """What waits for the person and was last written by somebody else."""
        waiting = super().get_task_states_user_can_moderate(user, **kwargs)
        versions = Revision.objects.filter(
            base_content_type_id=models.OuterRef("revision__base_content_type_id"),
            object_id=models.OuterRef("revision__object_id"),
        )
        newest = versions.order_by("-created_at", "-pk").values("user_id")[:1]
        own = waiting.annotate(last_writer=models.Subquery(newest)).filter(last_writer=user.pk)
        return waiting.exclude(pk__in=own.values("pk"))


def review_workflow() -> Workflow | None:
    """The workflow of four eyes: the first in use with a review in use."""
    reviews = ReviewTask.objects.filter(active=True).values("pk")
    found = Workflow.objects.filter(active=True, workflow_tasks__task__in=reviews)
    return found.order_by("pk").first()


def reviewers() -> models.QuerySet:
    """All who can approve."""
    workflow = review_workflow()
    reviews = ReviewTask.objects.filter(active=True, workflow_tasks__workflow=workflow)
    users = get_user_model().objects.filter(is_active=True)
    return users.filter(groups__in=reviews.values("groups")).distinct()

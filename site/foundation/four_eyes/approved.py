"""What happens when the last step of a workflow is passed.

Wagtail asks for this while it makes its own models, so models are looked up when it runs.
"""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from wagtail.models import WorkflowState


def publish_approved(workflow_state: "WorkflowState", user: Any = None) -> None:
    """Publish what has been approved, by whatever workflow, unless nobody else has read it.

    Approval is the right to publish; the reviewer need have no other.
    """
    from foundation.four_eyes import rule

    thing = workflow_state.content_object
    if user and rule.is_on() and not rule.may_approve(user, thing):
        raise ValidationError(rule.NOT_YOUR_OWN)
    thing.get_latest_revision().publish(user=user, skip_permission_checks=True)

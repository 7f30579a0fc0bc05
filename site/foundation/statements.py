"""Register entries that readers take as the municipality's word: with draft, approval and rules."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Revision,
    RevisionMixin,
    Workflow,
    WorkflowMixin,
)

from foundation.fields import empty_fields
from foundation.four_eyes import rule as four_eyes
from foundation.four_eyes.review import review_workflow
from foundation.page_form import StatementForm


class Statement(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """Something that readers act on. It may be half written as long as only editors see it."""

    base_form_class = StatementForm

    class Meta:
        abstract = True

    @classmethod
    def get_default_workflow(cls) -> Workflow | None:
        """How it is approved: as somebody has set for all of them, or by four eyes."""
        return super().get_default_workflow() or (review_workflow() if four_eyes.is_on() else None)

    def publication_errors(self) -> dict[str, list[str]]:
        """What stops it from being public, by field. Models add their own."""
        return {}

    def publish(self, revision: Revision, *args, **kwargs) -> None:
        """Publish the revision, by whatever way it came here, unless something stops it."""
        draft = revision.as_object()
        if errors := {**empty_fields(draft), **draft.publication_errors()}:
            raise ValidationError(errors)
        super().publish(revision, *args, **kwargs)

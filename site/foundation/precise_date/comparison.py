"""How the editor sees that a date differs between two versions of a page."""

from typing import Any

from django.db import models
from wagtail.admin.compare import FieldComparison, register_comparison_class

from foundation.precise_date.fields import PreciseDateField


class PreciseDateComparison(FieldComparison):
    """Two dates in words; one that is not known is an empty space, not "None"."""

    def __init__(self, field: PreciseDateField, obj_a: models.Model, obj_b: models.Model) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = _in_words(self.val_a), _in_words(self.val_b)


def _in_words(value: Any) -> str:
    return "" if value is None else str(value)


def register() -> None:
    """Let Wagtail compare precise dates; needs all apps to be loaded."""
    register_comparison_class(PreciseDateField, comparison_class=PreciseDateComparison)

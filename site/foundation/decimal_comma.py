"""Numbers that editors write with a decimal comma."""

from typing import Any

from django import forms
from django.db import models


class DecimalCommaField(models.DecimalField):
    """A decimal number written "12,5". A missing number is null, never nought."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        """A line of text that reads the comma; the browser's own number input may refuse it."""
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        # Wagtail's forms ask for their own widgets by keyword; this one is the point of the field.
        return super().formfield(**{**kwargs, "localize": True, "widget": widget})

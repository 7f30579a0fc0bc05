"""Numbers that editors write with a decimal comma."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models

# Between thousands people write all kinds of spaces; before a negative number also a real minus.
_SPACES = re.compile(r"\s")
_MINUS = "−"


class DecimalCommaFormField(forms.DecimalField):
    """One line of text that reads "12,5", "12.5" and "1 234,5"."""

    def to_python(self, value: Any) -> Decimal | None:
        """The number that the line says, or a refusal in words."""
        if isinstance(value, str):
            value = _SPACES.sub("", value).replace(_MINUS, "-")
        return super().to_python(value)


class DecimalCommaField(models.DecimalField):
    """A decimal number written "12,5". A missing number is null, never nought.

    Closing zeros, which the database adds, are taken away: they say nothing.
    """

    def from_db_value(self, value: Decimal | None, *_args: object) -> Decimal | None:
        """The number as it was written."""
        return _without_closing_zeros(value)

    def to_python(self, value: Any) -> Decimal | None:
        """The number that a form, a file or a stored revision says."""
        return _without_closing_zeros(super().to_python(value))

    def formfield(self, **kwargs: Any) -> forms.Field:
        """A line of text that reads the comma; the browser's own number input may refuse it."""
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        # Wagtail's forms ask for their own widgets by keyword; this one is the point of the field.
        wanted = {"form_class": DecimalCommaFormField, "localize": True, "widget": widget}
        return super().formfield(**{**kwargs, **wanted})


def _without_closing_zeros(value: Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(f"{value.normalize():f}")

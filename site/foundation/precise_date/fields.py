"""Precise dates in models and forms."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from foundation.precise_date.dates import PreciseDate
from foundation.precise_date.parsing import EXAMPLES, parse

HOW_TO_WRITE = f"Skriv till exempel {EXAMPLES}."


def _read(value: object) -> PreciseDate | None:
    """The date that a form, a file or a stored revision says, or a ValidationError."""
    if value is None or value == "":
        return None
    if isinstance(value, PreciseDate):
        return value
    try:
        return parse(str(value))
    except ValueError as error:
        raise ValidationError(str(error), code="invalid") from error


class PreciseDateFormField(forms.CharField):
    """One line of text in which the editor writes the date as exactly as it is known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "empty_value": None})

    def to_python(self, value: object) -> PreciseDate | None:
        return _read(super().to_python(value))

    def prepare_value(self, value: object) -> object:
        """What stands in the line: "juni 2024", or what the editor has just written."""
        return str(value) if isinstance(value, PreciseDate) else value


class PreciseDateField(models.Field):
    """A date as exact as it is known, kept as text: "2024-06-13", "2024-06", "2024-Q3", "2024".

    The text is unambiguous but not in order of time ("2024-Q1" comes after "2024-12"), so a
    query can ask for equality only: compare the dates themselves, in Python.
    """

    description = "Datum med precision"
    empty_strings_allowed = False
    _lookups = frozenset({"exact", "in", "isnull"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "max_length": len("2024-06-13")})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, "foundation.precise_date.PreciseDateField", args, kwargs

    def get_internal_type(self) -> str:
        return "CharField"

    def get_lookup(self, lookup_name: str) -> type[models.Lookup] | None:
        return super().get_lookup(lookup_name) if lookup_name in self._lookups else None

    def from_db_value(self, value: str | None, *_args: object) -> PreciseDate | None:
        return None if value is None else parse(value)

    def to_python(self, value: object) -> PreciseDate | None:
        return _read(value)

    def get_prep_value(self, value: object) -> str | None:
        date = _read(super().get_prep_value(value))
        return None if date is None else date.iso

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        help_text = f"{self.help_text} {HOW_TO_WRITE}".strip()
        return super().formfield(
            **{"form_class": PreciseDateFormField, "help_text": help_text, **kwargs}
        )

"""A column that gives back the word itself, with all that follows from it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models


class EnumField(models.CharField):
    """One of the words of a TextChoices class, read as a member of it; empty when not chosen.

    Migrations see an ordinary column of text.
    """

    def __init__(self, *args: Any, enum: type[models.TextChoices], **kwargs: Any) -> None:
        self.enum = enum
        super().__init__(*args, **{"choices": enum, "max_length": 20, **kwargs})

    def deconstruct(self) -> tuple:
        """An ordinary column of text with its choices."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def from_db_value(self, value: str, *_args: object) -> models.TextChoices | str:
        """The member of the enum that the column holds."""
        return self.enum(value) if value else value

    def to_python(self, value: Any) -> models.TextChoices | str:
        """The member of the enum that a form, a file or a stored revision names."""
        if not value:
            return ""
        try:
            return self.enum(value)
        except ValueError as error:
            raise ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": value},
            ) from error

    def clone(self) -> models.Field:
        """A copy of the field, as Django makes of the fields of abstract models."""
        _name, _path, args, kwargs = self.deconstruct()
        return type(self)(*args, enum=self.enum, **kwargs)

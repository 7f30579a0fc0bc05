"""The days that a form takes: of the years that the site can tell of, like dates with a precision.

Python and the browser know the year 1 and the year 9999; time zones, calendars and feeds do not.
"""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin import widgets
from wagtail.admin.forms.models import register_form_field_override

from foundation.precise_date.dates import FIRST_YEAR, LAST_YEAR, YEAR_OUT_OF_RANGE


def refuse_other_years(day: datetime.date) -> None:
    """Refuse a day or a moment that is a slip of the pen, such as one in the year 202."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(YEAR_OUT_OF_RANGE, code="year")


class DayField(forms.DateField):
    """A day."""

    default_validators = [refuse_other_years]


class MomentField(forms.DateTimeField):
    """A day and a time."""

    default_validators = [refuse_other_years]


def register() -> None:
    """Let every form of the admin ask so, that of a page and of what Wagtail itself adds to it."""
    for kind, field, widget in (
        (models.DateField, DayField, widgets.AdminDateInput),
        (models.DateTimeField, MomentField, widgets.AdminDateTimeInput),
    ):
        register_form_field_override(kind, override={"form_class": field, "widget": widget})

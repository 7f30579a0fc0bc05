"""Dates and numbers in templates, as Swedish writes them, or English in an English frame."""

import datetime

from django import template
from django.utils import timezone
from django.utils.dateformat import format as in_active_language
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from foundation.precise_date import PreciseDate
from foundation.swedish import dates, numbers
from foundation.swedish.dates import long_date
from foundation.swedish.hyphens import with_seams

register = template.Library()


@register.filter
def tal(value: object) -> str:
    """A number with decimal comma, or "uppgift saknas": a missing value is never nought."""
    return "uppgift saknas" if value in (None, "") else numbers.number(value)


@register.filter
def day(value: datetime.date | PreciseDate | None) -> SafeString | str:
    """A date, moment or precise date as a <time> element: "3 maj 2026", "juni 2024"."""
    if not value:
        return ""
    if isinstance(value, PreciseDate):
        # HTML knows days, months and years, but no quarters.
        if "Q" in value.iso:
            return format_html('<span class="nowrap">{}</span>', value)
        return format_html('<time datetime="{}">{}</time>', value.iso, value)
    if isinstance(value, datetime.datetime):
        value = timezone.localdate(value) if timezone.is_aware(value) else value.date()
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), _in_words(value))


def _in_words(value: datetime.date) -> str:
    return in_active_language(value, "j F Y") if get_language() == "en" else long_date(value)


@register.filter
def unbroken(value: object) -> str:
    """Text, such as a period, with no line break inside its dates."""
    return dates.unbroken(str(value))


@register.filter
def sentence(text: str) -> str:
    """Text from a form as a sentence of its own: "dygnet runt" gives "Dygnet runt."."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


@register.filter
def seams(text: str) -> str:
    """A heading whose long words may be broken where they are joined together."""
    return with_seams(str(text))

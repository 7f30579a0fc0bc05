"""Registers, settings and files keep no versions: what would take another's words away is refused once.

The form carries a mark of what was stored when it was opened. If something else is stored when it
is sent, the editor is told who saved and what is stored now, and their own words stay in the form.
Whoever then presses again has read it, and decides.
"""

import hashlib
import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Field, Model
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.utils import get_user_display_name
from wagtail.fields import StreamField
from wagtail.log_actions import registry

from foundation.swedish.dates import long_date

GO_ON = (
    "Det du skrev är inte sparat än, men står kvar här. Jämför, och spara en gång till om det är "
    "ditt som ska gälla."
)


class NobodyIsOverwritten(forms.ModelForm):
    """What the form of anything without versions has: a mark, and a refusal when that is another."""

    opened_with = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened_with"] = mark(_stored(self.instance))

    def clean(self) -> dict[str, Any]:
        """Refuse what was written on another ground than what is stored now."""
        cleaned = super().clean()
        opened_with = cleaned.get("opened_with")
        if not (self.instance.pk and opened_with):
            return cleaned
        with transaction.atomic():
            # Two who save at the same moment wait here for each other.
            now = _stored(self.instance, lock=True)
        if mark(now) == opened_with:
            return cleaned
        if differing := [name for name in self._meta.fields or () if self._differs(name, now)]:
            # Pressed again it holds, unless somebody has saved once more.
            self.data = self.data.copy()
            self.data[self.add_prefix("opened_with")] = mark(now)
            told = [f"{self.fields[name].label}: {_in_words(now, name)}" for name in differing]
            raise ValidationError([f"{_who_saved(now)} {GO_ON}", f"Nu sparat: {'; '.join(told)}."])
        return cleaned

    def _differs(self, name: str, now: Model) -> bool:
        if name not in self.cleaned_data:
            return name in self.fields
        field = now._meta.get_field(name)
        if field.many_to_many:
            # Tags are words in the form.
            return set(map(str, self.cleaned_data[name])) != set(map(str, getattr(now, name).all()))
        mine = type(now)(**{name: self.cleaned_data[name]})
        return _plain(field, mine) != _plain(field, now)


class RegisterForm(NobodyIsOverwritten, WagtailAdminModelForm):
    """The form of a register or of settings."""


def mark(thing: Model) -> str:
    """A word that changes with everything that an editor may change."""
    values = [(one.name, _plain(one, thing)) for one in thing._meta.concrete_fields if one.editable]
    for one in thing._meta.many_to_many:
        values.append((one.name, sorted(getattr(thing, one.name).values_list("pk", flat=True))))
    return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()


def _stored(thing: Model, *, lock: bool = False) -> Model:
    rows = type(thing)._base_manager.all()
    return (rows.select_for_update() if lock else rows).get(pk=thing.pk)


def _plain(field: Field, thing: Model) -> Any:
    text = field.value_to_string(thing)
    # Blocks get names of their own when they are read; those say nothing.
    return _nameless(json.loads(text)) if isinstance(field, StreamField) else text


def _nameless(value: Any) -> Any:
    if isinstance(value, list):
        return [_nameless(one) for one in value]
    if isinstance(value, dict):
        return {key: _nameless(one) for key, one in value.items() if key != "id"}
    return value


def _in_words(thing: Model, name: str) -> str:
    field = thing._meta.get_field(name)
    if isinstance(field, StreamField):
        return "ändrat"
    if field.many_to_many:
        value = ", ".join(map(str, getattr(thing, name).all()))
    elif field.choices:
        value = getattr(thing, f"get_{name}_display")()
    else:
        value = getattr(thing, name)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return f"”{value}”" if value not in (None, "") else "tomt"


def _who_saved(thing: Model) -> str:
    entry = registry.get_logs_for_instance(thing).order_by("-timestamp", "-pk").first()
    if entry is None or entry.user is None:
        return "Någon har sparat här efter att du öppnade formuläret."
    at = timezone.localtime(entry.timestamp)
    who = get_user_display_name(entry.user)
    return f"{who} sparade här den {long_date(at.date())} kl. {at:%H.%M}, efter att du öppnade formuläret."

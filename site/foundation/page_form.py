"""The forms in which pages and the statements of the registers are edited."""

import secrets

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

# What the form of something new is known by when it comes again.
FORM_KEY = "form_key"


class PublicationForm:
    """Says what stops a thing from being public, where it stops it, and only when it matters.

    A draft may be half empty: autosave, preview and saving a draft ask for nothing. Stands before
    Wagtail's form.
    """

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation:
            return
        _add_errors(self, self.instance.publication_errors())
        for formset in self.formsets.values():
            for row in filled_in_rows(formset):
                # Before it is saved a row does not know the page that it is a part of.
                setattr(row.instance, formset.fk.name, self.instance)
                _add_errors(row, getattr(row.instance, "publication_errors", dict)())


class StatementForm(PublicationForm, WagtailAdminModelForm):
    """The form of a register entry that is published."""


class BasePageForm(PublicationForm, WagtailAdminPageForm):
    """The form of a page."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # The mark belongs to one publication, not to the page.
        if "minor_edit" in self.fields:
            self.initial["minor_edit"] = False
        if not self.instance.pk:
            self.fields[FORM_KEY] = forms.CharField(
                widget=forms.HiddenInput, required=False, initial=secrets.token_hex
            )

    def clean(self) -> dict:
        """Refuse an address that the site itself uses."""
        cleaned_data = super().clean()
        # A page that is already in the tree checks this itself.
        if not self.instance.pk and cleaned_data.get("slug"):
            self.instance.slug = cleaned_data["slug"]
            for message in self.instance.reserved_slug_errors(self._parent):
                self.add_error("slug", message)
        return cleaned_data

    def _post_clean(self) -> None:
        if not self.is_deferred_validation:
            self.instance.parent_in_form = self._parent
        super()._post_clean()

    @cached_property
    def _parent(self):
        return self.parent_page.specific if self.parent_page else None


def filled_in_rows(formset: forms.BaseFormSet) -> list[forms.BaseForm]:
    """The rows that say something, can be read and are not taken away."""
    return [
        row
        for row in formset.forms
        if row.is_valid()
        and not (row.empty_permitted and not row.has_changed())
        and not formset._should_delete_form(row)
    ]


def _add_errors(form: forms.BaseForm, errors: dict[str, list[str]]) -> None:
    """Put each message at the field it concerns, or above the form where there is no such field.

    A field that is already known to be empty or unreadable is not told so again.
    """
    for field, messages in errors.items():
        known = field if field in form.fields else None
        if known is None or not form.has_error(known):
            form.add_error(known, messages)

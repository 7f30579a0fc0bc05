"""The form in which every page is edited."""

from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminPageForm


class BasePageForm(WagtailAdminPageForm):
    """Says what stops the page from being public, where it stops it, and only when it matters.

    A draft may be half empty: autosave, preview and saving a draft ask for nothing.
    """

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # The mark belongs to one publication, not to the page.
        if "minor_edit" in self.fields:
            self.initial["minor_edit"] = False

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
        super()._post_clean()
        if self.is_deferred_validation:
            return
        self.instance.parent_in_form = self._parent
        for field, messages in self.instance.publication_errors().items():
            for message in messages:
                self.add_error(field if field in self.fields else None, message)

    @cached_property
    def _parent(self):
        return self.parent_page.specific if self.parent_page else None

"""The forms that could publish: while there are four eyes they keep a draft instead."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm
from wagtail.snippets.views.snippets import CopyView, CreateView, EditView

from foundation.four_eyes import rule

COPIES_ARE_DRAFTS = (
    "Kopian blir ett utkast. Fyra ögon är på, så den publiceras först när någon har godkänt den."
)


class FourEyesCopyForm(CopyForm):
    """Copying a page: the copy is a draft, neither published nor the alias of a published page."""

    PUBLISHING = ("publish_copies", "alias")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rule.is_on():
            self._refused = [name for name in self.PUBLISHING if self.data.get(name)]
            for name in self.PUBLISHING:
                self.fields.pop(name, None)
        else:
            self._refused = []

    def clean(self) -> dict:
        """Say no to a form that was opened before, or made by hand."""
        cleaned_data = super().clean()
        if self._refused:
            self.add_error("new_parent_page", COPIES_ARE_DRAFTS)
        return cleaned_data


class FourEyesForm:
    """Editing something with drafts that is no page. Stands before Wagtail's view."""

    def get_available_actions(self) -> list[str]:
        """What the buttons may do: not publish."""
        actions = super().get_available_actions()
        return [one for one in actions if one != "publish" or not rule.is_on()]

    def save_instance(self) -> Any:
        """Save what was written, but let nobody become its writer by approving it as it is."""
        if self.action != "workflow-action" or self.form.has_changed():
            return super().save_instance()
        self.new_revision = self.object.latest_revision
        return self.object


class FourEyesCreateView(FourEyesForm, CreateView):
    """Writing a new one."""


class FourEyesCopyView(FourEyesForm, CopyView):
    """Beginning with another one."""


class FourEyesEditView(FourEyesForm, EditView):
    """Writing on it."""

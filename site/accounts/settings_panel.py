"""What somebody decides of their own account."""

from typing import Any

from django import forms
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views.account import (
    BaseSettingsPanel,
    NameEmailSettingsPanel,
    notifications_tab,
)

from accounts.models import User


class RemindersForm(forms.ModelForm):
    """The one question of the panel."""

    class Meta:
        model = User
        fields = ["reminders"]


class RemindersPanel(BaseSettingsPanel):
    """Beside Wagtail's own choices of messages."""

    name = "reminders"
    title = "Påminnelser"
    tab = notifications_tab
    order = 50
    form_class = RemindersForm


class KnownNameForm(NameEmailForm):
    """Nothing that stands there may be taken away; what never stood there is asked for, not demanded.

    All panels are saved together. Wagtail would refuse the choice of reminders for the sake of a
    name that is missing behind another tab.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = bool(getattr(self.instance, name))


def demand_no_names() -> None:
    """Let Wagtail's panel ask for names and address so."""
    NameEmailSettingsPanel.form_class = KnownNameForm

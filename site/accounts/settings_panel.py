"""Where somebody chooses how often they are reminded: among the settings of their own account."""

from django import forms
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

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

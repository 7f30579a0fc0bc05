"""A warning above the form of a help contact that nobody has checked for long."""

from wagtail.admin.panels import HelpPanel


class CheckReminderPanel(HelpPanel):
    """Shows the `check_reminder` of the thing that is edited, while it has one."""

    def __init__(self, **kwargs) -> None:
        super().__init__(**{"template": "foundation/admin/check_reminder.html", **kwargs})

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel on one form."""

        def __init__(self, **kwargs) -> None:
            super().__init__(**kwargs)
            self.content = self.instance.check_reminder

        def is_shown(self) -> bool:
            """While there is something to warn of; nothing is late in a form for a new number."""
            return bool(self.instance.pk and self.content)

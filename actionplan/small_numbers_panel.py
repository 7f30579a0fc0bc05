"""The guard for small numbers, where the editor writes the figures."""

from wagtail.admin.panels import Panel

from actionplan import small_numbers
from actionplan.indicator_form import BOX


class SmallNumbersPanel(Panel):
    """Warns above the figures of an indicator, and asks; takes no place when there is nothing to say."""

    def get_form_options(self) -> dict:
        """The box is drawn here, and nowhere else."""
        return {"fields": [BOX]}

    class BoundPanel(Panel.BoundPanel):
        template_name = "actionplan/admin/small_numbers.html"

        def is_shown(self) -> bool:
            """Whether some figure could point at individuals."""
            return bool(self._warnings)

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            """Adds the sentences."""
            return {
                **super().get_context_data(parent_context),
                "warnings": self._warnings,
                "may_show": self.form[BOX],
                "what_to_do": small_numbers.WHAT_TO_DO,
            }

        @property
        def _warnings(self) -> list[str]:
            return self.form.small_number_warnings if self.form else []

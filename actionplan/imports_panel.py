"""Where the figures of an indicator were imported from, in the form that they are written in."""

from wagtail.admin.panels import Panel

MOST_SHOWN = 10


class ImportsPanel(Panel):
    """The newest imports, with the figures that each took the place of; nothing where there are none."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "actionplan/admin/imports_of_values.html"

        def is_shown(self) -> bool:
            """Whether anything has been imported."""
            return bool(self.instance.pk and self.instance.batches.exists())

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            """Adds the imports."""
            batches = self.instance.batches.select_related("person").prefetch_related("replaced")
            return {**super().get_context_data(parent_context), "batches": batches[:MOST_SHOWN]}

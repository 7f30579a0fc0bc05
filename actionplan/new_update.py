"""Where a new status update is written, and what stands above its form."""

from django.db.models import Model
from django.urls import reverse
from wagtail.admin.panels import Panel


def address_of_new(measure: Model) -> str:
    """The form for a new status update on the measure."""
    return reverse("wagtailadmin_pages:add", args=["actionplan", "statusupdatepage", measure.pk])


class AboutUpdatePanel(Panel):
    """Says of a new update how the measure stands, and leads from a published one to a new one.

    A status that changed is told as a new update; written into an old one it is told to nobody.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "actionplan/admin/about_update.html"

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            """Adds the measure, whether the update is published, and where a new one is written."""
            measure = (self.form.parent_page or self.instance.get_parent()).specific
            may_add = measure.permissions_for_user(self.request.user).can_add_subpage()
            return {
                **super().get_context_data(parent_context),
                "measure": measure,
                "is_published": bool(self.instance.pk and self.instance.live),
                "new_update": address_of_new(measure) if may_add else "",
            }

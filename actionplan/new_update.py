"""Where a new status update is written, and what stands above its form."""

from django.db.models import Model
from django.urls import reverse
from wagtail.admin.panels import HelpPanel

from foundation.correcting.view import may_correct
from foundation.correcting.ways import address as address_of_correction


def address_of_new(measure: Model) -> str:
    """The form for a new status update on the measure."""
    return reverse("wagtailadmin_pages:add", args=["actionplan", "statusupdatepage", measure.pk])


class AboutUpdatePanel(HelpPanel):
    """Says of a new update how the measure stands, and leads from a published one to a new one.

    A status that changed is told as a new update; written into an old one it is told to nobody.
    """

    def __init__(self, **kwargs) -> None:
        super().__init__(**{"template": "actionplan/admin/about_update.html", **kwargs})

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel on one form."""

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            """Adds the measure, whether the update is published, and where the ways on lead."""
            measure = (self.form.parent_page or self.instance.get_parent()).specific
            may_add = measure.permissions_for_user(self.request.user).can_add_subpage()
            return {
                **super().get_context_data(parent_context),
                "measure": measure,
                "is_published": bool(self.instance.pk and self.instance.live),
                "new_update": address_of_new(measure) if may_add else "",
                "correction": address_of_correction(self.instance)
                if may_correct(self.instance, self.request.user)
                else "",
            }

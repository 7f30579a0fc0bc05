"""Labels that Wagtail makes of the names of its fields, which are English words, and never translates."""

from wagtail.admin.forms.workflows import WorkflowContentTypeForm
from wagtail.sites.views import IndexView

COLUMNS_OF_SITES = {"site_name": "Namn", "root_page": "Börjar med"}


def say_in_swedish() -> None:
    """Give each its label in Swedish."""
    WorkflowContentTypeForm.base_fields["content_types"].label = "Innehåll som granskas"
    for column in IndexView.columns:
        column.label = COLUMNS_OF_SITES.get(column.name, column.label)

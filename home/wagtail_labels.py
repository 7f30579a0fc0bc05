"""Labels that Wagtail makes of the names of its fields, which are English words, and never translates."""

from wagtail.admin.forms.workflows import WorkflowContentTypeForm
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView
from wagtail.sites.views import IndexView

COLUMNS_OF_SITES = {"site_name": "Namn", "root_page": "Börjar med"}
IN_FILES_OF_WORKFLOWS = {"workflow": "Arbetsflöde", "requested_by": "Skickad av"}
IN_FILES_OF_TASKS = {
    "task": "Uppgift",
    "workflow_state.requested_by": "Skickad av",
    "started_at": "Började",
    "finished_at": "Blev klar",
    "finished_by": "Avgjord av",
}


def say_in_swedish() -> None:
    """Give each its label in Swedish."""
    WorkflowContentTypeForm.base_fields["content_types"].label = "Innehåll som granskas"
    for column in IndexView.columns:
        column.label = COLUMNS_OF_SITES.get(column.name, column.label)
    WorkflowView.export_headings |= IN_FILES_OF_WORKFLOWS
    WorkflowTasksView.export_headings |= IN_FILES_OF_TASKS

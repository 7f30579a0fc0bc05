"""What Wagtail's own reports hand out as tables runs no formula, whoever wrote what stands in it."""

import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupApprovalTask, Workflow

from tests.factories import MeasurePageFactory

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("https://example.org")'


@pytest.fixture
def exported(client, area):
    """The cells of a report as CSV."""
    measure = MeasurePageFactory(parent=area, title=FORMULA)
    client.force_login(get_user_model().objects.create_superuser("admin", first_name="=1+1"))
    measure.save_revision(log_action=True)
    workflow = Workflow.objects.create(name="=A1")
    workflow.workflow_tasks.create(task=GroupApprovalTask.objects.create(name="+A2"))
    workflow.start(measure, user=get_user_model().objects.get())
    Redirect.objects.create(old_path="/gammal", redirect_link="@SUM(1)")

    def cells(name):
        answer = client.get(reverse(name), {"export": "csv"})
        text = b"".join(answer.streaming_content).decode()
        return [cell for row in csv.reader(io.StringIO(text)) for cell in row]

    return cells


@pytest.mark.parametrize(
    ("report", "harmless"),
    [
        ("wagtailadmin_reports:site_history", f"'{FORMULA}"),
        ("wagtailadmin_reports:aging_pages", f"'{FORMULA}"),
        ("wagtailadmin_reports:workflow", f"'{FORMULA}"),
        ("wagtailredirects:index", "'@SUM(1)"),
    ],
)
def test_a_report_writes_what_looks_like_a_formula_as_text(exported, report, harmless):
    cells = exported(report)

    assert harmless in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_numbers_days_and_lists_stay_what_they_are():
    view = SpreadsheetExportMixin()

    assert view.preprocess_field_value("x", -5, "csv") == -5
    assert view.preprocess_field_value("x", ["-a", "b"], "csv") == "'-a, b"
    assert view.preprocess_field_value("x", "Torget", "csv") == "Torget"

"""What the admin's lists and reports hand out as tables: harmless, in Swedish, as Excel here opens it."""

import csv
import datetime
import io
import re
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.contrib.auth import get_user_model
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from foundation.swedish.slugs import slug_for
from tests.factories import MeasurePageFactory

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("https://example.org")'
STARTS = ("=", "+", "-", "@", "\t", "\r")


def lists():
    """The lists and reports of the admin that hand out tables, by the names of their addresses."""
    return {name: view for name, view in _walk(get_resolver(), []) if _columns(view)}


def _columns(pattern):
    view = getattr(pattern.callback, "view_class", None)
    if not (isinstance(view, type) and issubclass(view, SpreadsheetExportMixin)):
        return []
    given = getattr(pattern.callback, "view_initkwargs", {})
    return given.get("list_export", view.list_export)


def _walk(resolver, above):
    for pattern in resolver.url_patterns:
        if not isinstance(pattern, URLPattern):
            named = [pattern.namespace] if pattern.namespace else []
            yield from _walk(pattern, [*above, *named])
        elif pattern.name and not pattern.pattern.converters:
            yield ":".join([*above, pattern.name]), pattern


LISTS = sorted(name for name in lists() if not name.endswith("results"))


@pytest.fixture
def administrator(area):
    return get_user_model().objects.create_superuser("admin", first_name="=1+1")


@pytest.fixture
def table(client, administrator, area):
    """The cells of a list's table, row by row, of a site where everybody writes formulas."""
    measure = MeasurePageFactory(parent=area, title=FORMULA)
    measure.save_revision(log_action=True)
    workflow = Workflow.objects.create(name="=A1")
    task = GroupApprovalTask.objects.create(name="+A2")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.start(measure, user=administrator)
    Page.objects.filter(pk=measure.pk).update(
        locked=True, locked_by=administrator, locked_at=timezone.now()
    )
    Redirect.objects.create(old_path="/gammal", redirect_link="@SUM(1)")
    Query.get("-2+3").add_hit()
    client.force_login(administrator)

    def rows(name, form="csv"):
        answer = client.get(reverse(name), {"export": form})
        rows.called = re.search('filename="(.+)"', answer["Content-Disposition"])[1]
        content = answer.getvalue()
        if form == "xlsx":
            sheet = openpyxl.load_workbook(io.BytesIO(content)).active
            rows.sheet = sheet.title
            return list(sheet.iter_rows())
        assert content.startswith("\ufeff".encode())
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))

    return rows


def test_lists_are_found():
    assert {"wagtailadmin_reports:workflow_tasks", "wagtailredirects:index", "atgarder:index"} <= {
        *LISTS
    }


@pytest.mark.parametrize("name", LISTS)
def test_no_program_runs_what_somebody_has_written(table, name):
    _headings, *rows = table(name)

    cells = [cell for row in rows for cell in row]
    assert any(cell.lstrip("'").startswith(STARTS) for cell in cells), "nothing was tried"
    assert [cell for cell in cells if cell.startswith(STARTS)] == []
    running = [cell.value for row in table(name, "xlsx") for cell in row if cell.data_type == "f"]
    assert running == []


@pytest.mark.parametrize("name", LISTS)
def test_it_is_in_swedish(table, name):
    headings, *_rows = table(name)

    # What Wagtail has no words for is called as in its code.
    assert [word for word in headings if not word[0].isupper() or "_" in word] == []
    assert re.fullmatch(r"[a-z0-9-]+-\d{4}-\d\d-\d\d\.csv", table.called)
    table(name, "xlsx")
    assert table.called.startswith(slug_for(table.sheet))


def test_the_name_of_a_sheet_holds_nothing_that_excel_refuses(monkeypatch):
    view = SpreadsheetExportMixin()
    view.exported_as = "Åtgärder: 'klara' [1/2]? Alla * som är klara"
    output = io.BytesIO()

    view.write_xlsx(Page.objects.none(), output)

    assert openpyxl.load_workbook(output).sheetnames == ["Åtgärder   klara   1 2   Alla"]


def test_a_moment_is_told_as_clocks_here_show_it(table):
    (cells,) = [row for row in table("wagtailadmin_reports:locked_pages") if f"'{FORMULA}" in row]
    here = timezone.now().astimezone(ZoneInfo("Europe/Stockholm"))

    assert f"{here:%Y-%m-%d %H:}" in " ".join(cells)
    moments = [
        cell.value
        for row in table("wagtailadmin_reports:locked_pages", "xlsx")
        for cell in row
        if isinstance(cell.value, datetime.datetime)
    ]
    assert max(moments).hour == here.hour


def test_numbers_days_and_lists_stay_what_they_are():
    view = SpreadsheetExportMixin()

    assert view.preprocess_field_value("x", -5, "csv") == -5
    assert view.preprocess_field_value("x", ["-a", "b"], "csv") == "'-a, b"
    assert view.preprocess_field_value("x", "Torget", "csv") == "Torget"

"""What lists and reports of the admin hand out as tables: for people in Sweden, and harmless.

Wagtail's XLSX files hold text as text. Its CSV files would let a program for tables run whatever
an editor, or somebody who sent in a form, has written; a Swedish Excel would show them in one
column, with broken letters. Its moments are those of another time zone, its sheets have English names.
"""

import csv
import datetime
import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

from django.http.response import HttpResponseBase
from django.utils import timezone
from openpyxl import Workbook
from wagtail.admin.views.mixins import Echo, ExcelDateFormatter, SpreadsheetExportMixin

from foundation.swedish.slugs import slug_for
from foundation.tables.formulas import defused

# What Excel bears in the name of a sheet.
NO_NAME_OF_A_SHEET, MOST_LETTERS = re.compile(r"[\[\]:*?/\\']"), 31

_as_wagtail_writes = SpreadsheetExportMixin.preprocess_field_value
_as_wagtail_hands_out = SpreadsheetExportMixin.as_spreadsheet


def say_how() -> None:
    """Let every list and report of the admin hand out its tables so."""
    SpreadsheetExportMixin.preprocess_field_value = _written
    SpreadsheetExportMixin.stream_csv = _stream_csv
    SpreadsheetExportMixin.write_xlsx = _write_xlsx
    SpreadsheetExportMixin.as_spreadsheet = _handed_out


def _written(view: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
    """The value as it stands in the cell, whatever the report itself has made of it."""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.make_naive(value)
    written = _as_wagtail_writes(view, field, value, export_format)
    if export_format != view.FORMAT_CSV:
        return written
    if isinstance(written, datetime.datetime):
        return f"{written:%Y-%m-%d %H:%M}"
    # Numbers and days stay what they are; lists have become text.
    return defused(written) if isinstance(written, str) else written


def _stream_csv(view: SpreadsheetExportMixin, queryset: Iterable) -> Iterator[bytes]:
    """As a Swedish Excel opens it without asking: a byte-order mark, and semicolons."""
    yield "\ufeff".encode()
    writer = csv.DictWriter(Echo(), fieldnames=view.list_export, delimiter=";")
    yield writer.writerow({field: view.get_heading(queryset, field) for field in view.list_export})
    for item in queryset:
        yield view.write_csv_row(writer, view.to_row_dict(item))


def _write_xlsx(view: SpreadsheetExportMixin, queryset: Iterable, output: IO[bytes]) -> None:
    """On a sheet called as the list is."""
    workbook = Workbook(write_only=True, iso_dates=True)
    sheet = workbook.create_sheet(NO_NAME_OF_A_SHEET.sub(" ", _called(view))[:MOST_LETTERS].strip())
    sheet.append(view.get_heading(queryset, field) for field in view.list_export)
    of_moments = ExcelDateFormatter().get()
    for item in queryset:
        sheet.append(view.generate_xlsx_row(sheet, view.to_row_dict(item), date_format=of_moments))
    workbook.save(output)


def _handed_out(
    view: SpreadsheetExportMixin, queryset: Iterable, export_format: str
) -> HttpResponseBase:
    """Called as the list is; the day tells one from another among the downloaded."""
    answer = _as_wagtail_hands_out(view, queryset, export_format)
    name = f"{slug_for(_called(view))}-{timezone.localdate().isoformat()}"
    answer["Content-Disposition"] = f'attachment; filename="{name}.{export_format}"'
    return answer


def _called(view: SpreadsheetExportMixin) -> str:
    return str(getattr(view, "exported_as", "") or view.get_page_title())

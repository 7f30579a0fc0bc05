"""What lists and reports of the admin hand out as tables: for people in Sweden, and harmless.

Wagtail's XLSX files hold text as text. Its CSV files would let a program for tables run whatever
an editor, or somebody who sent in a form, has written; a Swedish Excel would show them in one
column, with broken letters. Its moments are those of another time zone.
"""

import csv
import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.http.response import HttpResponseBase
from django.utils import timezone
from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin

from foundation.swedish.slugs import slug_for
from foundation.tables.formulas import defused

_as_wagtail_writes = SpreadsheetExportMixin.preprocess_field_value
_as_wagtail_hands_out = SpreadsheetExportMixin.as_spreadsheet


def say_how() -> None:
    """Let every list and report of the admin hand out its tables so."""
    SpreadsheetExportMixin.preprocess_field_value = _written
    SpreadsheetExportMixin.stream_csv = _stream_csv
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


def _handed_out(
    view: SpreadsheetExportMixin, queryset: Iterable, export_format: str
) -> HttpResponseBase:
    """Called as the list is; the day tells one from another among the downloaded."""
    answer = _as_wagtail_hands_out(view, queryset, export_format)
    called = getattr(view, "exported_as", "") or view.get_page_title()
    name = f"{slug_for(str(called))}-{timezone.localdate().isoformat()}"
    answer["Content-Disposition"] = f'attachment; filename="{name}.{export_format}"'
    return answer

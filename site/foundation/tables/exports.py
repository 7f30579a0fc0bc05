"""What Wagtail's own lists and reports hand out as tables: no text in them runs as a formula.

Its XLSX files hold text as text. Its CSV files would let a program for tables run whatever an
editor, or somebody who sent in a form, has written.
"""

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from foundation.tables.formulas import defused

_as_wagtail_writes = SpreadsheetExportMixin.preprocess_field_value


def defuse() -> None:
    """Let every list of Wagtail's that has no rule of its own write harmless text.

    Last of all, whatever a report has made of the value: some have rules for a field.
    """
    SpreadsheetExportMixin.preprocess_field_value = _harmless


def _harmless(view: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
    written = _as_wagtail_writes(view, field, value, export_format)
    # Numbers and days stay what they are; lists have become text.
    if export_format == view.FORMAT_CSV and isinstance(written, str):
        return defused(written)
    return written

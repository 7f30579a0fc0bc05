"""What Wagtail's own lists and reports hand out as tables: no text in them runs as a formula.

Its XLSX files hold text as text. Its CSV files would let a program for tables run whatever an
editor, or somebody who sent in a form, has written.
"""

from typing import Any

from django.utils.encoding import force_str
from wagtail.admin.views.mixins import SpreadsheetExportMixin, list_to_str

from foundation.tables.formulas import defused


def defuse() -> None:
    """Let every list of Wagtail's that has no rule of its own write harmless text."""
    csv = SpreadsheetExportMixin.FORMAT_CSV
    rules = SpreadsheetExportMixin.custom_value_preprocess
    rules[list] = {**rules[list], csv: lambda value: defused(list_to_str(value))}
    # The last to be asked: for text, and for everything that is written as text.
    rules[object] = {csv: _harmless}


def _harmless(value: Any) -> Any:
    # Numbers and days stay what they are.
    text = force_str(value, strings_only=True)
    return defused(text) if isinstance(text, str) else text

"""The list of measures as a file, to sort and to print: the same rows as on the screen."""

import datetime
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.utils.text import capfirst

from actionplan.models import MeasurePage
from foundation.tables.formulas import defused

Cell = str | datetime.date

# Dates as words for people, and as days for sorting.
COLUMNS: dict[str, Callable[[MeasurePage], Cell | None]] = {
    "Nummer": attrgetter("number"),
    "Åtgärd": attrgetter("title"),
    "Fokusområde": attrgetter("_parent_page.title"),
    "Status": attrgetter("status.label"),
    "Ansvarig": lambda measure: measure.responsible and measure.responsible.name,
    # That it is late stands in a column of its own: so the file can be read back.
    "Ska vara klar": lambda measure: "Löpande" if measure.is_continuous else str(measure.due or ""),
    "Ska vara klar, sista dag": lambda measure: (
        measure.due.last_day if measure.due and not measure.is_continuous else None
    ),
    "Tidplan": attrgetter("timeliness.label"),
    "Uppföljning": lambda measure: measure.freshness and measure.freshness.label,
    "Nästa uppföljning, sista dag": lambda measure: (
        measure.planned_follow_up.last_day
        if measure.freshness and measure.planned_follow_up
        else None
    ),
    "Senaste lägesrapport": attrgetter("standing.fact_on"),
    "Publicerad": lambda measure: capfirst(measure.status_string),
    "Exempeldata": lambda measure: "ja" if measure.is_example else "nej",
    "Adress": lambda measure: measure.full_url if measure.live else None,
}


class MeasureExportMixin:
    """Wagtail's export, with columns of our own and with text that no program runs as a formula."""

    list_export = tuple(COLUMNS)
    # What the file is called, also in the list of a focus area.
    exported_as = "Åtgärder"

    def get_heading(self, queryset: Any, field: str) -> str:
        """A column is named by its heading."""
        return field

    def to_row_dict(self, item: MeasurePage) -> dict[str, Cell | None]:
        """One measure, by heading."""
        return {heading: cell(item) for heading, cell in COLUMNS.items()}

    def preprocess_field_value(self, field: str, value: Cell | None, export_format: str) -> Any:
        """A day as a day, whatever is missing as an empty cell, and text made harmless."""
        if isinstance(value, datetime.date):
            return value if export_format == self.FORMAT_XLSX else value.isoformat()
        return defused(str(value)) if value else ""

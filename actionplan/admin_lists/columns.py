"""Columns that speak as the public pages do."""

from wagtail.admin.ui.tables import Column

from actionplan.admin_lists.words import NOTHING
from actionplan.models import MeasurePage, StatusUpdatePage
from foundation.swedish.dates import long_date


class LabelledColumn(Column):
    """A column whose cells can be read where there is no room for its heading."""

    cell_template_name = "actionplan/admin/labelled_cell.html"


class DayColumn(LabelledColumn):
    """A day as text writes it; Wagtail's own column says "9 månader sedan"."""

    def get_value(self, instance: MeasurePage | StatusUpdatePage) -> str:
        """The day in words, or a dash where there is none."""
        day = super().get_value(instance)
        return long_date(day) if day else NOTHING


class WordColumn(LabelledColumn):
    """A status, a unit or a date, each as it calls itself."""

    def get_value(self, instance: MeasurePage | StatusUpdatePage) -> str:
        """The word, or a dash where there is none."""
        value = super().get_value(instance)
        return str(getattr(value, "label", value) or NOTHING)

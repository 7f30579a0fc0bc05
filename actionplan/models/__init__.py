"""What the plan is made of."""

from actionplan.models.focus_area import FocusAreaPage
from actionplan.models.measure import MeasurePage
from actionplan.models.numbers import UsedNumber
from actionplan.models.plan import PlanPage
from actionplan.models.status_update import StatusUpdatePage

__all__ = [
    "FocusAreaPage",
    "MeasurePage",
    "PlanPage",
    "StatusUpdatePage",
    "UsedNumber",
]

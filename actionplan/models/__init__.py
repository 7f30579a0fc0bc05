"""What the plan is made of."""

from actionplan.models.focus_area import FocusAreaPage
from actionplan.models.indicator import IndicatorIndexPage, IndicatorPage
from actionplan.models.indicator_value import IndicatorTarget, IndicatorValue, SeriesBreak
from actionplan.models.measure import MeasurePage
from actionplan.models.numbers import UsedNumber
from actionplan.models.plan import PlanPage
from actionplan.models.removal import Removal
from actionplan.models.status_update import StatusUpdatePage
from actionplan.models.survey import SurveyIndexPage, SurveyPage
from actionplan.models.value_batch import EarlierValue, ValueBatch

__all__ = [
    "EarlierValue",
    "FocusAreaPage",
    "IndicatorIndexPage",
    "IndicatorPage",
    "IndicatorTarget",
    "IndicatorValue",
    "MeasurePage",
    "PlanPage",
    "Removal",
    "SeriesBreak",
    "StatusUpdatePage",
    "SurveyIndexPage",
    "SurveyPage",
    "UsedNumber",
    "ValueBatch",
]

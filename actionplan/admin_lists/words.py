"""What the editors' lists say of a measure that no public page says in one cell."""

from actionplan.models import MeasurePage
from actionplan.timeliness import Timeliness

NOTHING = "–"


def time_in_words(measure: MeasurePage) -> str:
    """When the measure is to be ready, and whether it is late: "juni 2026, försenad"."""
    if measure.is_continuous:
        return "Löpande"
    if measure.due is None:
        return ""
    late = measure.timeliness is Timeliness.LATE
    return f"{measure.due}, försenad" if late else str(measure.due)

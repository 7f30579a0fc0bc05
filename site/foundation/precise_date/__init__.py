"""Dates that are known to the day, the month, the quarter or only the year."""

from foundation.precise_date.dates import PreciseDate, Precision
from foundation.precise_date.fields import PreciseDateField
from foundation.precise_date.parsing import parse

__all__ = ["PreciseDate", "PreciseDateField", "Precision", "parse"]

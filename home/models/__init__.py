"""The start page and the pages that always stand."""

from home.models.accessibility_statement import AccessibilityStatementPage
from home.models.home import HomePage
from home.models.standard import StandardPage

__all__ = ["AccessibilityStatementPage", "HomePage", "StandardPage"]

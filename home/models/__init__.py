"""The start page, the pages that always stand, and the record of the demonstration."""

from home.models.accessibility_statement import AccessibilityStatementPage
from home.models.demo_item import DemoItem
from home.models.home import HomePage
from home.models.standard import StandardPage

__all__ = ["AccessibilityStatementPage", "DemoItem", "HomePage", "StandardPage"]

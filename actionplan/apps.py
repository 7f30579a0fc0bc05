"""The actionplan app."""

from django.apps import AppConfig


class ActionplanConfig(AppConfig):
    """The plan, its measures and how it goes with them."""

    name = "actionplan"
    verbose_name = "Åtgärdsplanen"

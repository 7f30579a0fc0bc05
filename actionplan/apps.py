"""The actionplan app."""

from django.apps import AppConfig


class ActionplanConfig(AppConfig):
    """The plan, its measures and how it goes with them."""

    name = "actionplan"
    verbose_name = "Åtgärdsplanen"

    def ready(self) -> None:
        """Listen to what happens to measures and their updates."""
        from actionplan import listening

        listening.connect()

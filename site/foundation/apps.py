"""The foundation app."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """What every page is made of."""

    name = "foundation"
    verbose_name = "Grunden"

    def ready(self) -> None:
        """Tell the caches of what is written, and teach SQLite the Swedish alphabet."""
        from foundation import publication, signals
        from foundation.swedish import sorting

        signals.connect()
        publication.connect()
        sorting.connect()

"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who may log in."""

    name = "accounts"
    verbose_name = "Konton"

    def ready(self) -> None:
        """Once the models are there."""
        from accounts import settings_panel

        settings_panel.demand_no_names()

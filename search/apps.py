"""The search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """How people and machines find what the site holds."""

    name = "search"
    verbose_name = "Sökning"

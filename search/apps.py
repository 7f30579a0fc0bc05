"""The search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """How people and machines find what the site holds."""

    name = "search"
    verbose_name = "Sökning"

    def ready(self) -> None:
        """Have what search engines ask for first at hand."""
        from django.urls import reverse

        from delivery.keeping import register_addresses

        register_addresses(lambda: [reverse("robots"), reverse("sitemap")])

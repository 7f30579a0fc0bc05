"""The search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """How people and machines find what the site holds."""

    name = "search"
    verbose_name = "Sökning"

    def ready(self) -> None:
        """Keep what is indexed as the pages are; have at hand what search engines ask for first."""
        from django.urls import reverse

        from delivery.keeping import register_addresses
        from foundation.blanking.copies import register_forgetter
        from search import listening
        from search.engines import index_now
        from search.indexing import forget_words

        listening.connect()
        index_now.connect()
        register_forgetter(forget_words)
        register_addresses(
            lambda: [reverse(name) for name in ("robots", "sitemap", "news_sitemap", "llms")]
        )

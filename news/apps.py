"""The news app."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """What the municipality is telling residents now: news, support and campaigns."""

    name = "news"
    verbose_name = "Nyheter och stöd"

    def ready(self) -> None:
        """Tell feeds, the calendar and programs what there is."""
        from foundation.feeds import calendar, entry
        from news import feeds, structured_data

        entry.register(feeds.news)
        calendar.register(feeds.activities)
        structured_data.register()

"""The news app."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """What the municipality is telling residents now: news, support and campaigns."""

    name = "news"
    verbose_name = "Nyheter och stöd"

    def ready(self) -> None:
        """Tell feeds, the calendar and programs what there is."""
        from delivery.keeping import register_addresses
        from foundation.feeds import calendar, entry
        from news import feeds, structured_data
        from news.models.news import pages_of_the_list

        entry.register(feeds.news)
        calendar.register(feeds.activities)
        structured_data.register()
        register_addresses(pages_of_the_list)

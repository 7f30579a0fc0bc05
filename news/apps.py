"""The news app."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """What the municipality is telling residents now: news, support and campaigns."""

    name = "news"
    verbose_name = "Nyheter och stöd"

    def ready(self) -> None:
        """Tell others what there is and what can be imported; open new articles with room for text."""
        from delivery.keeping import register_addresses
        from foundation.feeds import calendar, entry
        from foundation.importing import kinds
        from news import feeds, new_article, structured_data
        from news.importing.admin_form import ARTICLES
        from news.models.news import pages_of_the_list

        entry.register(feeds.news)
        calendar.register(feeds.activities)
        structured_data.register()
        new_article.connect()
        kinds.register(ARTICLES)
        register_addresses(pages_of_the_list)

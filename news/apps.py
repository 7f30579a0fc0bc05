"""The news app."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """What the municipality is telling residents now: news, support and campaigns."""

    name = "news"
    verbose_name = "Nyheter och stöd"

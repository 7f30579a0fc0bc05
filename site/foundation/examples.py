"""Which branches of the site are example data: a page so marked, with all that lies below it."""

import functools

from django.apps import apps
from wagtail.models import Page

from delivery import generation


def example_paths() -> list[str]:
    """The tree paths of all pages that are marked as examples, in one query."""
    querysets = [
        model.objects.filter(is_example=True).order_by().values_list("path", flat=True)
        for model in apps.get_models()
        if issubclass(model, Page) and hasattr(model, "is_example")
    ]
    return list(functools.reduce(lambda one, other: one.union(other, all=True), querysets))


def current_paths() -> list[str]:
    """The same, asked for once a generation."""
    return generation.kept("example_paths", example_paths)

"""Safe mode: pages for readers who may be watched by the one they live with.

A page in safe mode, with its whole branch, leaves nothing behind that tells what was read.
Its headers are set by `delivery.headers`; its words are those of `foundation.risk_words`.
"""

import functools

from django.apps import apps
from wagtail.models import Page

from delivery import generation


def page_types() -> list[type[Page]]:
    """The page types that can be put in safe mode."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Page) and hasattr(model, "safe_mode")
    ]


def safe_paths() -> list[str]:
    """The tree paths of all pages in safe mode, whatever their type, in one query."""
    querysets = [
        model.objects.filter(safe_mode=True).order_by().values_list("path", flat=True)
        for model in page_types()
    ]
    return list(functools.reduce(lambda one, other: one.union(other, all=True), querysets))


def current_paths() -> list[str]:
    """The same, asked for once a generation."""
    return generation.kept("safe_paths", safe_paths)


def outermost(paths: list[str]) -> list[str]:
    """Those of `paths` that lie below no other of them: where the branches begin."""
    return [path for path in paths if not covers([one for one in paths if one != path], path)]


def covers(paths: list[str], path: str) -> bool:
    """Whether the page at `path` lies in one of the branches that begin at `paths`."""
    return any(path.startswith(start) for start in paths)


def holds(addresses: list[str], address: str) -> bool:
    """Whether the address lies in one of the branches that begin at `addresses`."""
    whole = address if address.endswith("/") else f"{address}/"
    return whole.startswith(tuple(addresses))

"""Safe mode: pages for readers who may be watched by the one they live with.

A page in safe mode, with its whole branch, leaves nothing behind that tells what was read.
Its headers are set by `delivery.headers`; its words are checked here.
"""

import functools
import re

from django.apps import apps
from wagtail.models import Page

from delivery import generation

# Parts of words that would tell a bystander, in an address or a browser tab, what the page is about.
# Those that are whole words only ("hot") stand between word limits.
_RISK = re.compile(
    r"v[aå]ld|vinr|misshand|kvinnofrid|kvinnojour|mansjour|\b(hot|hotad|hotet)\b|hedersf|trakasser|"
    r"sexualbrott|v[aå]ldt[aä]kt|f[oö]rtryck|utsatt|stalk|skyddat-boende|skyddat boende|\bslag(en|it)?\b",
    re.IGNORECASE,
)


def risk_words(text: str) -> list[str]:
    """The words in `text` that would give the reader of a safe page away, in order."""
    return [match[0] for match in _RISK.finditer(text.replace("-", " "))]


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


def covers(paths: list[str], path: str) -> bool:
    """Whether the page at `path` lies in one of the branches that begin at `paths`."""
    return any(path.startswith(start) for start in paths)

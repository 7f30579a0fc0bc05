"""Jobs that leave something to see."""

from django.core.cache import cache
from django_tasks import task

from delivery.worker import BACKGROUND


@task(backend=BACKGROUND)
def remember(word: str) -> None:
    """Add a word to those that are remembered."""
    cache.set("words", [*cache.get("words", []), word])


@task(backend=BACKGROUND)
def fail() -> None:
    """Go wrong."""
    raise ValueError("as meant")

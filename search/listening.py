"""What the search hears of when pages are published, moved and taken away."""

import threading
from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_unpublished, post_page_move

from delivery import generation
from foundation.pages import BasePage


def connect() -> None:
    """Keep what is indexed as the pages are, once it is committed, and synonyms as editors say."""
    from search.models import Synonyms

    for signal in (post_save, post_delete):
        signal.connect(_renamed, sender=Synonyms, dispatch_uid="search.synonyms")
    post_save.connect(_saved, dispatch_uid="search.saved")
    page_unpublished.connect(_unpublished, dispatch_uid="search.unpublished")
    post_page_move.connect(_moved, dispatch_uid="search.moved")


class _Waiting(threading.local):
    """The pages that this thread has written and not yet indexed."""

    def __init__(self) -> None:
        self.pages: set[int] = set()


_waiting = _Waiting()


def _saved(instance: object, raw: bool = False, **kwargs: object) -> None:
    # Wagtail saves the plain page of a moved or copied branch too; only what readers see is told.
    if isinstance(instance, BasePage) and instance.live and not raw:
        _waiting.pages.add(instance.pk)
        # Robust: a page is published, whatever happens to what is written down about it.
        transaction.on_commit(partial(_index, instance.pk), robust=True)


def _index(page: int) -> None:
    """Index the page, once however often the transaction has saved it."""
    from search import indexing

    if page in _waiting.pages:
        _waiting.pages.discard(page)
        indexing.index(Page.objects.filter(pk=page))


def _unpublished(instance: Page, **kwargs: object) -> None:
    from search import indexing

    indexing.forget([instance.pk])


def _moved(**kwargs: object) -> None:
    from search import indexing

    transaction.on_commit(indexing.follow_moves)


def _renamed(**kwargs: object) -> None:
    generation.advance()

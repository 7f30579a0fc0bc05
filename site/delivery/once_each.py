"""Wagtail's own jobs, done at once; or, where very much is saved in one go, once for each thing.

A page that is made, kept as a version and published is saved four times, and each time Wagtail
brings its own search and its index of references up to date. In between nobody asks them.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django_tasks.backends.immediate import ImmediateBackend


class _Gathered(threading.local):
    """The jobs that this thread has put off, by what they are about."""

    def __init__(self) -> None:
        self.jobs: dict[tuple, Callable[[], object]] | None = None


_gathered = _Gathered()


class AtOnce(ImmediateBackend):
    """Does a job when it is asked for, or at the end of `once_each`."""

    def enqueue(self, task, args, kwargs):
        """Do it; or remember it, unless the same is remembered already."""

        def do():
            return super(AtOnce, self).enqueue(task, args, kwargs)

        if _gathered.jobs is None:
            return do()
        about = (task.module_path, *args, *sorted(kwargs.items()))
        _gathered.jobs.setdefault(about, do)
        return None


@contextmanager
def once_each() -> Iterator[None]:
    """Put off Wagtail's jobs to the end of the block; if it fails, they are not done.

    Inside a transaction, so that what is saved and what is known of it hold together.
    """
    if _gathered.jobs is not None:
        yield
        return
    _gathered.jobs = {}
    try:
        yield
        jobs = list(_gathered.jobs.values())
    finally:
        _gathered.jobs = None
    for do in jobs:
        do()

"""What a letter may say: it shows on locked screens, and is read over shoulders.

Of a page in safe mode it says the neutral title and nothing more. Which page a task is about it
says, or is read from the address of its form, so that whoever tells the desk of something need not think of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from wagtail.models import Page

from foundation import safe_mode
from foundation.attention import Matter, Task
from foundation.risk_words import risk_words

SEEN_WHEN_LOGGED_IN = "Rubriken visas när du har loggat in"


def discreet(matters: list[Matter]) -> list[Matter]:
    """The same matters, in words that give nobody away; at most a few queries for all of them."""
    tasks = list(chain.from_iterable(matter.tasks for matter in matters))
    neutral = _neutral_titles(filter(None, map(_page_of, tasks)))
    return [
        replace(matter, tasks=[_discreet(task, neutral) for task in matter.tasks])
        for matter in matters
    ]


def _discreet(task: Task, neutral: dict[int, str]) -> Task:
    page = _page_of(task)
    if page in neutral:
        return replace(task, title=neutral[page], reason="")
    # What is said of a page outside safe mode anybody may read; a register has no such choice.
    if page is None and risk_words(f"{task.title} {task.reason}"):
        return replace(task, title=SEEN_WHEN_LOGGED_IN, reason="")
    return task


def _page_of(task: Task) -> int | None:
    """The key of the page whose form the task leads to, or of the page that it adds one below."""
    if task.page:
        return task.page
    try:
        match = resolve(urlsplit(task.address).path)
    except Resolver404:
        return None
    if match.namespace != "wagtailadmin_pages":
        return None
    return match.kwargs.get("page_id") or match.kwargs.get("parent_page_id")


def _neutral_titles(keys: Iterable[int]) -> dict[int, str]:
    pages = Page.objects.filter(pk__in=set(keys))
    paths = safe_mode.current_paths()
    safe = [pk for pk, path in pages.values_list("pk", "path") if safe_mode.covers(paths, path)]
    return {
        page.pk: getattr(page, "browser_title", SEEN_WHEN_LOGGED_IN)
        for page in Page.objects.filter(pk__in=safe).specific()
    }

"""A search engine that comes back with what it was told gets "not changed", and never an old page."""

import re
from urllib.parse import urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler

from delivery.page_cache import PageCache
from delivery.shelf import Shelf
from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outside_a_request")]

LISTS = ("/sitemap.xml", "/sitemap-nyheter.xml", "/llms.txt", "/robots.txt")


def crawl(ask, cache, known):
    """Every address of the sitemap with its status; what was told of each is remembered."""
    pages = re.findall("<loc>(.*?)</loc>", ask(cache, "/sitemap.xml").body.decode())
    paths = [urlsplit(page).path for page in pages]
    # Those that the site makes itself have no twin.
    twins = [f"{path}index.md" for path in paths]
    statuses = {}
    for path in [*paths, *twins, *LISTS]:
        etag, _ = known.get(path, ("", b""))
        answer = ask(cache, path, if_none_match=etag) if etag else ask(cache, path)
        statuses[path] = int(answer.status.split()[0])
        if statuses[path] == 200:
            known[path] = answer.headers["ETag"], answer.body
    return statuses


def test_nothing_is_fetched_twice_and_nothing_old_is_kept(
    ask, home, plan, area, tmp_path, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        home, plan, area = (type(page).objects.get(pk=page.pk) for page in (home, plan, area))
        for _ in range(3):
            measure = MeasurePageFactory(parent=area)
            StatusUpdatePageFactory(parent=measure)
        other = FocusAreaPageFactory(parent=plan, title="Trygga hem")
        news = NewsIndexPageFactory(parent=home, slug="nyheter")
        NewsPageFactory(parent=news)
    cache, known = PageCache(WSGIHandler(), Shelf(tmp_path / "kept")), {}

    first = crawl(ask, cache, known)
    assert set(first.values()) == {200}
    assert len(first) > 20

    second = crawl(ask, cache, known)
    unchanged = sum(status == 304 for status in second.values())
    assert unchanged / len(second) >= 0.99

    # One page changes, and readers of some others see it too.
    with django_capture_on_commit_callbacks(execute=True):
        StatusUpdatePageFactory(parent=type(measure).objects.get(pk=measure.pk), slug="ny")
    third = crawl(ask, cache, known)
    anew = PageCache(WSGIHandler(), Shelf(tmp_path / "empty"))
    for path in third:
        assert known[path][1] == ask(anew, path).body, path
    changed = {path for path, status in third.items() if status == 200}
    assert {measure.url, area.url, plan.url, "/", "/sitemap.xml"} <= changed
    assert third[other.url] == third[news.url] == 304

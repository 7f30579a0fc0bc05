"""Whatever an editor changes, the next reader of every page gets what Django would say now."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from actionplan.status import MeasureStatus
from delivery.page_cache import PageCache
from delivery.shelf import Shelf
from foundation.settings import SiteSettings
from search import indexing
from tests.factories import (
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StatusUpdatePageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outside_a_request")]


class Pages:
    """The pages that the editor works with."""

    def __init__(self, home, plan, area):
        self.home, self.plan, self.area = home, plan, area
        self.organisation = OrganisationFactory(name="Kommunledningen")
        self.measure = MeasurePageFactory(
            parent=area, title="Ett tryggare torg", publisher=self.organisation
        )
        self.update = StatusUpdatePageFactory(parent=self.measure)
        self.news_index = NewsIndexPageFactory(parent=home)
        self.news = NewsPageFactory(parent=self.news_index, title="Ny belysning")

    @property
    def addresses(self):
        pages = [
            *(self.home, self.plan, self.area, self.measure, self.update),
            *(self.news_index, self.news),
        ]
        feeds = ["/flode/allt.atom", "/flode/kalender.ics", f"{self.measure.url}flode.atom"]
        data = ["/oppna-data/atgarder.csv", "/oppna-data/lagesrapporter.json", "/datasets/dcat"]
        exits = ["/sitemap.xml", "/robots.txt", "/gammal/"]
        return [*(page.url for page in pages), *exits, *feeds, *data]


def publish(page, **changes):
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def save(row, **changes):
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()


def again(page):
    return type(page).objects.get(pk=page.pk)


EDITS = {
    "a new status": lambda pages: StatusUpdatePageFactory(
        parent=again(pages.measure), status=MeasureStatus.DONE
    ),
    "another title": lambda pages: publish(pages.measure, title="Ett ljusare torg"),
    "another address": lambda pages: publish(pages.measure, slug="ljusare-torg"),
    "taken down": lambda pages: again(pages.measure).unpublish(),
    "deleted": lambda pages: again(pages.news).delete(),
    "moved": lambda pages: again(pages.news).move(again(pages.plan), pos="last-child"),
    "made private": lambda pages: PageViewRestriction.objects.create(
        page=pages.measure.page_ptr, restriction_type=PageViewRestriction.LOGIN
    ),
    "another name of the site": lambda pages: save(
        SiteSettings.objects.get(), name="Trygga Hagfors"
    ),
    "another name of the publisher": lambda pages: save(pages.organisation, name="Samhälle"),
    "an old address leads on": lambda pages: Redirect.objects.create(
        old_path="/gammal", redirect_page=pages.plan.page_ptr
    ),
}


@pytest.fixture
def read(ask):
    """What readers see at each address; some headers of a refusal tell the time."""

    def read(cache, addresses):
        told = {address: ask(cache, address) for address in addresses}
        return {
            address: (one.status, one.headers.get("Location"), one.headers.get("ETag"), one.body)
            for address, one in told.items()
        }

    return read


@pytest.mark.parametrize("edit", EDITS)
def test_every_exit_tells_of_an_edit_at_once(
    edit, read, home, plan, area, tmp_path, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        pages = Pages(home, plan, area)
    site = WSGIHandler()
    cache, other_process = (PageCache(site, Shelf(tmp_path / "kept")) for _ in range(2))
    addresses = pages.addresses
    before = read(cache, addresses)
    assert read(other_process, addresses) == before

    with django_capture_on_commit_callbacks(execute=True):
        EDITS[edit](pages)

    keeps_nothing = PageCache(site, Shelf(tmp_path / "empty"))
    now = read(keeps_nothing, addresses)
    assert read(cache, addresses) == now
    assert read(other_process, addresses) == now
    assert now != before


def test_a_draft_disturbs_nothing_that_is_kept(
    ask, measure, tmp_path, django_capture_on_commit_callbacks
):
    cache = PageCache(WSGIHandler(), Shelf(tmp_path))
    indexing.index(Page.objects.filter(pk=measure.pk))
    ask(cache, measure.url)
    kept = cache.shelf.from_disk(f"{measure.url}?")

    with django_capture_on_commit_callbacks(execute=True):
        page = again(measure)
        page.title = "Under arbete"
        page.save_revision()
    ask(cache, measure.url)

    assert cache.shelf.from_disk(f"{measure.url}?") == kept

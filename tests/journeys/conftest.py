"""A small site that people can walk through, and the people themselves."""

import threading

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.handlers.wsgi import WSGIHandler
from django.test import TestCase
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect

from actionplan.models import PlanPage
from foundation.settings import SiteSettings
from home.layout import lay_out
from home.roles import make_roles
from tests import noting
from tests.factories import FocusAreaPageFactory, HelpContactFactory, MeasurePageFactory
from tests.journeys.elsewhere import somewhere_else

# Two shared cores may be slow; a journey is about what happens, not about how soon.
expect.set_options(timeout=20_000)

PASSWORD = "en lång lösenfras för prov"


class Door:
    """Lets requests in one at a time, and none once the journey is over.

    On SQLite in memory all threads of the server share one connection, whose savepoints would
    cross. And a browser goes on asking while the database is already made ready for the next test.
    """

    def __init__(self) -> None:
        self.lock, self.is_open = threading.Lock(), False

    def guard(self, handle):
        """The handler with this door in front of it."""

        def through(handler, environ, start_response):
            with self.lock:
                if not self.is_open:
                    start_response("503 Service Unavailable", [])
                    return []
                answer = handle(handler, environ, start_response)
                try:
                    return [b"".join(answer)]
                finally:
                    answer.close()

        return through

    def set(self, is_open: bool) -> None:
        """Open or close it, once nobody is in it."""
        with self.lock:
            self.is_open = is_open


@pytest.fixture(scope="session")
def door():
    door = Door()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WSGIHandler, "__call__", door.guard(WSGIHandler.__call__))
        yield door


@noting.once
def lay_out_small_site() -> None:
    # What follows upon a publication, as the index, is part of what is put back.
    with TestCase.captureOnCommitCallbacks(execute=True):
        layout = lay_out()
        make_roles()
        area = FocusAreaPageFactory(parent=layout.plan, title="Trygga platser")
        MeasurePageFactory(
            parent=area, title="Ett tryggare torg", summary="Torget ska bli tryggare."
        )


@pytest.fixture
def site(door, live_server):
    """A laid out site with one focus area and one measure, served on a port of its own."""
    lay_out_small_site()
    door.set(is_open=True)
    yield live_server.url
    door.set(is_open=False)


@pytest.fixture
def log_in(page, site):
    """Logs somebody with the given role in, as they do it themselves; gives their browser."""

    def as_member_of(role: str, page: BrowserPage = page) -> BrowserPage:
        user = get_user_model().objects.create_user(role.lower(), password=PASSWORD)
        user.groups.add(Group.objects.get(name=role))
        page.goto(f"{site}/redaktion/")
        page.locator("input[name=username]").fill(user.username)
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Logga in").click()
        expect(page).to_have_url(f"{site}/redaktion/")
        return page

    return as_member_of


@pytest.fixture
def resident(browser, site):
    """The browser of somebody who lives here: never logged in, and without JavaScript."""
    context = browser.new_context(base_url=site, java_script_enabled=False, locale="sv-SE")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def elsewhere():
    """Another website, on this machine."""
    with somewhere_else() as website:
        yield website


@pytest.fixture
def safe_site(site, elsewhere):
    """The site with numbers to call and a second branch in safe mode; its exit leads elsewhere."""
    plan = PlanPage.objects.get()
    area = FocusAreaPageFactory(
        parent=plan, title="Trygga hem", slug="hem", safe_mode=True, safe_title="Ett område"
    )
    MeasurePageFactory(parent=area, title="Stöd till fler", slug="stod", safe_title="En åtgärd")
    HelpContactFactory(phone="020-50 50 50", website=f"{elsewhere.url}/linjen")
    settings = SiteSettings.load()
    settings.exit_url = f"{elsewhere.url}/vader"
    settings.save()
    return site

"""What stops being public is gone from the copies too: asked through them, and on the disk."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.utils import timezone

from actionplan.models import FocusAreaPage, MeasurePage
from delivery.page_cache import PageCache
from delivery.shelf import Shelf
from tests.factories import FocusAreaPageFactory, MeasurePageFactory
from tests.leaks.making import GROUPS, LOGIN, restrict
from tests.wsgi import ask, outside_a_request

pytestmark = pytest.mark.django_db

WORD, ADDRESS = "zqzzzzx", "slussen"
EXITS = [
    *("/", "/atgardsplan/", "/atgardsplan/trygga-platser/", "/sitemap.xml"),
    *("/atgardsplan/flode.atom", "/flode/allt.atom", "/oppna-data/atgarder.csv"),
    *("/oppna-data/atgarder.json", "/api/v1/atgarder", "/atgardsplan/vad-har-hant/?sedan=2020"),
    *(f"/atgardsplan/trygga-platser/{ADDRESS}/", f"/sok/?q={ADDRESS}"),
]


def unpublish(measure):
    measure.unpublish()


def unpublish_above(measure):
    FocusAreaPage.objects.get(title="Trygga platser").unpublish()


def make_private(measure):
    restrict(measure, LOGIN)


def make_private_for_a_group(measure):
    restrict(measure, GROUPS)


def make_private_above(measure):
    restrict(measure.get_parent(), LOGIN)


def move_below_a_private_page(measure):
    hidden = FocusAreaPageFactory(
        parent=measure.get_parent().get_parent().specific, title="Bara för oss"
    )
    restrict(hidden)
    MeasurePage.objects.get(pk=measure.pk).move(hidden, pos="last-child")


def delete(measure):
    MeasurePage.objects.get(pk=measure.pk).delete()


def expire(measure):
    MeasurePage.objects.filter(pk=measure.pk).update(expire_at=timezone.now())
    call_command("publish_scheduled", verbosity=0)


def reword(measure):
    measure.summary, measure.goal = "Nya ord.", ""
    measure.save_revision().publish()


TRANSITIONS = [
    *(unpublish, unpublish_above, make_private, make_private_for_a_group, make_private_above),
    *(move_below_a_private_page, delete, expire, reword),
]


@pytest.fixture
def front(settings, tmp_path):
    """The site behind its copies, as the web server has it, and where they lie on the disk."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    with outside_a_request():
        yield PageCache(WSGIHandler(), Shelf(tmp_path / "pages"))


def told(front, address):
    """What a reader is told: status, headers and body."""
    path, _, query = address.partition("?")
    answer = ask(front, path, query)
    return f"{answer.status} {answer.headers}".encode() + answer.body


def where_it_stands(front):
    return {address for address in EXITS if WORD.encode() in told(front, address)}


def copies_with_it(folder):
    """The copies on the disk that hold the word."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if WORD.encode() in path.read_bytes()]


@pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda change: change.__name__)
def test_a_copy_of_what_was_public_is_shown_to_nobody(
    transition, front, tmp_path, area, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        measure = MeasurePageFactory(parent=area, title="Slussen", slug=ADDRESS, summary=WORD)
        measure.goal = WORD
        measure.save_revision().publish()
    before = where_it_stands(front)
    assert len(before) > 6
    assert copies_with_it(tmp_path)

    with django_capture_on_commit_callbacks(execute=True):
        transition(MeasurePage.objects.get(pk=measure.pk))

    assert where_it_stands(front) == set()
    # Those that were asked for again lie there as they are now; none waits there to stand in.
    assert not copies_with_it(tmp_path)

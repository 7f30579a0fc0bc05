"""What is promised of every type of page holds, in every state of it; `make pages` measures more."""

from importlib.resources import files

import pytest
from django.db import transaction

from foundation.media import SiteRendition
from tests import real_site
from tests.in_process import SITE, Site
from tests.pages.markup import faults
from tests.pages.promises import Finding, judged
from tests.pages.sight import PHONE, look

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(put_demonstration_back, django_db_blocker):
    """The site, with nothing on it that is an example."""
    with django_db_blocker.unblock(), transaction.atomic():
        put_demonstration_back()
        real_site.make_real()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def phone(browser):
    """One phone for all pages: what one of them left behind, the next would find."""
    context = browser.new_context(**PHONE, locale="sv-SE")
    yield context, Site(context)
    context.close()


@pytest.fixture(scope="module")
def axe():
    """The script that finds accessibility faults."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text()


@pytest.mark.parametrize("kind", real_site.KINDS, ids=lambda kind: kind.name)
def test_a_page_is_light_valid_open_to_everyone_and_leaves_no_trace(kind, built, phone, axe):
    context, site = phone
    address = SITE + kind.address
    sight = look(context, kind, SITE, axe)
    answers = {url: site.fetch(url) for url in sight.fetched}
    answers[address] = site.fetch(address, kind.method)
    html = answers[address].plain.decode()

    row = judged(Finding(kind, address, answers, sight, faults(html)))
    # It is the server that compresses, and there is none here.
    del row["opackat 0"]

    # Each fault that axe finds is told with its criterion of WCAG.
    assert [reason for cell in row.values() for reason in cell.broken] == []


def test_no_visit_makes_a_picture(client, built):
    made = SiteRendition.objects.count()
    for kind in real_site.KINDS:
        client.generic(kind.method, kind.address)

    assert SiteRendition.objects.count() == made > 0

"""A page that gets a new address is found at the old one too, as long as it may be seen."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from tests.factories import (
    FocusAreaPageFactory,
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    StatusUpdatePageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Give a page another address, as an editor who publishes does."""

    def rename(page, slug):
        page = type(page).objects.get(pk=page.pk)
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return rename


def test_the_old_address_leads_to_the_new_one_in_one_step(client, rename, area, measure):
    update = StatusUpdatePageFactory(parent=measure)
    rename(area, "trygga-torg")
    rename(area, "trygga-platser-och-torg")

    for old, new in (
        (area.url, "/atgardsplan/trygga-platser-och-torg/"),
        ("/atgardsplan/trygga-torg/", "/atgardsplan/trygga-platser-och-torg/"),
        (measure.url, f"/atgardsplan/trygga-platser-och-torg/{measure.slug}/"),
        (update.url, f"/atgardsplan/trygga-platser-och-torg/{measure.slug}/{update.slug}/"),
        (f"{measure.url}?utm=brev", f"/atgardsplan/trygga-platser-och-torg/{measure.slug}/"),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer.url) == (301, new)
        assert client.get(new).status_code == 200


def test_so_do_the_files_beside_a_page(client, rename, plan, area, measure):
    """Who subscribes to a measure goes on reading of it, and stops asking when it is gone."""
    indicator = IndicatorPageFactory(
        parent=IndicatorIndexPageFactory(parent=plan), title="Hur många?"
    )
    files = [(measure, "flode.atom"), (measure, "index.md"), (area, "flode.atom")]
    files += [(indicator, "varden.csv"), (indicator, "varden-excel.csv")]
    old = {(page.pk, file): f"{page.url}{file}" for page, file in files}
    rename(indicator, "hur-manga-nu")
    rename(measure, "ett-annat-namn")
    rename(area, "trygga-torg")

    for page, file in files:
        now = f"{Page.objects.get(pk=page.pk).url}{file}"
        answer = client.get(old[page.pk, file])
        assert (answer.status_code, answer.url) == (301, now)
        assert client.get(now).status_code == 200

    Page.objects.get(pk=measure.pk).specific.unpublish()
    assert client.get(old[measure.pk, "flode.atom"]).status_code == 410
    assert client.get("/atgardsplan/trygga-torg/finns-inte.atom").status_code == 404


def test_so_does_the_address_that_a_page_was_moved_from(
    client, django_capture_on_commit_callbacks, plan, measure
):
    other = FocusAreaPageFactory(parent=plan, title="Trygga hem")
    old = measure.url

    with django_capture_on_commit_callbacks(execute=True):
        measure.move(other, pos="last-child")

    answer = client.get(old)
    assert (answer.status_code, answer.url) == (301, f"{other.url}{measure.slug}/")


def test_an_old_address_never_leads_to_a_page_that_may_not_be_seen(client, rename, area, measure):
    old = measure.url
    rename(area, "trygga-torg")

    measure.refresh_from_db()
    measure.unpublish()
    assert client.get(old).status_code == 410

    measure.save_revision().publish()
    assert client.get(old).status_code == 301

    PageViewRestriction.objects.create(page=area, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(old)
    assert answer.status_code == 404
    assert "trygga-torg" not in answer.content.decode()


def test_an_address_in_use_again_is_the_new_page(client, rename, plan, area):
    old = area.url
    rename(area, "trygga-torg")

    again = FocusAreaPageFactory(parent=plan, slug=area.slug)

    assert client.get(old).context["page"].pk == again.pk


def test_administrators_redirects_work_too(client, home):
    Redirect.objects.create(old_path="/brottsplan", redirect_link="/atgardsplan/")
    Redirect.objects.create(
        old_path="/tipsa", redirect_link="https://polisen.se/", is_permanent=False
    )
    Redirect.objects.create(old_path="/tom", redirect_link="")
    Redirect.objects.create(old_path="/filer/matt.csv", redirect_link="/oppna-data/")

    assert client.get("/brottsplan/").status_code == 301
    assert client.get("/brottsplan/?x=1").url == "/atgardsplan/"
    assert client.get("/tipsa/").status_code == 302
    assert client.get("/tom/").status_code == 404
    assert client.get("/filer/matt.csv").url == "/oppna-data/"
    # Only a page of ours has files beside it.
    assert client.get("/tipsa/flode.atom").url == "https://polisen.se/"


def test_strange_addresses_lead_nowhere(client, home):
    for address in ("/%00/", "/%FF/", "/a%0Ab/", "/?" + "x" * 5000, "/" + "å" * 2000 + "/"):
        assert client.get(address).status_code in (200, 404), address

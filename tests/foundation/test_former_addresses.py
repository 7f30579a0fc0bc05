"""What was public and is so no more says that it is gone; nothing else says anything."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from actionplan.models import FocusAreaPage
from foundation.former_addresses import FormerAddress
from tests.factories import (
    CampaignPageFactory,
    FocusAreaPageFactory,
    MeasurePageFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
)
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db


def shut(page) -> None:
    """Let only those who log in read the page."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def unpublish(page):
    """As an editor does."""
    type(page).objects.get(pk=page.pk).unpublish()


def delete(page):
    """As an editor does."""
    type(page).objects.get(pk=page.pk).delete()


@pytest.mark.parametrize("take_away", [unpublish, delete])
def test_what_was_public_says_that_it_is_gone_and_all_below_it_too(
    client, take_away, area, measure
):
    update = StatusUpdatePageFactory(parent=measure)

    take_away(measure)

    for page in (measure, update):
        answer = client.get(page.url)
        assert answer.status_code == 410
        assert "<h1>Sidan finns inte längre</h1>" in answer.text
        assert f'<a href="{area.url}">{area.title}</a>' in answer.text
        assert '<meta name="robots" content="noindex">' in answer.text
        assert measure.title not in answer.text
        assert not answer.cookies
    assert client.get(area.url).status_code == 200


@pytest.mark.parametrize("take_away", [unpublish, delete])
def test_what_nobody_could_read_never_was(client, take_away, area, measure):
    draft = MeasurePageFactory(parent=area, live=False)
    private = MeasurePageFactory(parent=area)
    shut(private)
    below_draft = MeasurePageFactory(
        parent=FocusAreaPageFactory(parent=area.get_parent(), title="Utkast", live=False)
    )
    private_below = StatusUpdatePageFactory(parent=measure)
    shut(private_below)

    for page in (draft, private, below_draft, measure):
        take_away(page)

    for page in (draft, private, below_draft):
        assert client.get(page.url).status_code == 404, page
    # What stands below what was taken away, but was for some only.
    assert client.get(private_below.url).status_code == 404
    assert client.get(measure.url).status_code == 410


def test_what_is_private_now_never_was_wherever_it_stood(
    client, django_capture_on_commit_callbacks, area, measure
):
    other = MeasurePageFactory(parent=area)
    old = other.url
    other.slug = "annan"
    with django_capture_on_commit_callbacks(execute=True):
        other.save_revision().publish()
    unpublish(measure)
    assert client.get(old).status_code == 301
    assert client.get(measure.url).status_code == 410

    shut(area)

    assert client.get(old).status_code == 404
    assert client.get(measure.url).status_code == 404


def test_an_old_address_says_so_when_the_page_is_gone_from_the_new_one(
    client, django_capture_on_commit_callbacks, area, measure
):
    old = measure.url
    measure.slug = "nytt-namn"
    with django_capture_on_commit_callbacks(execute=True):
        measure.save_revision().publish()
    assert client.get(old).status_code == 301

    delete(measure)

    assert client.get(old).status_code == 410
    assert client.get(f"{area.url}nytt-namn/").status_code == 410


def test_what_is_moved_to_where_nobody_may_look_is_gone_or_never_was(
    client, django_capture_on_commit_callbacks, plan, area, measure
):
    draft = FocusAreaPageFactory(parent=plan, title="Utkast", live=False)
    old = measure.url

    with django_capture_on_commit_callbacks(execute=True):
        measure.move(draft, pos="last-child")
    assert client.get(old).status_code == 410

    shut(draft)
    assert client.get(old).status_code == 404


def test_an_address_in_use_again_is_the_new_page(client, area, measure):
    delete(measure)
    again = MeasurePageFactory(parent=area, slug=measure.slug)

    assert client.get(measure.url).context["page"].pk == again.pk


def test_in_a_safe_branch_it_tells_nothing_and_leaves_nothing(client, home, subtests):
    top = SupportPageFactory(parent=home)
    page = CampaignPageFactory(
        parent=top, title="En vecka fri från våld", safe_title="En vecka", slug="vecka"
    )
    unpublish(page)

    for gone in (page, top):
        with subtests.test(gone.url):
            if gone is top:
                delete(top)
            answer = client.get(page.url)
            assert answer.status_code == 410
            assert answer["Cache-Control"] == "no-store"
            assert answer["Referrer-Policy"] == "no-referrer"
            assert "Lämna sidan snabbt" in answer.text
            assert "våld" not in answer.text
            assert top.title not in answer.text.partition("<main")[2]
            assert 'href="/sok/"' not in answer.text


def test_those_who_run_the_site_let_it_forget_an_address_and_nobody_else_does(client, measure):
    unpublish(measure)
    make_roles()
    kept = FormerAddress.objects.get()
    delete_it = reverse("tidigare-adresser:delete", args=[kept.pk])
    client.force_login(member_of("Kommunikatör"))
    client.post(delete_it)
    assert FormerAddress.objects.exists()

    client.force_login(member_of("Systemförvaltare"))
    assert measure.url in client.get(reverse("tidigare-adresser:index")).text
    client.post(delete_it)
    client.logout()

    assert client.get(measure.url).status_code == 404


def test_strange_addresses_say_nothing(client, home):
    for address in ("/%00/", "/%FF/", "/" + "å" * 3000 + "/", "/x" * 900 + "/"):
        assert client.get(address).status_code in (301, 404), address


def test_a_branch_costs_the_same_number_of_queries_however_many_pages_it_holds(plan, area):
    def queries(page):
        page = FocusAreaPage.objects.get(pk=page.pk)
        with CaptureQueriesContext(connection) as captured:
            page.unpublish()
        return len(captured)

    MeasurePageFactory(parent=area)
    few = queries(area)
    other = FocusAreaPageFactory(parent=plan, title="Trygga hem")
    for _ in range(6):
        MeasurePageFactory(parent=other)
    assert queries(other) <= few
    assert FormerAddress.objects.count() == 9


def test_reading_writes_nothing(client, measure):
    unpublish(measure)
    client.get(measure.url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(measure.url).status_code == 410
        assert client.get("/finns-inte/").status_code == 404
    assert len(captured) < 20
    assert not [q for q in captured if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]

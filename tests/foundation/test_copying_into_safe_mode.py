"""A page copied into a branch in safe mode is in safe mode, and nothing telling becomes public there."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from home.models import StandardPage
from tests.factories import PublishedPageFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db


class StandardPageFactory(PublishedPageFactory):
    class Meta:
        model = StandardPage


@pytest.fixture
def safe(home):
    """A branch in safe mode."""
    return StandardPageFactory(parent=home, title="Stöd", safe_mode=True)


@pytest.fixture
def copy(client, home):
    """The communicator copies a page; gives the answer."""
    make_roles()
    client.force_login(member_of("Kommunikatör"))

    def copied(page, parent, **choices):
        fields = {
            "new_title": page.title,
            "new_slug": f"{page.slug}-igen",
            "new_parent_page": parent.pk,
            **choices,
        }
        return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), fields)

    return copied


def test_a_copy_that_is_published_at_once_leaves_no_traces_as_the_branch_does(
    client, home, safe, copy
):
    page = StandardPageFactory(parent=home, title="Våra öppettider")
    assert "no-store" not in client.get(page.url).get("Cache-Control", "")

    assert copy(page, safe, publish_copies="on").status_code == 302

    (kept,) = Page.objects.child_of(safe).specific()
    assert kept.live
    assert kept.in_safe_branch
    client.logout()
    answer = client.get(kept.url)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("choice", ["publish_copies", "alias"])
def test_what_tells_is_not_published_by_copying_it(home, safe, copy, choice):
    page = StandardPageFactory(parent=home, title="Hjälp vid våld i nära relationer", slug="vinr")

    answer = copy(page, safe, **{choice: "on"})

    assert answer.status_code == 200
    assert "Kopiera utan att publicera" in answer.text
    assert "”Hjälp vid våld i nära relationer”" in answer.text
    assert not Page.objects.child_of(safe).exists()


def test_nor_is_a_telling_page_below_the_one_that_is_copied(home, safe, copy):
    page = StandardPageFactory(parent=home, title="Öppettider")
    StandardPageFactory(parent=page, title="Misshandel", slug="tider")

    answer = copy(page, safe, publish_copies="on", copy_subpages="on")
    assert "”Misshandel”" in answer.text
    assert not Page.objects.child_of(safe).exists()

    assert copy(page, safe, publish_copies="on").status_code == 302


def test_as_a_draft_it_may_be_copied_and_beside_the_branch_it_may_be_published(home, safe, copy):
    page = StandardPageFactory(parent=home, title="Hjälp vid våld", slug="hjalp")

    assert copy(page, safe).status_code == 302
    assert copy(page, home, publish_copies="on").status_code == 302

    (draft,) = Page.objects.child_of(safe)
    assert not draft.live
    assert Page.objects.child_of(home).filter(title=page.title, live=True).count() == 2

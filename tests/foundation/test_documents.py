"""A reader reaches the files that a public page shows, an editor all of them."""

import pytest
import wagtail_factories
from django.contrib.auth.models import Group, Permission
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from tests.factories import SupportPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(db):
    return wagtail_factories.DocumentFactory(title="Planen", file__data=b"Text")


@pytest.fixture
def section(home):
    return published(home.add_child(instance=StandardPage(title="Om", live=False)))


@pytest.fixture
def linking(section, document):
    """A page that links to the document in its text."""
    link = f'<p><a linktype="document" id="{document.pk}">Planen</a></p>'
    draft = StandardPage(title="Planen", body=[("paragraph", link)], live=False)
    return section.add_child(instance=draft)


@pytest.fixture
def editor(django_user_model):
    """Somebody who may do nothing but log in to the admin."""
    group = Group.objects.create(name="Läsare")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = django_user_model.objects.create_user("lasare", password="lösenord")
    user.groups.add(group)
    return user


def published(page):
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def hide(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_what_a_public_page_links_to_is_handed_to_everybody(client, linking, document):
    published(linking)
    answer = client.get(document.url, headers={"accept-encoding": "gzip"})

    assert answer.getvalue() == b"Text"
    assert answer["Cache-Control"] == "no-cache"
    assert (answer["Content-Length"], "Content-Encoding" in answer) == ("4", False)
    assert client.get(document.url, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert client.post(document.url).status_code == 405


def test_a_file_that_nothing_refers_to_is_nobodys(client, home, document):
    assert client.get(document.url).status_code == 404


def test_a_file_of_a_draft_is_nobodys(client, linking, document):
    linking.save_revision()

    assert client.get(document.url).status_code == 404


def test_a_file_that_only_the_draft_of_a_public_page_links_to_is_nobodys(client, section, document):
    section.body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">Ny</a></p>')]
    section.save_revision()

    assert client.get(document.url).status_code == 404


@pytest.mark.parametrize("take_away", [StandardPage.unpublish, StandardPage.delete, hide])
@pytest.mark.parametrize("what", ["page", "section"])
def test_with_the_page_or_what_is_above_it_the_file_goes_too(
    client, linking, section, document, take_away, what
):
    published(linking)
    take_away({"page": linking, "section": section}[what])

    assert client.get(document.url).status_code == 404


def test_one_public_page_is_enough(client, linking, section, document):
    published(linking)
    other = section.add_child(instance=StandardPage(title="Också", body=linking.body, live=False))
    published(other)
    linking.unpublish()

    assert client.get(document.url).getvalue() == b"Text"


def test_an_editor_reaches_every_file_and_nobody_on_the_way_keeps_it(client, editor, document):
    client.force_login(editor)
    answer = client.get(document.url)

    assert answer.getvalue() == b"Text"
    assert answer["Cache-Control"] == "no-store"


def test_a_file_of_a_page_in_safe_mode_is_kept_nowhere(client, home, document):
    link = f'<p><a linktype="document" id="{document.pk}">Broschyr</a></p>'
    SupportPageFactory(parent=home, slug="stod-och-rad", body=[("paragraph", link)])
    answer = client.get(document.url)

    assert answer.getvalue() == b"Text"
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "no-referrer")


def test_the_name_must_be_right_too(client, linking, document):
    published(linking)

    assert client.get(f"/dokument/{document.pk}/annat.pdf").status_code == 404
    assert client.get(f"/dokument/{document.pk + 1}/{document.filename}").status_code == 404


def test_it_costs_as_many_queries_however_many_pages_refer_to_it(
    client, linking, section, document, django_assert_num_queries
):
    published(linking)
    for number in range(5):
        another = StandardPage(title=f"Sida {number}", body=linking.body, live=False)
        published(section.add_child(instance=another))
    client.get(document.url).getvalue()

    # The document, its references, the pages, and what Wagtail asks: the document again, whether
    # it is internal, and whether its collection is private.
    with django_assert_num_queries(7):
        client.get(document.url).getvalue()

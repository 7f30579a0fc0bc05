"""Pictures and documents keep no versions either: nobody's alt text is written over unknowingly."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from foundation.media import SiteDocument, SiteImage
from tests.admin_forms import opened_form
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db


def picture():
    return SiteImage.objects.create(
        title="Torget", file=get_test_image_file(), collection=Collection.get_first_root_node()
    ), "wagtailimages:edit"


def document():
    file = ContentFile(b"Planen", name="plan.txt")
    return SiteDocument.objects.create(title="Torget", file=file), "wagtaildocs:edit"


@pytest.fixture
def editors(area):
    """Kim and Robin, each in a browser of their own."""
    make_roles()
    clients = []
    for name in ("Kim", "Robin"):
        clients.append(Client())
        person = member_of("Kommunikatör", name=name.lower(), first_name=name, last_name="Ek")
        clients[-1].force_login(person)
    return clients


def filled(client, address):
    form = opened_form(client, address)
    form.pop("file", None)
    return form


@pytest.mark.parametrize(
    ("make", "field"), [(picture, "description"), (picture, "photographer"), (document, "title")]
)
def test_who_saves_on_old_ground_is_told_and_keeps_their_words(editors, make, field):
    kim, robin = editors
    thing, name = make()
    address = reverse(name, args=[thing.pk])
    form = filled(kim, address)
    robin.post(address, filled(robin, address) | {field: "En gran mitt på torget", "tags": "jul"})

    refused = kim.post(address, form | {field: "Torget i snö"})

    page = BeautifulSoup(refused.content, "html.parser")
    told = " ".join(page.get_text(" ").split())
    assert (refused.status_code, "Robin Ek sparade här den" in told) == (200, True)
    assert "”En gran mitt på torget”" in told
    assert "Taggar: ”jul”" in told
    thing.refresh_from_db()
    assert getattr(thing, field) == "En gran mitt på torget"
    kept = page.select_one(f"form [name={field}]")
    assert (kept.get("value") or kept.text.strip()) == "Torget i snö"

    again = form | {field: "Torget i snö", "tags": "jul"}
    again["opened_with"] = page.select_one("[name=opened_with]")["value"]
    assert kim.post(address, again).status_code == 302
    thing.refresh_from_db()
    assert getattr(thing, field) == "Torget i snö"


@pytest.mark.parametrize("make", [picture, document])
def test_who_saves_alone_is_not_disturbed(editors, make):
    kim, _ = editors
    thing, name = make()
    address = reverse(name, args=[thing.pk])

    for title in ("Torget i maj", "Torget i juni"):
        assert kim.post(address, filled(kim, address) | {"title": title}).status_code == 302
    thing.refresh_from_db()
    assert thing.title == "Torget i juni"

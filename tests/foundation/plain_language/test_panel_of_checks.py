"""The advice travels with the preview beside the form, and with nothing else."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from foundation.plain_language.reading import written_on
from foundation.plain_language.rules import advice_on
from tests.admin_forms import edit_address, opened_form
from tests.factories import StatusUpdatePageFactory
from tests.people import make_roles

pytestmark = pytest.mark.django_db

NUMBER = "900118-9811"


@pytest.fixture
def coordinator(client, measure):
    make_roles()
    person = get_user_model().objects.create_user("samordnare")
    person.groups.add(Group.objects.get(name="Samordnare"))
    client.force_login(person)
    return client


def previewed(client, page, **changes):
    """What the preview beside the form says of the text that stands in the form now."""
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    form = opened_form(client, edit_address(page)) | changes
    assert client.post(address, form).json()["is_valid"]
    return client.get(address, {"in_preview_panel": "true"})


def told(response):
    """The advice in a page, or nothing."""
    bar = BeautifulSoup(response.content, "html.parser").find("template")
    script = bar and bar.find("script", id="text-advice")
    return json.loads(script.string) if script else None


def test_what_is_not_yet_saved_is_advised_on(coordinator, measure):
    page = StatusUpdatePageFactory(parent=measure)
    words = f"Hör av dig till {NUMBER}." + " Vi ser en lampa." * 5

    found = told(
        previewed(coordinator, page, text=json.dumps(content_state(words)), status="ongoing")
    )

    assert [(one["quote"], one["path"]) for one in found["advice"]] == [(NUMBER, ["text"])]
    assert found["readability"][0]["name"] == "Hela texten"
    page.refresh_from_db()
    assert NUMBER not in page.text


def content_state(text):
    """Plain text as the editor of rich text sends it."""
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0}
    return {"blocks": [block | {"inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}


def test_a_reader_is_told_nothing_of_it_and_neither_is_an_editor_who_reads(
    coordinator, client, measure
):
    page = StatusUpdatePageFactory(parent=measure, text=f"<p>Hör av dig till {NUMBER}.</p>")

    as_editor = coordinator.get(page.url)
    assert b"checker-axe-configuration" in as_editor.content
    assert b"text-advice" not in as_editor.content
    client.logout()
    assert b"text-advice" not in client.get(page.url).content


def test_the_form_has_the_panel_in_swedish(coordinator, measure):
    page = StatusUpdatePageFactory(parent=measure)

    panel = BeautifulSoup(coordinator.get(edit_address(page)).content, "html.parser").select_one(
        "[data-side-panel=checks]"
    )

    assert "De hindrar dig aldrig från att publicera." in panel.text
    assert "30–39: lättläst" in str(panel)
    config = json.loads(panel.find("script", id="checker-axe-configuration").string)
    assert "heading-order" not in config["options"]["runOnly"]
    assert config["messages"]["empty-heading"]["error_name"] != "Empty heading found"


def test_the_corrections_are_all_that_the_advice_must_fetch(measure, django_assert_num_queries):
    page = StatusUpdatePageFactory(parent=measure, text=f"<p>Hör av dig till {NUMBER}.</p>" * 50)
    written_on(page)  # what is in safe mode is known once, and a preview has asked already

    with django_assert_num_queries(1):
        assert len(advice_on(written_on(page))) == 50

"""Figures of an indicator, imported in the admin: looked at first, then done with one button."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actionplan.models import IndicatorPage
from foundation.importing.kept import ImportRun
from tests.admin_forms import edit_address, opened_form
from tests.factories import (
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    NewsIndexPageFactory,
)
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

NEW = reverse("import_new", args=["indikatorvarden"])


def answer(**figures):
    rows = [
        {
            "kpi": "N00001",
            "municipality": "1783",
            "period": int(year[1:]),
            "values": [{"value": one}],
        }
        for year, one in figures.items()
    ]
    return json.dumps({"values": rows}).encode()


@pytest.fixture
def indicator(home, plan, client):
    NewsIndexPageFactory(parent=home)
    page = IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan), title="Hur många?")
    make_roles()
    client.force_login(member_of("Samordnare"))
    return page


def send(client, page, content, **choices):
    file = SimpleUploadedFile("svar.json", content)
    answer = client.post(NEW, {"file": file, "indicator": page.pk, **choices})
    assert answer.status_code == 302, BeautifulSoup(answer.content, "html.parser").text
    return ImportRun.objects.latest("pk")


def seen(client, run):
    page = BeautifulSoup(client.get(reverse("import_run", args=[run.pk])).content, "html.parser")
    return " ".join(page.select_one(".imports").text.split())


def press(client, run):
    return client.post(reverse("import_begin", args=[run.pk]))


def test_a_file_is_looked_through_and_then_done_with_one_button(client, indicator):
    run = send(client, indicator, answer(y2024=81.2), publish="on")

    text = seen(client, run)
    assert "Rad 1: Ny. 2024, Hagfors kommun" in text
    assert "Källa: Kolada. Serie: N00001. Publiceras." in text
    assert not indicator.values.exists()

    press(client, run)
    press(client, run)

    assert "Importen är klar" in seen(client, run)
    assert str(indicator.values.get()) == "2024 Hagfors kommun: 81,2"
    assert "81,2" in client.get(indicator.get_url()).content.decode()


def test_editors_see_where_figures_came_from_and_what_stood_before(client, indicator):
    for one in (81.2, 82.5):
        press(client, send(client, indicator, answer(y2024=one), publish="on"))

    form = client.get(edit_address(indicator)).content.decode()
    public = client.get(indicator.get_url()).content.decode()

    checksum = ImportRun.objects.latest("pk").checksum
    assert all(text in form for text in ("2024 Hagfors kommun: 81,2", checksum, "svar.json"))
    assert not any(text in public for text in ("81,2", checksum, "svar.json"))


def test_a_form_that_was_open_before_does_not_undo_the_import_of_the_same_person(client, indicator):
    form = opened_form(client, edit_address(indicator))
    press(client, send(client, indicator, answer(y2024=81.2), publish="on"))

    client.post(
        edit_address(indicator), {**form, "unit": "andel", "action-publish": "action-publish"}
    )

    page = IndicatorPage.objects.get(pk=indicator.pk)
    assert page.unit == "procent"
    assert page.values.count() == 1
    assert page.get_latest_revision_as_object().values.count() == 1


def test_where_the_source_is_unknown_the_form_asks_for_it(client, indicator):
    file = SimpleUploadedFile("egen.csv", b"\xc3\x85r;Plats;V\xc3\xa4rde\n2024;Hagfors;8\n")
    client.post(NEW, {"file": file, "indicator": indicator.pk})
    run = ImportRun.objects.latest("pk")

    assert "Skriv det under Källa" in seen(client, run)
    assert not run.can_begin
    again = {"indicator": indicator.pk, "source_text": "Egen enkät"}
    client.post(reverse("import_check", args=[run.pk]), again)
    assert "Källa: Egen enkät. Blir ett utkast." in seen(client, run)


def test_an_indicator_that_one_may_not_edit_cannot_be_chosen(client, indicator):
    client.force_login(member_of("Kommunikatör"))

    form = client.get(NEW)

    assert form.status_code == 302
    assert not ImportRun.objects.exists()


def test_a_file_of_another_kind_is_refused_in_a_sentence(client, indicator):
    run = send(client, indicator, b"%PDF-1.7")

    assert "Filen svar.json är en pdf" in seen(client, run)

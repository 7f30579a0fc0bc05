"""Registers and settings keep no versions: nobody's words are written over unknowingly."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import RevisionMixin
from wagtail.snippets.models import get_snippet_models

from actionplan.models import Removal
from foundation.abbreviations import Abbreviation
from foundation.contacts import Contact, Organisation, TargetGroup
from foundation.settings import SiteSettings
from search.models import Synonyms
from tests.admin_forms import opened_form
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

# What is written in which field of each, by three hands.
FIELDS = {
    Organisation: ("name", "Polisen", "Polisen i Hagfors", "Polisområdet"),
    Contact: ("name", "Växeln", "Växeln, plan 1", "Växeln, plan 2"),
    TargetGroup: ("name", "Unga", "Unga vuxna", "Ungdomar"),
    Abbreviation: ("meaning", "Rådet", "Brottsförebyggande rådet", "Rådet mot brott"),
    Synonyms: ("terms", "inbrott, stöld", "inbrott, stöld, rån", "inbrott, kupp"),
    SiteSettings: ("name", "Planen", "Planen mot brott", "Planen för trygghet"),
    Removal: ("title", "Torget", "Torget i ord", "Ett torg"),
}


def made(model, area):
    name, before, *_ = FIELDS[model]
    if model is SiteSettings:
        SiteSettings.objects.update(name=before)
        return SiteSettings.load()
    given = {Abbreviation: {"short": "Brå"}}.get(model, {})
    if model is Removal:
        given = {"below": area, "page_key": area.translation_key, "page_type": "measurepage"}
    return model.objects.create(**{name: before}, **given)


def form_of(thing):
    if isinstance(thing, SiteSettings):
        return reverse("wagtailsettings:edit", args=["foundation", "sitesettings", thing.pk])
    if isinstance(thing, Removal):
        return reverse("borttaget:edit", args=[thing.pk])
    return reverse(type(thing).snippet_viewset.get_url_name("edit"), args=[thing.pk])


def filled(client, address):
    return opened_form(client, address) | {"menu-count": "0", "footer-count": "0"}


@pytest.fixture
def editors(area):
    """Kim and Robin, each in a browser of their own."""
    make_roles()
    clients = []
    for name in ("Kim", "Robin"):
        clients.append(Client())
        clients[-1].force_login(
            member_of("Systemförvaltare", name=name.lower(), first_name=name, last_name="Ek")
        )
    return clients


def said(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def test_everything_without_versions_is_looked_at_here():
    editable = {*get_snippet_models(), *settings_registry, Removal}

    assert {one for one in editable if not issubclass(one, RevisionMixin)} == set(FIELDS)


@pytest.mark.parametrize("model", FIELDS)
def test_who_saves_on_old_ground_is_told_and_keeps_their_words(model, editors, area):
    kim, robin = editors
    field, _, theirs, mine = FIELDS[model]
    thing = made(model, area)
    address = form_of(thing)
    form = filled(kim, address)
    robin.post(address, filled(robin, address) | {field: theirs})
    assert getattr(model.objects.get(pk=thing.pk), field) == theirs

    refused = kim.post(address, form | {field: mine})

    assert refused.status_code == 200
    assert getattr(model.objects.get(pk=thing.pk), field) == theirs
    told = said(refused)
    assert "Robin Ek sparade här den" in told
    assert f"”{theirs}”" in told
    page = BeautifulSoup(refused.content, "html.parser")
    kept = page.select_one(f"[name={field}]")
    assert (kept.get("value") or kept.text.strip()) == mine
    again = form | {field: mine, "opened_with": page.select_one("[name=opened_with]")["value"]}
    assert kim.post(address, again).status_code == 302
    assert getattr(model.objects.get(pk=thing.pk), field) == mine


def test_who_changed_another_field_is_told_of_the_one_they_would_have_put_back(editors, area):
    kim, robin = editors
    thing = made(Organisation, area)
    form = filled(kim, form_of(thing))
    robin.post(form_of(thing), filled(robin, form_of(thing)) | {"website": "https://polisen.se/"})

    told = said(kim.post(form_of(thing), form | {"name": "Polisområdet"}))

    assert "Webbplats: ”https://polisen.se/”" in told
    assert Organisation.objects.get(pk=thing.pk).website == "https://polisen.se/"


def test_who_saves_alone_or_writes_the_same_words_is_not_disturbed(editors, area):
    kim, robin = editors
    thing = made(TargetGroup, area)
    forms = [filled(one, form_of(thing)) for one in editors]

    for client, form in zip((kim, robin), forms, strict=True):
        assert client.post(form_of(thing), form | {"name": "Unga vuxna"}).status_code == 302
    Contact.objects.update(name="En annan")
    assert kim.post(form_of(thing), filled(kim, form_of(thing))).status_code == 302

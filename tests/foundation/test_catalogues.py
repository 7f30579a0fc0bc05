"""The admin speaks Swedish throughout: what Wagtail leaves in English is Swedish here."""

import re
from pathlib import Path

import pytest
import taggit
import wagtail
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from tests.catalogues import compiled, entries, key, written

OURS = Path(settings.LOCALE_PATHS[0])
PACKAGES = [Path(package.__file__).parent for package in (wagtail, taggit)]
# In Wagtail's bundles a word to be translated is what a function of another module is given.
ASKED_FOR = re.compile(r'\(0,\w+\.\w{1,3}\)\("([A-Z%][^"\\]*[a-z][^"\\]*)"')
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>")


def catalogues(language, name):
    """The files with the name that Wagtail, its parts and django-taggit have for a language."""
    return [
        path
        for package in PACKAGES
        for path in sorted(package.glob(f"**/locale/{language}/LC_MESSAGES/{name}"))
    ]


def swedish(domain):
    """The words that have their Swedish, in Wagtail's catalogues or in ours."""
    files = [*catalogues("sv", f"{domain}.mo"), OURS / "sv" / "LC_MESSAGES" / f"{domain}.mo"]
    return {word if isinstance(word, str) else word[0] for file in files for word in compiled(file)}


@pytest.mark.parametrize(
    "path", sorted(OURS.rglob("*.po")), ids=lambda path: str(path.relative_to(OURS))
)
def test_the_words_in_use_are_those_that_were_written(path):
    assert compiled(path.with_suffix(".mo")) == written(path)


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_every_word_that_wagtail_says_has_its_swedish(domain):
    english = {key(entry) for path in catalogues("en", f"{domain}.po") for entry in entries(path)}

    assert english
    assert sorted(english - swedish(domain)) == []


def test_every_word_that_the_scripts_ask_for_has_its_swedish():
    bundles = (Path(wagtail.__file__).parent / "admin/static/wagtailadmin/js").rglob("*.js")
    asked = {word for file in bundles for word in ASKED_FOR.findall(file.read_text("utf-8"))}

    assert {"Autosave in progress…", "Error while sending preview data."} <= asked
    assert sorted(asked - swedish("djangojs")) == []


def translations(domain):
    """Each English wording of our catalogue beside its Swedish."""
    for entry in entries(OURS / "sv" / "LC_MESSAGES" / f"{domain}.po"):
        if "msgid_plural" in entry:
            yield entry["msgid"], entry["msgstr[0]"]
            yield entry["msgid_plural"], entry["msgstr[1]"]
        else:
            yield entry["msgid"], entry["msgstr"]


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_a_translation_holds_the_same_places_and_marks_as_the_original(domain):
    astray = [
        (english, swedish)
        for english, swedish in translations(domain)
        if not swedish or sorted(PLACE.findall(english)) != sorted(PLACE.findall(swedish))
    ]

    assert astray == []


def test_the_site_says_what_the_catalogue_says(client):
    with translation.override("sv"):
        assert translation.gettext("Saved") == "Sparat"
        assert translation.ngettext(
            "%(num_parent_objects)d page", "%(num_parent_objects)d pages", 2
        ) % {"num_parent_objects": 2} == ("2 sidor")


@pytest.mark.django_db
def test_the_scripts_of_the_admin_say_it_too(client):
    scripts = client.get(reverse("wagtailadmin_javascript_catalog"))

    assert "Changes have been autosaved." in scripts.text
    assert "har sparats automatiskt" in scripts.text

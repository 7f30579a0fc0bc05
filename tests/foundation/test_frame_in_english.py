"""The frame of a page in English is in English, and what is Swedish in it is marked as Swedish."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from foundation.contacts import HelpContact
from foundation.languages import Language
from tests.catalogues import compiled

WORDS = Path(settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES" / "django.mo"


def test_every_word_of_a_template_that_can_be_in_english_is():
    words = re.compile(
        r'(?:{% translate |=_\()"([^"]+)"|{% blocktranslate[^%]*%}(.*?){% endblock', re.DOTALL
    )
    asked = {
        re.sub(r"{{ (\w+) }}", r"%(\1)s", literal or block)
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        # The admin is in Swedish alone.
        if "wagtailadmin" not in path.parts
        for literal, block in words.findall(path.read_text())
    }

    assert asked
    assert not asked - set(compiled(WORDS))


def help_contact(**facts):
    contact = HelpContact(name="Nödsamtal", phone="112", description="när det är bråttom", **facts)
    with translation.override("en"):
        return render_to_string("components/help_contact.html", {"contact": contact})


def test_what_a_register_holds_in_swedish_only_is_marked_as_swedish_wcag_3_1_2():
    html = help_contact(name_in_english="Emergency services")

    assert "<b>Emergency services.</b>" in html
    assert '<span lang="sv">När det är bråttom.</span>' in html


def test_english_words_stand_instead_of_the_swedish_ones():
    html = help_contact(description_in_english="when it is urgent")

    assert "When it is urgent." in html
    assert "bråttom" not in html


@pytest.mark.parametrize(
    ("language", "tag", "direction", "hreflang"),
    [
        (Language.SWEDISH, "sv", "ltr", "sv"),
        (Language.EASY_SWEDISH, "sv", "ltr", ""),
        (Language.ENGLISH, "en", "ltr", "en"),
        (Language.ARABIC, "ar", "rtl", "ar"),
        (Language.MEANKIELI, "fit", "ltr", ""),
    ],
)
def test_a_language_is_named_as_browsers_and_search_engines_know_it(
    language, tag, direction, hreflang
):
    assert (language.tag, language.direction, language.hreflang) == (tag, direction, hreflang)


def test_every_language_has_a_name_of_its_own():
    assert len({language.own_name for language in Language}) == len(Language)

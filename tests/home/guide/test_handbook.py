"""The guide in the admin and the handbook in `docs/` are one text, with its pictures."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.staticfiles import finders
from django.urls import reverse
from PIL import Image

from foundation.plain_language.long_sentences import long_sentences
from foundation.plain_language.parts import Picture, Place, Text, Written, paragraphs_of_html
from foundation.plain_language.pictures import pictures_without_words
from foundation.plain_language.readability import GOAL, readability
from home.guide.handbook import handbook, parse
from home.roles import ROLES
from tests import guide_pictures
from tests.people import make_roles

FILE = Path(settings.HANDBOOK)
PICTURES = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", FILE.read_text("utf-8"))
HERE = Place("Handboken", ())


def test_it_tells_of_ten_things_each_under_an_address_of_its_own():
    slugs = [chapter.slug for chapter in handbook().chapters]

    assert len(slugs) == len(set(slugs)) == 10
    assert all(slugs)


def test_every_chapter_has_steps_and_a_picture():
    for chapter in handbook().chapters:
        assert "<ol>" in chapter.html, chapter.title
        assert "<img" in chapter.html, chapter.title


def test_markup_in_the_text_is_shown_and_not_obeyed():
    book = parse("# Bok\n\n## Ett\n\n<script>x</script> [a](javascript:1)\n", FILE.parent)

    assert book.title == "Bok"
    assert "<script>" not in book.chapters[0].html
    assert "href" not in book.chapters[0].html


@pytest.mark.parametrize(("alt", "path"), PICTURES, ids=[path for _alt, path in PICTURES])
def test_a_picture_is_light_told_in_words_and_taken_by_the_script(alt, path):
    file = FILE.parent / path

    assert file.stat().st_size < guide_pictures.MOST_BYTES
    assert file.stem in guide_pictures.PICTURES
    assert not list(pictures_without_words(Written((Picture(HERE, alt),))))
    with Image.open(file) as picture:
        assert picture.format == "WEBP"


def test_the_script_takes_the_pictures_that_are_shown_and_no_others():
    shown = {Path(path).stem for _alt, path in PICTURES}
    kept = {file.stem for file in guide_pictures.FOLDER.iterdir()}

    assert shown == set(guide_pictures.PICTURES) == kept


def test_the_handbook_keeps_the_rules_that_it_teaches():
    book = handbook()
    html = "".join([book.beginning, *(chapter.html for chapter in book.chapters)])
    written = Written((Text(HERE, paragraphs_of_html(html)),))

    assert [advice.quote for advice in long_sentences(written)] == []
    assert readability(written)[0].lix <= GOAL


@pytest.mark.django_db
@pytest.mark.parametrize("role", [role.name for role in ROLES])
def test_every_role_reads_the_whole_guide_and_is_sent_to_no_other(client, home, role):
    make_roles()
    person = get_user_model().objects.create_user("person")
    person.groups.add(Group.objects.get(name=role))
    client.force_login(person)

    contents = client.get(reverse("guide")).text
    for chapter in handbook().chapters:
        address = reverse("guide_chapter", args=[chapter.slug])
        assert f'href="{address}"' in contents
        page = client.get(address).text
        assert chapter.html in page
        sources = re.findall(r'src="/static/(handbok/[^"]+)"', page)
        assert sources
        assert all(map(finders.find, sources))
    desk = client.get(reverse("wagtailadmin_home")).text
    assert reverse("guide") in desk
    assert "guide.wagtail.org" not in desk


@pytest.mark.django_db
def test_an_unknown_chapter_is_not_found_and_outsiders_are_asked_to_log_in(client, admin_client):
    assert admin_client.get(reverse("guide_chapter", args=["finns-inte"])).status_code == 404
    client.logout()
    assert client.get(reverse("guide")).status_code == 302

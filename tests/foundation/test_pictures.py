"""Pictures are made when they are published; a reader waits for none, and none breaks a page."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image

from foundation import pictures
from foundation.media import SiteImage, SiteRendition
from news.models import NewsIndexPage
from tests import noting
from tests.factories import NewsIndexPageFactory, NewsPageFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

FILES_OF_A_SMALL_PICTURE = 7  # two widths of three formats, and one to show beside links


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    """A folder of this test's own, and nothing remembered of the pictures of others."""
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
@noting.once
def news(home) -> NewsIndexPage:
    return NewsIndexPageFactory(parent=home, slug="nyheter")


def drawn(width=640) -> SiteImage:
    """A picture that somebody has uploaded."""
    file = BytesIO()
    Image.new("RGB", (width, width // 2), "green").save(file, "PNG")
    return SiteImage.objects.create(
        title="Torget",
        description="Ett torg",
        photographer="Eva Exempel",
        file=ContentFile(file.getvalue(), name="torget.png"),
    )


def standing(image) -> list[dict]:
    """The picture as the first of an article."""
    shown = {"image": image.pk, "alt_text": "Torget i kvällsljus", "decorative": False}
    return [{"type": "picture", "value": {"image": shown, "caption": "Nya lampor."}}]


@pytest.fixture
def publish(news, django_capture_on_commit_callbacks):
    """Publishes an article with a picture, and commits."""

    def published(image, **content):
        with django_capture_on_commit_callbacks(execute=True):
            return NewsPageFactory(parent=news, picture=standing(image), **content)

    return published


def test_the_first_reader_of_a_page_waits_for_no_picture(client, publish):
    article = publish(drawn())
    made = SiteRendition.objects.count()

    html = client.get(article.url).text

    assert made == FILES_OF_A_SMALL_PICTURE
    assert SiteRendition.objects.count() == made
    text = html[html.index("<main") :]
    assert text.index("image/avif") < text.index("image/webp") < text.index(".jpg")
    (shared,) = SiteRendition.objects.filter(filter_spec=pictures.SHARED)
    assert f'<meta property="og:image" content="http://testserver{shared.url}">' in html


def test_a_draft_makes_no_files_that_anyone_could_fetch(publish):
    publish(drawn(), live=False)

    assert not SiteRendition.objects.exists()


def test_no_size_is_larger_than_the_picture_or_comes_twice(client, publish):
    article = publish(drawn(width=640))

    in_text = SiteRendition.objects.exclude(filter_spec=pictures.SHARED)
    assert sorted(set(in_text.values_list("width", flat=True))) == [400, 640]
    assert client.get(article.url).text.count("640w") == len(pictures.FORMATS)


def test_another_file_for_a_picture_that_stands_on_a_page_is_made_at_once(
    publish, django_capture_on_commit_callbacks
):
    image = drawn()
    publish(image)
    # As Wagtail does when an editor chooses another file.
    image.renditions.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        image.save()

    assert image.renditions.count() == FILES_OF_A_SMALL_PICTURE


def test_a_picture_that_is_deleted_under_bilder_takes_all_its_files_with_it(
    client, publish, django_capture_on_commit_callbacks
):
    make_roles()
    image = drawn()
    article = publish(image)
    files = [image.file.path, *(one.file.path for one in image.renditions.all())]
    shown = re.findall(r"/media/images/[^\s\"]+", client.get(article.url).text)
    assert len(files) == FILES_OF_A_SMALL_PICTURE + 1
    assert {client.get(address).status_code for address in shown} == {200}
    client.force_login(member_of("Kommunikatör", must_change_password=False))

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"/redaktion/images/{image.pk}/delete/")

    assert answer.status_code == 302
    assert [path for path in files if Path(path).exists()] == []
    client.logout()
    assert {client.get(address).status_code for address in shown} == {404}
    assert client.get(article.url).status_code == 200


def test_the_command_makes_what_is_missing_and_nothing_twice(publish):
    publish(drawn())
    SiteRendition.objects.first().delete()
    lost = SiteRendition.objects.last()
    Path(lost.file.path).unlink()

    call_command("make_pictures", verbosity=0)
    after = set(SiteRendition.objects.values_list("pk", flat=True))
    call_command("make_pictures", verbosity=0)

    assert len(after) == FILES_OF_A_SMALL_PICTURE
    assert lost.pk not in after
    assert set(SiteRendition.objects.values_list("pk", flat=True)) == after
    assert all(Path(made.file.path).exists() for made in SiteRendition.objects.all())


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\n cut off", b"<svg></svg>"])
def test_a_picture_that_cannot_be_read_breaks_no_page_wcag_1_1_1(client, publish, content):
    image = drawn()
    original = Path(image.file.path)
    original.unlink() if content is None else original.write_bytes(content)
    article = publish(image)

    response = client.get(article.url)

    assert response.status_code == 200
    assert "Bilden kan inte visas just nu. Torget i kvällsljus" in response.text
    assert "not-found" not in response.text
    assert "Nya lampor." in response.text


def test_the_address_of_a_size_is_not_to_be_guessed_from_that_of_the_picture(publish):
    image = drawn(width=640)
    publish(image)

    for one in image.renditions.all():
        guessed = f"torget.{one.filter_spec.replace('|', '.')}{Path(one.file.name).suffix}"
        assert Path(one.file.name).name != guessed
        assert not (Path(one.file.path).parent / guessed).exists()

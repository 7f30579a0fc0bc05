"""Which uploaded files the outside world gets, and how inert they are."""

import os

import pytest

# A 404 looks for a redirect before it is given.
pytestmark = pytest.mark.django_db

PICTURE = b"\x89PNG\r\n\x1a\n and the rest"


@pytest.fixture
def media(tmp_path, settings):
    """A media folder with a rendition, an original and a document in it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    for name in ("images/bro.max-800x600.png", "original_images/bro.png", "documents/beslut.pdf"):
        path = settings.MEDIA_ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PICTURE)
    return settings.MEDIA_ROOT


def test_a_rendition_is_served_with_its_type_and_kept_for_a_year(client, media):
    response = client.get("/media/images/bro.max-800x600.png")

    assert response.status_code == 200
    assert response.content == PICTURE
    assert response["Content-Type"] == "image/png"
    assert response["Content-Length"] == str(len(PICTURE))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_picture_can_run_nothing_and_be_used_by_no_other_site(client, media):
    response = client.get("/media/images/bro.max-800x600.png")

    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert not response.cookies


@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [
        ("avif", "image/avif"),
        ("gif", "image/gif"),
        ("JPG", "image/jpeg"),
        ("jpeg", "image/jpeg"),
        ("webp", "image/webp"),
    ],
)
def test_every_kind_of_picture_says_what_it_is(client, media, suffix, content_type):
    (media / f"images/torg.{suffix}").write_bytes(PICTURE)

    response = client.get(f"/media/images/torg.{suffix}")

    assert response["Content-Type"] == content_type


@pytest.mark.parametrize("suffix", ["svg", "html", "pdf", "xml", "png.html", ""])
def test_what_could_run_in_a_browser_is_not_served_even_among_the_renditions(client, media, suffix):
    (media / f"images/fara.{suffix}").write_bytes(b"<script>alert(1)</script>")

    assert client.get(f"/media/images/fara.{suffix}").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "original_images/bro.png",
        "documents/beslut.pdf",
        "images/",
        "images",
        "images/saknas.png",
        "images/../original_images/bro.png",
        "images/%2e%2e/original_images/bro.png",
        "images/..%2foriginal_images%2fbro.png",
        "images/%00.png",
        "images//etc/passwd",
        "images/" + "x" * 400 + ".png",
    ],
)
def test_originals_documents_folders_and_ways_out_are_not_there(client, media, name):
    response = client.get(f"/media/{name}")

    assert response.status_code == 404
    assert "immutable" not in response.get("Cache-Control", "")


def test_a_link_on_disk_does_not_lead_out_of_the_folder(client, media):
    os.symlink(media / "original_images/bro.png", media / "images/hemlig.png")

    assert client.get("/media/images/hemlig.png").status_code == 404


def test_a_browser_that_has_the_picture_is_told_so(client, media):
    first = client.get("/media/images/bro.max-800x600.png")

    for condition in (
        {"If-None-Match": first["ETag"]},
        {"If-Modified-Since": first["Last-Modified"]},
    ):
        again = client.get("/media/images/bro.max-800x600.png", headers=condition)
        assert again.status_code == 304
        assert again.content == b""
        assert again["Cache-Control"] == first["Cache-Control"]


def test_a_changed_picture_is_sent_anew(client, media):
    first = client.get("/media/images/bro.max-800x600.png")
    (media / "images/bro.max-800x600.png").write_bytes(PICTURE + b"!")

    again = client.get(
        "/media/images/bro.max-800x600.png", headers={"If-None-Match": first["ETag"]}
    )

    assert again.status_code == 200
    assert again.content == PICTURE + b"!"


def test_pictures_are_for_reading_only(client, media):
    head = client.head("/media/images/bro.max-800x600.png")

    assert head.status_code == 200
    assert client.post("/media/images/bro.max-800x600.png").status_code == 405
    assert client.delete("/media/images/bro.max-800x600.png").status_code == 405

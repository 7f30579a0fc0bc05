"""What a new site gets, and what a site in use keeps."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Site

from delivery import first_start

pytestmark = pytest.mark.django_db


@pytest.fixture
def said():
    return []


@pytest.fixture
def calls(monkeypatch):
    """The commands that were called, none of them really; making content makes a page."""
    made = []

    def call(name, **options):
        made.append(name)
        if name in ("demo", "lay_out_site"):
            call_command("lay_out_site")

    monkeypatch.setattr(first_start, "call_command", call)
    return made


@pytest.fixture(autouse=True)
def folders():
    first_start.make_folders()
    yield
    (settings.VAR_DIR / "search-index-is-due").unlink(missing_ok=True)


def test_a_new_database_has_no_content_although_wagtail_put_a_page_there():
    assert not first_start.has_content()


def test_a_new_site_is_filled_and_then_indexed(calls, said):
    first_start.make_content(said.append, empty=False)

    assert calls == ["demo", "update_index"]
    assert first_start.has_content()


def test_an_empty_start_lays_out_the_site_and_no_example(calls, said):
    first_start.make_content(said.append, empty=True)

    assert calls == ["lay_out_site", "update_index"]


def test_a_site_in_use_is_not_touched(calls, said):
    call_command("lay_out_site")

    first_start.make_content(said.append, empty=False)

    assert calls == []
    assert said == []


def test_an_empty_start_of_a_site_in_use_changes_nothing_and_says_so(calls, said):
    call_command("lay_out_site")
    pages = Page.objects.count()

    first_start.make_content(said.append, empty=True)

    assert calls == []
    assert "ingenting ändras" in said[0]
    assert Page.objects.count() == pages


def test_a_start_killed_before_the_index_was_built_builds_it_next_time(calls, said, monkeypatch):
    def killed(name, **options):
        if name == "update_index":
            raise KeyboardInterrupt
        call_command("lay_out_site")

    with monkeypatch.context() as patch:
        patch.setattr(first_start, "call_command", killed)
        with pytest.raises(KeyboardInterrupt):
            first_start.make_content(said.append, empty=False)

    first_start.make_content(said.append, empty=False)

    assert calls == ["update_index"]


def test_what_is_looked_through_at_every_start_is_said(calls, said):
    first_start.index_what_is_missing(said.append)
    first_start.make_missing_pictures(said.append)

    assert calls == ["index_pages", "make_pictures"]
    assert ["sökregistret" in said[0], "bilderna" in said[1]] == [True, True]


def test_content_that_was_interrupted_halfway_is_not_there(said, monkeypatch):
    def killed(name, **options):
        call_command("lay_out_site")
        raise KeyboardInterrupt

    monkeypatch.setattr(first_start, "call_command", killed)
    with pytest.raises(KeyboardInterrupt):
        first_start.make_content(said.append, empty=False)

    assert not first_start.has_content()


def test_the_first_administrator_must_change_the_password_that_was_shown():
    password = first_start.make_administrator()

    user = get_user_model().objects.get(username="admin")
    assert user.check_password(password)
    assert user.is_superuser
    assert user.must_change_password


def test_no_letter_pushes_the_password_off_the_screen():
    first_start.make_administrator()

    assert get_user_model().objects.get().reminded_on == timezone.localdate()


def test_a_second_start_makes_no_second_administrator():
    first_start.make_administrator()

    assert first_start.make_administrator() is None
    assert get_user_model().objects.count() == 1


def test_a_shown_password_can_be_read_aloud_and_is_never_the_same():
    passwords = {first_start.readable_password() for _ in range(50)}

    assert len(passwords) == 50
    assert all(re.fullmatch(r"[a-z]{4}(-[a-z]{4}){4}", password) for password in passwords)


def test_static_files_are_collected_once_and_again_when_one_has_changed(
    calls, said, settings, tmp_path, monkeypatch
):
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATIC_ROOT.mkdir()
    settings.STATICFILES_DIRS = [tmp_path / "own"]
    style = tmp_path / "own" / "site.css"
    style.parent.mkdir()
    style.write_text("p { margin: 0 }")
    finder = FileSystemFinder()
    monkeypatch.setattr(first_start, "get_finders", lambda: [finder])

    first_start.collect_static(said.append)
    first_start.collect_static(said.append)
    assert calls == ["collectstatic"]

    style.write_text("p { margin: 1rem }")
    first_start.collect_static(said.append)
    assert calls == ["collectstatic", "collectstatic"]


def test_a_database_in_shape_takes_no_step(calls, said):
    first_start.migrate(said.append)

    assert calls == []
    assert said == []


@pytest.mark.django_db
def test_a_site_on_this_machine_writes_the_port_that_it_is_served_on():
    Site.objects.update(hostname="127.0.0.1", port=8000)
    first_start.keep_address(8080)

    assert Site.objects.get().root_url == "http://127.0.0.1:8080"


@pytest.mark.django_db
def test_a_site_with_an_address_of_its_own_keeps_its_port():
    Site.objects.update(hostname="plan.example.se", port=443)
    first_start.keep_address(8080)

    assert Site.objects.get().root_url == "https://plan.example.se"

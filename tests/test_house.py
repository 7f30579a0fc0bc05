"""The house stands on what it says it stands on."""

import ast
import site
import sysconfig
from pathlib import Path

import django
import pytest
import wagtail
from django.conf import settings
from django.template import engines

ROOT = Path(settings.BASE_DIR)
FLOORS = ["home", "actionplan", "news", "search"]
BELOW = ["config", "delivery", "foundation", "accounts"]
SOURCES = sorted(
    path
    for folder in [*FLOORS, *(f"site/{name}" for name in BELOW)]
    for path in (ROOT / folder).rglob("*.py")
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
named = {"ids": lambda path: str(path.relative_to(ROOT))}


def test_the_folder_site_hides_nothing_of_pythons_own():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert Path(site.__file__).parent == Path(sysconfig.get_path("stdlib"))


def test_the_versions_are_those_that_the_code_was_written_for():
    assert django.VERSION[:3] >= (5, 2, 19)
    assert django.VERSION[:2] == (5, 2)
    assert wagtail.VERSION[:3] >= (8, 0, 1)
    assert wagtail.VERSION[:2] == (8, 0)


def test_the_site_speaks_swedish_and_tells_nobody_of_itself():
    assert (settings.LANGUAGE_CODE, settings.TIME_ZONE) == ("sv", "Europe/Stockholm")
    assert settings.USE_TZ
    assert not settings.USE_THOUSAND_SEPARATOR
    assert not settings.DEBUG
    assert not settings.WAGTAIL_ALLOW_UNICODE_SLUGS
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert not settings.WAGTAIL_ENABLE_UPDATE_CHECK
    assert not settings.WAGTAIL_ENABLE_WHATS_NEW_BANNER
    assert settings.WAGTAILEMBEDS_FINDERS == []
    assert settings.WAGTAILDOCS_SERVE_METHOD == "serve_view"
    assert "svg" not in settings.WAGTAILIMAGES_EXTENSIONS
    assert settings.SECURE_REFERRER_POLICY == "same-origin"


def test_our_own_user_image_and_document_are_in_use():
    assert settings.AUTH_USER_MODEL == "accounts.User"
    assert settings.WAGTAILIMAGES_IMAGE_MODEL == "foundation.SiteImage"
    assert settings.WAGTAILDOCS_DOCUMENT_MODEL == "foundation.SiteDocument"


def test_no_page_is_kept_by_django_itself_and_no_api_of_wagtail_is_open():
    assert not any("cache.middleware" in name for name in settings.MIDDLEWARE)
    assert not any(name.startswith("wagtail.api") for name in settings.INSTALLED_APPS)


@pytest.mark.parametrize("path", TEMPLATES, **named)
def test_a_template_can_be_read(path):
    assert engines["django"].get_template(str(path.relative_to(ROOT / "templates")))


@pytest.mark.parametrize("path", SOURCES, **named)
def test_a_file_says_what_it_is_and_speaks_through_the_command_that_runs_it(path):
    tree = ast.parse(path.read_text())

    if path.name != "__init__.py" and "migrations" not in path.parts:
        assert ast.get_docstring(tree)
        assert len(path.read_text().splitlines()) <= 350
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not any(getattr(call.func, "id", "") in ("print", "breakpoint") for call in calls)


def test_no_file_is_a_drawer_for_odds_and_ends():
    assert not {path.stem for path in SOURCES} & {"utils", "common", "helpers", "misc"}

"""Editors see every component and block in all its states, and so do the tests."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from actionplan.status import MeasureStatus
from home.showcase.blocks import BODY
from tests.people import make_roles

pytestmark = pytest.mark.django_db

TEMPLATES = Path(settings.BASE_DIR) / "templates"


@pytest.fixture
def everything(admin_client):
    """The page with all components, light."""
    return admin_client.get(reverse("showcase_all", args=["ljust"]))


def test_every_template_of_a_component_or_block_is_shown(everything):
    shown = {template.name for template in everything.templates}
    there_are = {
        f"{folder}/{path.name}"
        for folder in ("components", "blocks")
        for path in (TEMPLATES / folder).glob("*.html")
    }

    assert there_are - shown == set()


def test_every_block_and_every_status_has_its_state(everything):
    for block in BODY.child_blocks.values():
        assert f'<h2 id="{block.name}">{block.label}</h2>' in everything.text
    for status in MeasureStatus:
        assert f'class="status {status.value}"' in everything.text


def test_it_is_drawn_in_the_real_stylesheet_light_and_dark(admin_client, everything):
    assert reverse("showcase_stylesheet", args=["ljust"]) in everything.text
    light, dark = (
        admin_client.get(reverse("showcase_stylesheet", args=[scheme])).text
        for scheme in ("ljust", "morkt")
    )

    assert "prefers-color-scheme" not in light + dark
    assert "@media not all{:root{" in light
    assert "color-scheme: dark" in dark
    assert ".timeline" in light
    assert admin_client.get(reverse("showcase_all", args=["rosa"])).status_code == 404


def test_everybody_who_may_log_in_finds_it_and_nobody_else(client, home):
    make_roles()
    address = reverse("showcase")
    assert client.get(address).status_code == 302

    user = get_user_model().objects.create_user("granskare")
    user.groups.add(Group.objects.get(name="Granskare"))
    client.force_login(user)
    page = client.get(address, {"bredd": "bred"})

    for scheme in ("ljust", "morkt"):
        assert f'src="{reverse("showcase_all", args=[scheme])}"' in page.text
    assert 'width="100%"' in page.text
    assert page.text.count("<h1") == 1
    assert address in client.get(reverse("wagtailadmin_home")).text


@pytest.mark.parametrize(("width", "scheme"), [(320, "ljust"), (1280, "morkt")])
def test_axe_finds_nothing_in_any_component_wcag_2_2(browser, admin_client, width, scheme):
    css = admin_client.get(reverse("showcase_stylesheet", args=[scheme])).text
    html = admin_client.get(reverse("showcase_all", args=[scheme])).text
    html = re.sub(r'<link rel="stylesheet"[^>]*>', lambda _: f"<style>{css}</style>", html)
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(html)

    findings = Axe().run(page).response["violations"]
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()

    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in findings] == []
    assert wider <= 0

"""One stylesheet, in the order it declares, in colours that everybody can read."""

import gzip
import itertools
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from foundation.stylesheet import joined
from home.showcase.components import AXES

ROOT = Path(__file__).parents[2]
CSS = ROOT / "site" / "static" / "css"
TOKENS = re.findall(r"--([\w-]+): (#\w{3,6});", (CSS / "tokens.css").read_text("utf-8"))
BODY_TEXT, TEXT, PART = 7, 4.5, 3


def tokens(scheme):
    """The colours of a scheme by name; the dark one changes those of the light one."""
    half = next(n for n, (name, _) in enumerate(TOKENS) if n and name == TOKENS[0][0])
    light = dict(TOKENS[:half])
    return light if scheme == "light" else {**light, **dict(TOKENS[half:])}


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_readable_on_every_ground_it_stands_on_wcag_1_4_3(scheme):
    colour = tokens(scheme)
    grounds = ["paper", "sheet", "moss", "amber-tint"]
    statuses = ["planned", "ongoing", "done", "paused", "merged", "stopped"]

    pairs = [
        *itertools.product(["ink", "quiet", "forest"], grounds),
        *((name, f"{name}-tint") for name in ["amber", *statuses]),
        ("on-deep", "deep"),
        ("paper", "forest"),
    ]

    assert {
        pair for pair in pairs if contrast(colour[pair[0]], colour[pair[1]]) < BODY_TEXT
    } == set()
    assert contrast("#fff", colour["exit"]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_and_edges_are_seen_on_what_they_lie_on_wcag_1_4_11(scheme):
    colour = tokens(scheme)
    parts = ["edge", "forest", "planned", "ongoing", "done", "paused", "merged", "stopped"]

    assert {part for part in parts if contrast(colour[part], colour["paper"]) < PART} == set()


def test_the_browser_fetches_one_stylesheet_without_imports_or_comments():
    css = Path(finders.find("css/site.css")).read_text("utf-8")

    assert css.startswith(("@layer tokens,base,layout,", "@layer tokens, base,"))
    assert "@import" not in css
    assert "/*" not in css
    assert css.count("{") == css.count("}")


def test_every_part_is_in_the_stylesheet():
    sheet = (CSS / "site.css").read_text("utf-8")
    parts = {path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css")} - {"site.css"}

    assert set(re.findall(r'@import "([^"]+)"', sheet)) == parts


def test_no_rule_is_left_behind_by_what_it_was_for():
    css = joined(CSS / "site.css")
    classes = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", css))
    written = [
        path.read_text("utf-8")
        for folder, kind in (("templates", "html"), ("site/foundation/templatetags", "py"))
        for path in (ROOT / folder).rglob(f"*.{kind}")
    ]
    scripts = " ".join(path.read_text("utf-8") for path in (CSS.parent / "js").glob("*.js"))
    attributes = " ".join(re.findall(r'class="([^"]*)"', "".join(written)))
    named = set(re.findall(r"[\w-]+", attributes + scripts))
    statuses = {status.value for axis in AXES.values() for status in axis}

    numbered = {name for name in classes if name.rstrip("0123456789") in named}

    assert classes - named - numbered - statuses == set()


def test_the_stylesheet_weighs_less_than_seven_kilobytes():
    assert len(gzip.compress(joined(CSS / "site.css").encode(), 6)) <= 7_000


def test_parts_are_not_collected_beside_the_whole(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "collected"
    call_command("collectstatic", interactive=False, verbosity=0)

    assert [path.name for path in (settings.STATIC_ROOT / "css").rglob("*.css")] == ["site.css"]
    assert (settings.STATIC_ROOT / "icons" / "favicon.svg").exists()


def test_the_browsers_own_frame_has_the_colour_of_the_head_of_the_page():
    base = (ROOT / "templates" / "base.html").read_text("utf-8")

    for scheme in ("light", "dark"):
        sheet = luminance(tokens(scheme)["sheet"])
        colour = re.search(rf'theme-color" content="(#\w+)" media="\(.*: {scheme}\)"', base)[1]
        assert luminance(colour) == sheet


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/favicon.ico", "image/"), ("/apple-touch-icon.png", "image/png")],
)
def test_browsers_find_the_icon_at_the_address_they_guess(client, address, kind):
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith(kind)
    assert not answer.cookies
    assert answer.getvalue()

"""Every script and style that our part of the admin asks for is among the static files."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from config.environment import BASE_DIR

STATIC = re.compile(r"""\{%\s*static\s+["']([^"'{]+)["']""")
OURS = ("home", "actionplan", "news", "search", "site/foundation", "site/accounts")
IN_CODE = re.compile(r"""["']([\w/.-]+\.(?:js|css))["']""")


def asked_for_in_templates():
    """The files that templates name."""
    for template in sorted(Path(BASE_DIR, "templates").rglob("*.html")):
        yield from STATIC.findall(template.read_text("utf-8"))


def asked_for_in_code():
    """The files that a `Media` in our own code names."""
    for folder in OURS:
        for module in sorted(Path(BASE_DIR, folder).rglob("*.py")):
            source = module.read_text("utf-8")
            if "Media(" in source or "class Media" in source:
                yield from IN_CODE.findall(source)


FILES = sorted({*asked_for_in_templates(), *asked_for_in_code()})


def test_the_panels_of_the_desk_and_of_the_checks_ask_for_some():
    assert {"checks/checks.js", "checks/checks.css", "desk/desk.css"} <= set(FILES)


@pytest.fixture(scope="module")
def collected():
    """The files that `collectstatic` would copy."""
    return {file for finder in finders.get_finders() for file, _ in finder.list([])}


@pytest.mark.parametrize("path", FILES)
def test_it_is_found_and_collected(path, collected):
    assert path in collected

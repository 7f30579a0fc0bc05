"""Two clocks that are killed at random lose no publication and make none twice."""

import os
import sqlite3
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from home.models import StandardPage

PUBLICATIONS, EXPIRIES = 40, 10
ROOT = settings.BASE_DIR


def lay_out() -> None:
    """Pages whose moment has come, all at once."""
    root = Page.get_first_root_node()
    past = timezone.now() - timedelta(minutes=1)
    for number in range(PUBLICATIONS):
        page = StandardPage(title=f"Sida {number}", live=False, go_live_at=past)
        revision = root.add_child(instance=page).save_revision()
        revision.approved_go_live_at = past
        revision.save()
    for number in range(EXPIRIES):
        root.add_child(instance=StandardPage(title=f"Förbi {number}", live=True, expire_at=past))


def run_rivals(**environment: str) -> int:
    """Let the clocks fight it out on the database of that environment; the number of kills."""
    found = subprocess.run(  # noqa: S603
        [sys.executable, Path(__file__).with_name("rival_clocks.py")],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.standalone",
            "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return int(found.stdout)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_clocks_killed_at_random_lose_nothing_and_do_nothing_twice(tmp_path):
    lay_out()

    if connection.vendor == "sqlite":
        # The database of the tests lives in memory: the clocks get it on disk, and hand it back.
        with sqlite3.connect(tmp_path / "db.sqlite3") as file:
            connection.connection.backup(file)
        kills = run_rivals(ATGARDSPLAN_VAR=str(tmp_path))
        with sqlite3.connect(tmp_path / "db.sqlite3") as file:
            file.backup(connection.connection)
    else:
        told = connection.settings_dict
        address = f"{told['USER']}:{told['PASSWORD']}@{told['HOST'] or ''}:{told['PORT'] or ''}"
        kills = run_rivals(
            ATGARDSPLAN_VAR=str(tmp_path), DATABASE_URL=f"postgres://{address}/{told['NAME']}"
        )

    assert kills >= 5
    pages = StandardPage.objects.all()
    assert pages.filter(title__startswith="Sida", live=True).count() == PUBLICATIONS
    assert pages.filter(title__startswith="Förbi", live=False, expired=True).count() == EXPIRIES
    times = Counter(
        PageLogEntry.objects.filter(action__endswith=".scheduled").values_list("page_id", flat=True)
    )
    assert Counter(times.values()) == {1: PUBLICATIONS + EXPIRIES}

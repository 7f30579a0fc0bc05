"""A real site of its own, served as `make serve` serves one."""

import os
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections

from delivery import first_start
from tests import real_site
from tests.pages.tools import ToolError

PATIENCE = 120
MANAGE = [sys.executable, str(settings.BASE_DIR / "site" / "manage.py")]


def build() -> None:
    """Fill the empty database."""
    first_start.make_folders()
    first_start.migrate(lambda _: None)
    real_site.build()
    # `serve` builds the search index when it is told that it is due.
    (settings.VAR_DIR / "search-index-is-due").touch()
    connections.close_all()


@contextmanager
def served(log: Path):
    """The site's address, while it is served by a process of its own."""
    address = f"http://127.0.0.1:{os.environ['PORT']}"
    with log.open("w") as file:
        # Nobody outside is asked while the site is measured.
        quiet = {**os.environ, "LINK_CHECK": "0"}
        process = subprocess.Popen([*MANAGE, "serve"], stdout=file, stderr=file, env=quiet)  # noqa: S603
    try:
        _wait_until_ready(process, address, log)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait_until_ready(process: subprocess.Popen, address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/halsa/redo", timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    raise ToolError(f"Webbplatsen startade inte. Orsaken: {log.read_text().strip()[-500:]}")


@contextmanager
def database_lost():
    """Let the site's database be gone for a while."""
    database = Path(settings.DATABASES["default"]["NAME"])
    files = [file for file in database.parent.glob(f"{database.name}*") if file.is_file()]
    for file in files:
        file.rename(file.with_name(f"lost-{file.name}"))
    try:
        yield
    finally:
        for file in database.parent.glob(f"{database.name}*"):
            file.unlink()
        for file in files:
            file.with_name(f"lost-{file.name}").rename(file)

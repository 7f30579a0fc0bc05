"""How the benchmarks of pages measure: a database of their own, queries, seconds."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def on_a_database_of_its_own(compare: Callable[[], None]) -> None:
    """Run `compare` on a new test database, in memory or beside DATABASE_URL, and remove it."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        compare()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def queries_warm(client, address: str) -> int:
    """How many queries the address costs once the frame is made."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}.")
    return len(captured)


def timed(client, address: str) -> float:
    """Seconds that one answer took."""
    start = time.perf_counter()
    client.get(address)
    return time.perf_counter() - start

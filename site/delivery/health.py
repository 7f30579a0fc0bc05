"""Whether the site is alive, and whether it can do its work: for those who watch over it.

Apps add what they know of by `register` in their `AppConfig.ready`.
"""

import logging
import uuid
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)

_checks: dict[str, Callable[[], bool]] = {}


def register(name: str, check: Callable[[], bool]) -> None:
    """Let readiness depend on `check`: true when well; false or an exception when not."""
    _checks[name] = check


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing of anything else."""
    return HttpResponse(
        "lever\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Everything that a page needs is there; otherwise 503, and the log says why."""
    parts = {name: _is_well(name, check) for name, check in _checks.items()}
    well = all(parts.values())
    return JsonResponse(
        {"redo": well, "delar": parts},
        status=200 if well else 503,
        headers={"Cache-Control": "no-store"},
    )


def _is_well(name: str, check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception:
        logger.exception("Hälsokontrollen %s gick inte att göra", name)
        return False


def _database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _cache_remembers() -> bool:
    token = uuid.uuid4().hex
    cache.set("halsa", token, 60)
    # Another process may have written its own in between: that is a cache that works.
    return cache.get("halsa") is not None


def is_migrated() -> bool:
    """Whether the database has the shape that the code expects."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _once_seen(check: Callable[[], bool]) -> Callable[[], bool]:
    """Ask until the answer is yes: a database does not get out of shape under a running process."""
    seen = False

    def checked() -> bool:
        nonlocal seen
        seen = seen or check()
        return seen

    return checked


register("databas", _database_answers)
register("migreringar", _once_seen(is_migrated))
register("cache", _cache_remembers)

"""The database of the tests: made by the migrations once a run, and copied for every other worker.

Each worker of pytest-xdist has a database of its own. The migrations cost half a minute of work,
and a copy of what they made costs nothing; it holds the same rows with the same numbers.
"""

import fcntl
import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partialmethod
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.creation import BaseDatabaseCreation

migrate = BaseDatabaseCreation.create_test_db


def made_once(folder: Path | None) -> partialmethod:
    """How Django makes the database; the workers of a run share the folder, one alone has none."""
    return partialmethod(_make, folder)


def take_copy_away(folder: Path | None) -> None:
    """Leave none on a server. The first who is done does it: who comes later migrates anew."""
    creation = connections[DEFAULT_DB_ALIAS].creation
    if folder is None or creation.connection.vendor == "sqlite":
        return
    with _alone(folder):
        if _copy(folder).exists():
            with creation._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{_copy(folder).read_text()}"')
            _copy(folder).unlink()


def _make(creation: BaseDatabaseCreation, folder: Path | None, **options) -> str:
    if folder is None or options["keepdb"]:
        return _migrated(creation, **options)
    with _alone(folder):
        if _copy(folder).exists():
            return _copied(creation, folder, options["verbosity"], options["autoclobber"])
        name = _migrated(creation, **options)
        _leave_a_copy(creation, folder, name)
        return name


def _migrated(creation: BaseDatabaseCreation, **options) -> str:
    # They draw up each model a hundred times, and a third of their time went into looking for
    # what of that may be thrown away.
    gc.disable()
    try:
        return migrate(creation, **options)
    finally:
        gc.enable()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "database.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _copy(folder: Path) -> Path:
    """The copy itself of an SQLite database; of one on a server, the name of the copy."""
    return folder / "database"


def _leave_a_copy(creation: BaseDatabaseCreation, folder: Path, name: str) -> None:
    connection = creation.connection
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(_copy(folder))) as copy:
            connection.connection.backup(copy)
        return
    # Nobody may be in a database while it is copied.
    connection.close()
    with creation._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}_copy"')
        cursor.execute(f'CREATE DATABASE "{name}_copy" TEMPLATE "{name}"')
    _copy(folder).write_text(f"{name}_copy")


def _copied(creation: BaseDatabaseCreation, folder: Path, *options) -> str:
    """What Django does, but for the migrations."""
    connection = creation.connection
    if connection.vendor != "sqlite":
        connection.settings_dict["TEST"]["TEMPLATE"] = _copy(folder).read_text()
    name = creation._create_test_db(*options)
    connection.close()
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(_copy(folder))) as copy:
            copy.backup(connection.connection)
    return name

"""What a test begins with, really made once a run, and put back row by row for each that asks.

Publishing a page costs more than a hundred queries. So things are made once, in a transaction that
is taken back, and what that left in the tables is noted down. A test that asks for them gets the
same rows: what the search index, the references and the log hold too. Files stay on the disk.
"""

import functools
from collections.abc import Callable
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Page, Site

from delivery import generation

# Rows of each table, as literals of the database's own, by their primary key.
Tables = dict[str, dict[str, str]]
# What turns the tables from what they were into what they became.
Statements = list[str]

Made = TypeVar("Made")


def note_everything() -> Statements:
    """What gives the tables all that they hold now, whatever they hold when it is put back."""
    tables = _tables()
    emptied = [f"DELETE FROM {name}" for name in tables]  # noqa: S608
    return emptied + _statements({name: {} for name in tables}, tables)


def note(*steps: Callable[[], object]) -> list[Statements]:
    """What each step wrote, one after the other; the database is left as it was."""
    noted = []
    with transaction.atomic():
        before = _tables()
        for make in steps:
            make()
            after = _tables()
            noted.append(_statements(before, after))
            before = after
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()
    return noted


def put_back(statements: Statements) -> None:
    """Do again what was noted; what came before it has been put back before."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    # No signal has told it.
    generation.advance()
    Site.clear_site_root_paths_cache()


def once(make: Callable[..., Made]) -> Callable[..., Made]:
    """Let it make its things once for each site that it finds, and put them back from then on.

    It looks at nothing but what a fresh site has, and the pages that were put back before.
    """
    met: set[tuple] = set()
    noted: dict[tuple, tuple[Statements, Made]] = {}

    @functools.wraps(make)
    def made_or_put_back(*args, **given) -> Made:
        site = _site()
        if site in noted:
            statements, things = noted[site]
            put_back(statements)
            return _afresh(things)
        if site not in met:
            # Many a site is met once only: PostgreSQL numbers no two pages alike.
            met.add(site)
            return make(*args, **given)
        things = []
        (statements,) = note(lambda: things.append(make(*args, **given)))
        noted[site] = (statements, things[0])
        return made_or_put_back(*args, **given)

    return made_or_put_back


def _site() -> tuple:
    """What pages there are, and how much of everything else."""
    pages = Page.objects.order_by("path").values_list("pk", "path", "numchild")
    with connection.cursor() as cursor:
        cursor.execute(_counting())
        return tuple(pages), cursor.fetchone()


@functools.cache
def _counting() -> str:
    with connection.cursor() as cursor:
        names = _table_names(cursor)
    return f"SELECT {', '.join(f'(SELECT count(*) FROM {name})' for name in names)}"  # noqa: S608


def _afresh(things):
    """The same things, as the database has them now."""
    match things:
        case Model():
            return type(things)._default_manager.get(pk=things.pk)
        case dict():
            return {name: _afresh(thing) for name, thing in things.items()}
        case list() | tuple():
            return type(things)(_afresh(thing) for thing in things)
    return things


def _tables() -> Tables:
    with connection.cursor() as cursor:
        return {name: _rows(cursor, name) for name in _table_names(cursor)}


def _table_names(cursor) -> list[str]:
    """The tables that Django or Wagtail write to; SQLite fills its text index by itself."""
    names = connection.introspection.table_names(cursor)
    return [name for name in names if "_fts" not in name and name != "django_migrations"]


def _rows(cursor, table: str) -> dict[str, str]:
    cursor.execute(_reading(table))
    return dict(cursor.fetchall())


@functools.cache
def _reading(table: str) -> str:
    with connection.cursor() as cursor:
        description = connection.introspection.get_table_description(cursor, table)
    literal = "quote({})" if connection.vendor == "sqlite" else "quote_nullable({}::text)"
    row = " || ', ' || ".join(
        literal.format(connection.ops.quote_name(column.name)) for column in description
    )
    return f"SELECT {literal.format(_key(table))}, {row} FROM {table}"  # noqa: S608


@functools.cache
def _key(table: str) -> str:
    with connection.cursor() as cursor:
        key = connection.introspection.get_primary_key_column(cursor, table)
    return connection.ops.quote_name(key)


def _statements(before: Tables, after: Tables) -> Statements:
    statements = []
    for table, rows in after.items():
        was = before[table]
        changed = [key for key in was if rows.get(key) != was[key]]
        new = [row for key, row in rows.items() if was.get(key) != row]
        if changed:
            statements.append(f"DELETE FROM {table} WHERE {_key(table)} IN ({', '.join(changed)})")  # noqa: S608
        if new:
            statements.append(
                f"INSERT INTO {table} VALUES {', '.join(f'({row})' for row in new)}"  # noqa: S608
            )
    return statements

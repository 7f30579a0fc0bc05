"""What a test begins with, really made once a run, and put back row by row for each that asks.

Publishing a page costs more than a hundred queries. So things are made once, in a transaction that
is taken back, and what that left in the tables is noted down. A test that asks for them gets the
same rows: what the search index, the references and the log hold too. Files stay on the disk.
"""

from collections.abc import Callable

from django.db import connection, transaction
from wagtail.models import Site

from delivery import generation

# Rows of each table, as literals of the database's own, by their primary key.
Tables = dict[str, dict[str, str]]
# What turns the tables from what they were into what they became.
Statements = list[str]


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


def _tables() -> Tables:
    with connection.cursor() as cursor:
        return {name: _rows(cursor, name) for name in _table_names(cursor)}


def _table_names(cursor) -> list[str]:
    """The tables that Django or Wagtail write to; SQLite fills its text index by itself."""
    names = connection.introspection.table_names(cursor)
    return [name for name in names if "_fts" not in name and name != "django_migrations"]


def _rows(cursor, table: str) -> dict[str, str]:
    description = connection.introspection.get_table_description(cursor, table)
    columns = [connection.ops.quote_name(column.name) for column in description]
    key = connection.ops.quote_name(connection.introspection.get_primary_key_column(cursor, table))
    literal = "quote({})" if connection.vendor == "sqlite" else "quote_nullable({}::text)"
    row = " || ', ' || ".join(literal.format(column) for column in columns)
    cursor.execute(f"SELECT {literal.format(key)}, {row} FROM {table}")  # noqa: S608
    return dict(cursor.fetchall())


def _statements(before: Tables, after: Tables) -> Statements:
    statements = []
    for table, rows in after.items():
        was = before[table]
        changed = [key for key in was if rows.get(key) != was[key]]
        new = [row for key, row in rows.items() if was.get(key) != row]
        if changed:
            with connection.cursor() as cursor:
                key = connection.introspection.get_primary_key_column(cursor, table)
            statements.append(f"DELETE FROM {table} WHERE {key} IN ({', '.join(changed)})")  # noqa: S608
        if new:
            statements.append(
                f"INSERT INTO {table} VALUES {', '.join(f'({row})' for row in new)}"  # noqa: S608
            )
    return statements

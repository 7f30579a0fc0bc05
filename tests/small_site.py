"""The small site that most tests begin with: published once, and put back row by row.

Publishing a page costs more than a hundred queries. So the pages are really published once
a run, in a transaction that is taken back, and what that left in the tables is noted down. A test
that asks for them gets the same rows: what the search index, the references and the log hold too.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction
from wagtail.models import Page, Site

from delivery import generation
from tests.factories import (
    FocusAreaPageFactory,
    HomePageFactory,
    MeasurePageFactory,
    PlanPageFactory,
)

# Rows of each table, as literals of the database's own, by their primary key.
Tables = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Written:
    """What publishing one page did: statements that do the same, and the page."""

    statements: list[str]
    page: Page


def _home() -> Page:
    page = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.filter(is_default_site=True).update(root_page=page, hostname="localhost")
    Site.clear_site_root_paths_cache()
    return page


# Each page is made below the one before it.
STEPS: dict[str, Callable[[Page | None], Page]] = {
    "home": lambda _above: _home(),
    "plan": lambda home: PlanPageFactory(parent=home),
    "area": lambda plan: FocusAreaPageFactory(parent=plan, title="Trygga platser"),
    "measure": lambda area: MeasurePageFactory(parent=area, title="Ett tryggare torg"),
}

_written: dict[str, Written] = {}


def note_down() -> None:
    """Publish the pages and remember what it wrote; the database is left as it was."""
    with transaction.atomic():
        page, before = None, _tables()
        for name, publish in STEPS.items():
            page = publish(page)
            after = _tables()
            _written[name] = Written(_statements(before, after), page)
            before = after
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


def put_back(name: str) -> Page:
    """The page, published; those above it have been put back before."""
    written = _written[name]
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in written.statements:
            cursor.execute(statement)
    # No signal has told it.
    generation.advance()
    Site.clear_site_root_paths_cache()
    return type(written.page).objects.get(pk=written.page.pk)


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


def _statements(before: Tables, after: Tables) -> list[str]:
    """What turns the tables from what they were into what they became."""
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

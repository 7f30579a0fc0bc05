"""The import of measures: from the bytes of a file to a report of what would happen or has happened."""

from collections.abc import Callable

from actionplan.importing import updates
from actionplan.importing.carrying_out import carry_out
from actionplan.importing.planning import Choices, ImportPlan, plan_for
from actionplan.importing.report import report_of
from actionplan.importing.table import MeasureTable, tables_in
from actionplan.importing.wanted import wanted_of
from foundation.importing import at_work
from foundation.tables.reading import read_tables


def check(content: bytes, name: str, choices: Choices) -> dict:
    """What would happen; changes nothing."""
    if sheet := updates.sheet_of_updates(read_tables(content, name)):
        report = updates.check(sheet, choices)
    else:
        tables = _tables(content, name, choices)
        report = report_of(_plan(tables[0], choices), tables)
    written = [row for row in report["rows"] if row["kind"] in ("new", "changed")]
    published = [row for row in written if row["publishes"]]
    return report | {"takes": at_work.in_words(_pages(written), _pages(published))}


def do(
    content: bytes,
    name: str,
    choices: Choices,
    seen: str = "",
    told: Callable[[int, int], None] = at_work.note,
) -> dict:
    """Do it, everything or nothing. `seen`: the fingerprint of the report that the editor agreed to."""
    if sheet := updates.sheet_of_updates(read_tables(content, name)):
        return updates.do(sheet, choices, seen, told)
    tables = _tables(content, name, choices)
    planned: dict = {}

    def make_plan() -> ImportPlan:
        plan = _plan(tables[0], choices)
        planned.update(report_of(plan, tables))
        return plan

    done = carry_out(make_plan, choices, seen, told)
    for row, step in zip(planned["rows"], done.steps, strict=True):
        # What could not be made public is known only now, and where the new pages are.
        row |= {"notes": step.notes, "publishes": step.publishes}
        row["page"] = step.page.pk if step.page else None
    return planned


def _pages(rows: list[dict]) -> int:
    """How many pages they become: a measure, and the update that tells of its status."""
    return sum(2 if row["status"] and row["area"] else 1 for row in rows)


def _tables(content: bytes, name: str, choices: Choices) -> list[MeasureTable]:
    return tables_in(read_tables(content, name), choices.sheet)


def _plan(table: MeasureTable, choices: Choices) -> ImportPlan:
    return plan_for(table, wanted_of(table), choices)

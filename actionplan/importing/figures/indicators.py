"""The import of figures: from the bytes of a file to a report of what would happen or has happened."""

import hashlib
from collections.abc import Callable

from actionplan.importing.figures.carrying_out import Source, carry_out
from actionplan.importing.figures.file import tables_in
from actionplan.importing.figures.planning import Choices, FigurePlan, plan_for
from actionplan.importing.figures.report import report_of


def check(content: bytes, name: str, choices: Choices) -> dict:
    """What would happen; changes nothing."""
    return report_of(plan_for(tables_in(content, name), choices, _checksum(content)))


def do(
    content: bytes,
    name: str,
    choices: Choices,
    seen: str = "",
    told: Callable[[int, int], None] = lambda done, of: None,
) -> dict:
    """Do it, everything or nothing. `seen`: the fingerprint of the report that the editor agreed to."""
    checksum = _checksum(content)
    reports: list[dict] = []

    def make_plan() -> FigurePlan:
        plan = plan_for(tables_in(content, name), choices, checksum)
        reports.append(report_of(plan))
        return plan

    done = carry_out(make_plan, choices, seen, Source(name, checksum), told)
    # What could not be made public is known only now.
    return reports[-1] | {"notes": done.notes, "publishes": done.publishes}


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

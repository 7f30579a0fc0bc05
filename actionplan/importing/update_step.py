"""What would become of each row of a table of status updates, and the report that shows it."""

import hashlib
import json
from dataclasses import dataclass, field
from uuid import UUID

from actionplan.importing.report import WORDS
from actionplan.models import MeasurePage, PlanPage, StatusUpdatePage
from foundation.tables.sheet import Sheet


@dataclass
class UpdateStep:
    """What would become of one row."""

    row: int
    title: str
    key: UUID | None = None
    measure: MeasurePage | None = None
    page: StatusUpdatePage | None = None
    values: dict[str, object] = field(default_factory=dict)
    first_told: str = ""
    changes: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left_out: str = ""
    publishes: bool = False

    @property
    def kind(self) -> str:
        """In a word: left_out, new, changed or same."""
        if self.left_out:
            return "left_out"
        if self.page is None:
            return "new"
        return "changed" if self.changes else "same"

    @property
    def as_row(self) -> dict:
        """As the report has it."""
        status = self.values.get("status")
        return {
            "row": self.row,
            "number": "",
            "title": self.title,
            "area": "",
            "kind": self.kind,
            "word": WORDS[self.kind],
            "publishes": self.publishes,
            "page": self.page.pk if self.page else None,
            "changes": self.changes,
            "status": status.label if status and self.kind == "new" else "",
            "left_out": self.left_out,
            "notes": self.notes,
        }


def report_of_updates(plan: PlanPage, sheet: Sheet, steps: list[UpdateStep]) -> dict:
    """Everything, row by row, as the report of measures has it."""
    rows = [step.as_row for step in steps]
    kinds = [row["kind"] for row in rows]
    same = [[one[name] for name in ("row", "kind", "page", "publishes", "changes")] for one in rows]
    return {
        "plan": plan.title,
        "sheet": sheet.name,
        "other_sheets": [],
        "heading_row": sheet.rows[0].number,
        "columns": [],
        "notes": [],
        "new_areas": [],
        "new_organisations": [],
        "new_groups": [],
        "undated": 0,
        "counts": {WORDS[kind]: kinds.count(kind) for kind in WORDS},
        "rows": rows,
        "does_something": any(kind in ("new", "changed") for kind in kinds),
        "fingerprint": hashlib.sha256(json.dumps(same).encode()).hexdigest(),
    }

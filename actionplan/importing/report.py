"""What an import would do or has done, as plain data that can be kept, shown and printed."""

from actionplan.importing.planning import ImportPlan, Step, step_in_words
from actionplan.importing.table import MeasureTable
from foundation.swedish.dates import long_date
from foundation.swedish.numbers import number
from foundation.tables.sheet import letter

WORDS = {"new": "Ny", "changed": "Ändras", "same": "Oförändrad", "left_out": "Tas inte med"}


def report_of(plan: ImportPlan, tables: list[MeasureTable]) -> dict:
    """Everything, row by row."""
    table = tables[0]
    kinds = [step.kind for step in plan.steps]
    return {
        "sheet": table.sheet.name,
        "other_sheets": [other.sheet.name for other in tables[1:]],
        "heading_row": table.heading_row,
        "plan": plan.plan.title,
        "columns": [
            {
                "column": letter(one.number),
                "heading": one.heading,
                "field": one.name,
                "is_exact": one.is_exact,
            }
            for one in table.columns
        ],
        "notes": plan.notes,
        "new_areas": sorted(plan.new_areas),
        "new_organisations": sorted(plan.register.new_organisations.values()),
        "new_groups": sorted(plan.register.new_groups.values()),
        "undated": plan.undated,
        "counts": {WORDS[kind]: kinds.count(kind) for kind in WORDS},
        "rows": [_row(step) for step in plan.steps],
        "does_something": plan.does_something,
        "fingerprint": plan.fingerprint,
    }


def _row(step: Step) -> dict:
    return {
        "row": step.wanted.row,
        "number": step.wanted.number,
        "title": step.wanted.title,
        "area": step.area,
        "kind": step.kind,
        "word": WORDS[step.kind],
        "publishes": step.publishes,
        "page": step.page.pk if step.page else None,
        "changes": step_in_words(step),
        "status": (
            f"{step.status.wanted.status.label} enligt lägesrapport {long_date(step.status.fact_on)}"
            if step.status
            else ""
        ),
        "left_out": step.left_out,
        "notes": step.notes,
    }


def in_lines(report: dict) -> list[str]:
    """The same for a terminal."""
    lines = [f"Plan: {report['plan']}"]
    if report["sheet"]:
        lines.append(f"Blad: {report['sheet']} (rubriker på rad {report['heading_row']})")
    if report["other_sheets"]:
        lines.append(
            f"Andra blad med åtgärder, som inte läses: {', '.join(report['other_sheets'])}"
        )
    for one in report["columns"]:
        if one["field"]:
            lines.append(f"Kolumn {one['column']} ”{one['heading']}” läses som {one['field']}")
    lines += report["notes"]
    for key, word in (
        ("new_areas", "Nya fokusområden"),
        ("new_organisations", "Nya organisationer i registret"),
        ("new_groups", "Nya målgrupper i registret"),
    ):
        if report[key]:
            lines.append(f"{word}: {'; '.join(report[key])}")
    for row in report["rows"]:
        lines += _row_in_lines(row)
    counts = ", ".join(
        f"{word.lower()}: {number(count)}" for word, count in report["counts"].items()
    )
    takes = [report["takes"]] if report.get("takes") else []
    return [*lines, "", f"Summa: {counts}", *takes]


def _row_in_lines(row: dict) -> list[str]:
    name = " ".join(part for part in (row["number"], row["title"]) if part)
    lines = ["", f"Rad {row['row']}: {row['word']}. {name}"]
    if row["left_out"]:
        lines.append(f"  {row['left_out']}")
    if row["kind"] == "new" and row["area"]:
        lines.append(f"  Fokusområde: {row['area']}")
    for one in row["changes"]:
        told = one["new"] if row["kind"] == "new" else f"{one['old']} → {one['new']}"
        lines.append(f"  {one['field']}: {told} {one['note']}".rstrip())
    if row["status"]:
        lines.append(f"  Status: {row['status']}")
    if row["kind"] in ("new", "changed"):
        lines.append(f"  {'Publiceras' if row['publishes'] else 'Blir utkast'}")
    return lines + [f"  Obs: {note}" for note in row["notes"]]

"""What an import of figures would do or has done, as plain data that can be kept, shown and printed."""

from actionplan.importing.figures.planning import FigurePlan, Step
from actionplan.importing.figures.words import NAMES
from actionplan.importing.report import WORDS
from actionplan.small_numbers import WHAT_TO_DO
from foundation.swedish.numbers import number
from foundation.tables.sheet import letter


def report_of(plan: FigurePlan) -> dict:
    """Everything, figure by figure."""
    table = plan.table
    kinds = [step.kind for step in plan.steps]
    return {
        "indicator": plan.page.title,
        "page": plan.page.pk,
        "kind": table.kind.value,
        "series": table.series,
        "title": table.title,
        "heading_row": table.heading_row,
        "source": plan.source_text,
        "columns": [
            {
                "column": letter(one.number),
                "heading": one.heading,
                "field": NAMES.get(one.name, ""),
                "is_exact": one.is_exact,
            }
            for one in table.columns
        ],
        "notes": plan.notes,
        "warnings": plan.warnings,
        "what_to_do": WHAT_TO_DO,
        "blocked": plan.blocked,
        "publishes": plan.publishes,
        "counts": {WORDS[kind]: kinds.count(kind) for kind in WORDS},
        "rows": [_row(step) for step in plan.steps],
        "does_something": plan.does_something,
        "fingerprint": plan.fingerprint,
    }


def _row(step: Step) -> dict:
    return {
        "row": step.wanted.spot,
        "what": step.wanted.what,
        "kind": step.kind,
        "word": WORDS[step.kind],
        "changes": [{"field": name, "old": old, "new": new} for name, old, new in step.changes],
        "left_out": step.wanted.left_out,
        "notes": step.wanted.notes,
    }


def in_lines(report: dict) -> list[str]:
    """The same for a terminal."""
    lines = [f"Indikator: {report['indicator']}", f"Fil: {report['kind']}"]
    if report["series"]:
        lines.append(f"Serie: {report['series']} {report['title']}".rstrip())
    if report["source"]:
        lines.append(f"Källa: {report['source']}")
    for one in report["columns"]:
        told = one["field"] or "tas inte med"
        unsure = "" if one["is_exact"] else " (kontrollera)"
        lines.append(f"Kolumn {one['column']} ”{one['heading']}”: {told}{unsure}")
    lines += report["notes"] + [f"Små tal: {text}" for text in report["warnings"]]
    for row in report["rows"]:
        lines += ["", f"{row['row']}: {row['word']}. {row['what']}"]
        if row["left_out"]:
            lines.append(f"  {row['left_out']}")
        for one in row["changes"]:
            told = one["new"] if row["kind"] == "new" else f"{one['old']} → {one['new']}"
            lines.append(f"  {one['field']}: {told}")
        lines += [f"  Obs: {note}" for note in row["notes"]]
    counts = ", ".join(
        f"{word.lower()}: {number(count)}" for word, count in report["counts"].items()
    )
    lines += ["", f"Summa: {counts}"]
    if report["blocked"]:
        lines.append(report["blocked"])
    elif report["does_something"]:
        lines.append("Publiceras" if report["publishes"] else "Blir utkast")
    return lines

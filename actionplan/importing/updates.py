"""The site's own table of status updates, read back: what `/oppna-data/lagesrapporter` gives away."""

import datetime
from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape

from actionplan.importing.comparing import NOTHING
from actionplan.importing.planning import Choices, may_publish, the_plan
from actionplan.importing.standing_still import why_not
from actionplan.importing.status_step import said_of
from actionplan.importing.update_step import UpdateStep, report_of_updates
from actionplan.models import MeasurePage, PlanPage, StatusUpdatePage
from actionplan.opendata.measures import plain_text
from actionplan.status import MeasureStatus, Outcome
from foundation.importing.refusal import Refused
from foundation.precise_date import PreciseDate
from foundation.swedish.dates import long_date
from foundation.tables.formulas import restored
from foundation.tables.sheet import Sheet

NEEDED = {"key", "measure_key", "fact_on", "status"}
# What a reader is told of it, beside its day and status, and what editors call that.
TOLD = {
    "reason": "Varför",
    "merged_into": "Ingår nu i",
    "text": "Text",
    "outcome": "Resultat",
    "outcome_reason": "Motivering",
}


def sheet_of_updates(sheets: list[Sheet]) -> Sheet | None:
    """The sheet that is such a table, if there is one."""
    return next((one for one in sheets if one.rows and set(_headings(one)) >= NEEDED), None)


def check(sheet: Sheet, choices: Choices) -> dict:
    """What would happen; changes nothing."""
    plan = choices.plan or the_plan()
    return report_of_updates(plan, sheet, _steps(sheet, plan, choices))


@transaction.atomic
def do(sheet: Sheet, choices: Choices, seen: str, told: Callable[[int, int], None]) -> dict:
    """Do it, everything or nothing, if it still is what the editor has seen."""
    PlanPage.objects.select_for_update().order_by("path").first()
    plan = choices.plan or the_plan()
    steps = _steps(sheet, plan, choices)
    report = report_of_updates(plan, sheet, steps)
    if seen and report["fingerprint"] != seen:
        raise Refused(
            "Något på webbplatsen har ändrats sedan förhandsgranskningen. Ingenting är importerat. "
            "Granska filen på nytt."
        )
    work = [step for step in steps if step.kind in ("new", "changed")]
    # Of two on one day the one that was published last counts.
    work.sort(key=lambda step: (step.values["fact_on"], step.first_told))
    for number, step in enumerate(work, 1):
        try:
            _take(step, choices)
        except ValidationError as error:
            raise Refused(
                f"Rad {step.row} ({step.title}) gick inte att spara, så ingenting är importerat: "
                f"{' '.join(error.messages)}"
            ) from None
        told(number, len(work))
    for row, step in zip(report["rows"], steps, strict=True):
        row |= {"notes": step.notes, "publishes": step.publishes}
        row["page"] = step.page.pk if step.page else None
    return report


def _headings(sheet: Sheet) -> dict[str, int]:
    top = sheet.rows[0]
    return {top[number].text.strip(): number for number in top.filled}


def _steps(sheet: Sheet, plan: PlanPage, choices: Choices) -> list[UpdateStep]:
    columns = _headings(sheet)
    measures = {one.translation_key: one for one in MeasurePage.objects.descendant_of(plan)}
    updates = list(StatusUpdatePage.objects.descendant_of(plan))
    steps, taken = [], set()
    for row in sheet.rows[1:]:
        texts = {name: row[number].text for name, number in columns.items() if number in row.cells}
        if not any(text.strip() for text in texts.values()):
            continue
        if not sheet.is_raw:
            texts = {name: restored(text) for name, text in texts.items()}
        step = UpdateStep(row.number, texts.get("title", ""))
        steps.append(step)
        _read(step, texts, measures)
        if not step.left_out and step.key in taken:
            step.left_out = "Lägesrapporten står redan på en rad ovanför. Den raden gäller."
        if not step.left_out:
            taken.add(step.key)
            step.page = _known(step, updates)
            _compare(step)
            _decide(step, choices)
    return steps


def _read(step: UpdateStep, texts: dict[str, str], measures: dict[UUID, MeasurePage]) -> None:
    def text(name: str) -> str:
        return texts.get(name, "").strip()

    try:
        step.key, above = UUID(text("key")), UUID(text("measure_key"))
        into = UUID(text("merged_into_key")) if text("merged_into_key") else None
        day = PreciseDate.of_day(datetime.date.fromisoformat(text("fact_on"))).first_day
        status = MeasureStatus(text("status"))
        outcome = Outcome(text("outcome")) if text("outcome") else None
    except ValueError:
        step.left_out = "En nyckel, en dag, en status eller ett resultat går inte att läsa."
        return
    step.measure = measures.get(above)
    if step.measure is None:
        step.left_out = "Åtgärden finns inte på webbplatsen. Importera åtgärderna först."
        return
    step.title = f"Lägesrapport {long_date(day)}: {step.measure.title}"
    if day > timezone.localdate():
        step.left_out = f"{long_date(day)} har inte kommit än."
        return
    if into and into not in measures:
        step.notes.append("Åtgärden som arbetet fortsätter i finns inte på webbplatsen.")
    step.first_told = text("published_at")
    step.values = {
        "fact_on": day,
        "status": status,
        "reason": text("reason"),
        "merged_into": measures.get(into),
        "text": text("text"),
        "outcome": outcome,
        "outcome_reason": text("outcome_reason"),
    }


def _known(step: UpdateStep, updates: list[StatusUpdatePage]) -> StatusUpdatePage | None:
    """The same update, or what the table of measures, which tells less, already made of it."""
    for one in updates:
        if one.translation_key == step.key:
            return one
    words = {
        plain_text(said_of(word))
        for word in (step.values["status"].label, step.values["status"].value)
    }
    for one in updates:
        same = (one.fact_on, one.status) == (step.values["fact_on"], step.values["status"])
        below = one.path.startswith(step.measure.path)
        if same and below and plain_text(one.text) in words:
            updates.remove(one)
            return one
    return None


def _compare(step: UpdateStep) -> None:
    page = step.page.get_latest_revision_as_object() if step.page else None
    for name, word in ({"fact_on": "Dagen det gäller", "status": "Status"} | TOLD).items():
        new = step.values[name]
        old = _current(page, name) if page else None
        if (old or None) != (new or None):
            change = {"field": word, "old": _in_words(old), "new": _in_words(new), "note": ""}
            step.changes.append(change)
    if page and page.translation_key != step.key and not step.changes:
        step.changes.append({"field": "Nyckel", "old": "", "new": str(step.key), "note": ""})


def _current(page: StatusUpdatePage, name: str) -> object:
    match name:
        case "text":
            return plain_text(page.text)
        case "reason":
            return page.explanation
        case "merged_into":
            return page.merged_into if page.status and page.status.names_successor else None
    return getattr(page, name)


def _in_words(value: object) -> str:
    match value:
        case None | "":
            return NOTHING
        case datetime.date():
            return long_date(value)
    return str(getattr(value, "label", value))


def _decide(step: UpdateStep, choices: Choices) -> None:
    person, page = choices.person, step.page
    if step.kind == "same":
        return
    if page and (reason := why_not(page, person, "Lägesrapporten")):
        step.left_out = reason
    elif person and not page and not step.measure.permissions_for_user(person).can_add_subpage():
        step.left_out = "Du har inte rätt att lägga till lägesrapporter till åtgärden."
    elif not choices.publish:
        return
    elif not may_publish(person, page or step.measure, is_new=page is None):
        step.notes.append("Publiceras inte: du får inte publicera själv. Den blir ett utkast.")
    elif page and page.live and page.has_unpublished_changes:
        step.notes.append(
            "Publiceras inte: någon har ett utkast till lägesrapporten som inte är färdigt."
        )
    elif not step.measure.live:
        step.notes.append("Publiceras inte: åtgärden är inte publicerad.")
    else:
        step.publishes = True


def _take(step: UpdateStep, choices: Choices) -> None:
    is_new = step.page is None
    key_is_free = not StatusUpdatePage.objects.filter(translation_key=step.key).exists()
    if is_new:
        page = StatusUpdatePage(live=False)
        if key_is_free:
            page.translation_key = step.key
    else:
        if key_is_free:
            # A version of a page never changes its key, so it is changed where it is kept.
            StatusUpdatePage.objects.filter(pk=step.page.pk).update(translation_key=step.key)
            step.page.refresh_from_db()
        page = step.page.get_latest_revision_as_object()
    for name, value in step.values.items():
        setattr(page, name, value or ("" if name == "outcome" else value))
    lines = [line for line in step.values["text"].splitlines() if line.strip()]
    page.text = "".join(f"<p>{escape(line)}</p>" for line in lines)
    if is_new:
        measure = MeasurePage.objects.get(pk=step.measure.pk)
        page.parent_in_form = measure
        page.name_itself()
        measure.add_child(instance=page)
    step.page = page
    action = "wagtail.create" if is_new else "wagtail.edit"
    revision = page.save_revision(user=choices.person, log_action=action)
    if not step.publishes:
        return
    try:
        with transaction.atomic():
            revision.publish(user=choices.person)
    except ValidationError as error:
        step.publishes = False
        step.notes.append(f"Publicerades inte: {' '.join(error.messages)} Den är ett utkast.")

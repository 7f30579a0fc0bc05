"""What an import would do to the plan, row by row, without doing any of it."""

import datetime
import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractUser

from actionplan.importing.comparing import NOTHING, Change, changes_of, field_in_words
from actionplan.importing.register import Register
from actionplan.importing.standing_still import why_not
from actionplan.importing.status_step import NewStatus, followed
from actionplan.importing.table import MeasureTable
from actionplan.importing.wanted import Wanted
from actionplan.importing.words import plain
from actionplan.models import FocusAreaPage, MeasurePage, PlanPage, StatusUpdatePage
from foundation.four_eyes import rule
from foundation.importing.refusal import Refused, shown
from foundation.tables.sheet import letter

AREA_PREFIX = ("fokusområde", "insatsområde", "område", "prioriterat område", "tema")


@dataclass(frozen=True)
class Choices:
    """What the editor decides about an import. No person: the operator of the site."""

    person: AbstractUser | None = None
    plan: PlanPage | None = None
    sheet: str = ""
    area: str = ""
    status_on: datetime.date | None = None
    publish: bool = False


@dataclass
class Step:
    """What would become of one row."""

    wanted: Wanted
    page: MeasurePage | None = None
    area: str = ""
    changes: list[Change] = field(default_factory=list)
    status: NewStatus | None = None
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
        return "changed" if self.changes or self.status else "same"


@dataclass
class ImportPlan:
    """Everything that would happen, and what could not be read."""

    plan: PlanPage
    steps: list[Step]
    register: Register
    areas: dict[str, FocusAreaPage]
    new_areas: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    undated: int = 0

    @property
    def does_something(self) -> bool:
        """Whether anything would change."""
        return any(step.kind in ("new", "changed") for step in self.steps)

    @property
    def fingerprint(self) -> str:
        """The same for two plans that do the same: what was seen is what is done."""
        told = [
            [
                step.wanted.row,
                step.kind,
                step.page and step.page.pk,
                step.wanted.title,
                step.area,
                step.publishes,
                [[one.field, one.old, one.new] for one in step.changes],
                step.status and [step.status.wanted.status.value, step.status.fact_on.isoformat()],
            ]
            for step in self.steps
        ]
        text = json.dumps([told, sorted(self.new_areas), self.register.told], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def plan_for(table: MeasureTable, wanted: list[Wanted], choices: Choices) -> ImportPlan:
    """What the file would change in the plan."""
    plan = choices.plan or the_plan()
    _refuse_without_right(plan, choices)
    areas = {plain(one.title): one for one in FocusAreaPage.objects.child_of(plan)}
    made = ImportPlan(plan, [], Register(choices.person), areas, notes=list(table.notes))
    existing = _Existing(plan)
    for one in wanted:
        step = Step(one, notes=list(one.notes), left_out=one.left_out)
        made.steps.append(step)
        if not step.left_out:
            _place(step, made, existing, choices.area or table.area_of_sheet)
        if not step.left_out:
            _compare(step, made, table.is_ours)
            _follow_status(step, made, existing, choices)
            if step.kind == "changed":
                step.left_out = why_not(step.page, choices.person, "Åtgärden")
            _decide_publication(step, made, choices)
    if table.area_of_sheet and not choices.area:
        made.notes.append(f"Bladets namn, {shown(table.area_of_sheet)}, läses som fokusområde.")
    _say_what_is_left(made, table)
    return made


def the_plan() -> PlanPage:
    """The plan that measures belong to, where there is no choice."""
    plans = list(PlanPage.objects.order_by("path"))
    if not plans:
        raise Refused("Webbplatsen har ingen åtgärdsplan att lägga åtgärderna i.")
    current = [plan for plan in plans if not getattr(plan, "superseded_by_id", None)] or plans
    if len(current) > 1:
        names = ", ".join(f"”{plan.title}”" for plan in current)
        raise Refused(f"Det finns flera åtgärdsplaner: {names}. Välj vilken.")
    return current[0]


class _Existing:
    """The measures of the plan, to be found by what a file calls them."""

    def __init__(self, plan: PlanPage) -> None:
        self.measures = list(MeasurePage.objects.descendant_of(plan).order_by("path"))
        self.by_key = {one.translation_key: one for one in self.measures}
        self.by_number = {one.number: one for one in self.measures if one.number}
        self.by_title = defaultdict(list)
        for one in self.measures:
            self.by_title[plain(one.title)].append(one)
            if plain(one.draft_title) != plain(one.title):
                self.by_title[plain(one.draft_title)].append(one)
        self.updates = defaultdict(list)
        for update in StatusUpdatePage.objects.descendant_of(plan):
            self.updates[update.path[: -update.steplen]].append(update)
        self.taken: dict[int, int] = {}


def _refuse_without_right(plan: PlanPage, choices: Choices) -> None:
    person = choices.person
    if person and not plan.permissions_for_user(person).can_add_subpage():
        raise Refused("Du har inte rätt att ändra i åtgärdsplanen.")


def _place(step: Step, made: ImportPlan, existing: _Existing, otherwise: str) -> None:
    """Find the measure that the row is about, or the area in which it would be new.

    `otherwise` is the area of rows which say none.
    """
    wanted = step.wanted
    page = (existing.by_key.get(wanted.key) if wanted.key else None) or existing.by_number.get(
        wanted.number
    )
    if page is None:
        named = existing.by_title.get(plain(wanted.title), [])
        if len(named) > 1:
            areas = {plain(_bare(wanted.area)[1])}
            named = [one for one in named if plain(one.get_parent().title) in areas] or named
        if len(named) > 1:
            step.left_out = (
                f"{len(named)} åtgärder på webbplatsen heter så. Ge dem nummer, eller ändra rubrik."
            )
            return
        page = named[0] if named else None
        if page and page.number and wanted.number and page.number != wanted.number:
            step.notes.append(
                f"Åtgärden har nummer {page.number} på webbplatsen och {wanted.number} i filen."
            )
    if page is not None:
        if first := existing.taken.get(page.pk):
            step.left_out = f"Rad {first} handlar om samma åtgärd på webbplatsen. Den raden gäller."
            return
        existing.taken[page.pk] = wanted.row
        step.page, step.area = page, page.get_parent().title
        return
    number, title = _bare(wanted.area or otherwise)
    if not title:
        step.left_out = "Filen säger inte vilket fokusområde åtgärden hör till. Ange ett."
        return
    if area := made.areas.get(plain(title)) or made.areas.get(plain(wanted.area)):
        step.area = area.title
    else:
        step.area = title[:255]
        made.new_areas.setdefault(step.area, number)


def _bare(area: str) -> tuple[str, str]:
    """The number and the name of a focus area: "Fokusområde 1: Skola" gives 1 and Skola."""
    words = " ".join(area.split())
    for prefix in AREA_PREFIX:
        if words.casefold().startswith(prefix + " "):
            words = words[len(prefix) :].strip(" :–-")
            break
    number, _, rest = words.partition(" ")
    if number.rstrip(".:)").replace(".", "").isdigit() and rest.strip(" :–-."):
        return number.rstrip(".:)"), rest.strip(" :–-.")
    return "", words


def _compare(step: Step, made: ImportPlan, is_ours: bool) -> None:
    resolved, notes = made.register.resolve(step.wanted)
    step.notes += notes
    page = step.page.get_latest_revision_as_object() if step.page else None
    step.changes = changes_of(step.wanted, resolved, page, is_ours)


def _follow_status(step: Step, made: ImportPlan, existing: _Existing, choices: Choices) -> None:
    known = existing.updates[step.page.path] if step.page else []
    said = followed(step.wanted, known, choices.status_on)
    step.status = said.new
    step.notes += said.notes
    made.undated += said.is_undated


def _decide_publication(step: Step, made: ImportPlan, choices: Choices) -> None:
    if not choices.publish or step.kind not in ("new", "changed"):
        return
    if not may_publish(choices.person, step.page or made.plan, is_new=step.page is None):
        step.notes.append("Publiceras inte: du får inte publicera själv. Åtgärden blir ett utkast.")
    elif step.page and step.page.live and step.page.has_unpublished_changes:
        step.notes.append(
            "Publiceras inte: någon har ett utkast till åtgärden som inte är färdigt. Ändringarna "
            "läggs i utkastet."
        )
    else:
        step.publishes = True


def may_publish(person: AbstractUser | None, page, *, is_new: bool) -> bool:
    """Whether the one who imports may let readers see the page, or a new one below it, at once."""
    if person is None:
        return not rule.is_on()
    return rule.may_publish_below(person, page) if is_new else rule.may_publish(person, page)


def _say_what_is_left(made: ImportPlan, table: MeasureTable) -> None:
    for column in table.columns:
        if column.instead:
            made.notes.append(
                f"Kolumn {letter(column.number)}, ”{column.heading}”, tas inte med: kolumn "
                f"{letter(column.instead)} läses redan som samma sak."
            )
        elif column.field is None:
            made.notes.append(
                f"Kolumnen ”{column.heading}” motsvarar inget på webbplatsen och tas inte med."
            )
    told = {step.page.pk for step in made.steps if step.page}
    missing = MeasurePage.objects.descendant_of(made.plan).exclude(pk__in=told).count()
    if missing and told:
        made.notes.append(
            f"{missing} åtgärder finns på webbplatsen men inte i filen. De lämnas som de är."
        )


def step_in_words(step: Step) -> list[dict[str, str]]:
    """What would change, field by field."""
    changes = [
        {"field": field_in_words(one.field), "old": one.old, "new": one.new, "note": one.note}
        for one in step.changes
    ]
    told = step.status.told if step.status else []
    return changes + [
        {"field": name, "old": NOTHING, "new": text, "note": ""} for name, text in told
    ]

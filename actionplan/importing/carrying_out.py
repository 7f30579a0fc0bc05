"""Doing what was planned, everything or nothing."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import escape
from wagtail.models import Page

from actionplan.importing.planning import Choices, ImportPlan, Step
from actionplan.importing.words import plain
from actionplan.models import FocusAreaPage, MeasurePage, PlanPage, StatusUpdatePage
from delivery.once_each import once_each
from foundation.contacts import Organisation, TargetGroup
from foundation.importing.kept import LOGGED_AS
from foundation.importing.refusal import Refused
from foundation.risk_words import risk_words

Progress = Callable[[int, int], None]


@transaction.atomic
def carry_out(
    make_plan: Callable[[], ImportPlan], choices: Choices, seen: str, told: Progress
) -> ImportPlan:
    """Do what `make_plan` plans, if that is still what the editor has seen.

    Two imports wait for each other at the plan, so the second sees what the first has made.
    """
    PlanPage.objects.select_for_update().order_by("path").first()
    plan = make_plan()
    if seen and plan.fingerprint != seen:
        raise Refused(
            "Något på webbplatsen har ändrats sedan förhandsgranskningen. Ingenting är importerat. "
            "Granska filen på nytt."
        )
    _Doing(plan, choices).do(told)
    return plan


class _Doing:
    """One import while it is done."""

    def __init__(self, plan: ImportPlan, choices: Choices) -> None:
        self.plan, self.choices = plan, choices
        self.areas = {plain(title): page for title, page in plan.areas.items()}

    def do(self, told: Progress) -> None:
        """Registers first, then areas, measures, and last what refers to other measures."""
        names = self.plan.register
        self.organisations = _added(
            Organisation, names.new_organisations, kind=Organisation.Kind.OTHER
        )
        self.groups = _added(TargetGroup, names.new_groups)
        publishes_areas = any(step.publishes for step in self.plan.steps if step.page is None)
        for title, number in self.plan.new_areas.items():
            area = FocusAreaPage(title=title, number=number[:10], live=False)
            self._add(self.plan.plan, area, publish=publishes_areas)
            self.areas[plain(title)] = area
        steps = [step for step in self.plan.steps if step.kind in ("new", "changed")]
        # What goes on in another measure can be public only after that one.
        steps.sort(key=lambda step: bool(step.wanted.keys))
        for number, step in enumerate(steps, 1):
            try:
                with once_each():
                    self._take(step)
            except ValidationError as error:
                reasons = " ".join(error.messages)
                raise Refused(
                    f"Rad {step.wanted.row} (”{step.wanted.title}”) gick inte att spara, så "
                    f"ingenting är importerat: {reasons}"
                ) from None
            told(number, len(steps))

    def _take(self, step: Step) -> None:
        page = step.page.get_latest_revision_as_object() if step.page else self._new(step)
        for change in step.changes:
            self._set(page, change.field, change.value)
        if step.page is None:
            area = self.areas[plain(step.area)]
            self._add(area, page, publish=False)
            step.page = page
        elif step.changes:
            page.save_revision(user=self.choices.person, log_action=LOGGED_AS)
        if step.publishes:
            self._publish(page, step)
        if step.status:
            self._tell(page, step)

    def _new(self, step: Step) -> MeasurePage:
        page = MeasurePage(title=step.wanted.title, live=False)
        if step.wanted.key and not Page.objects.filter(translation_key=step.wanted.key).exists():
            page.translation_key = step.wanted.key
        if risk_words(step.wanted.title) and self.areas[plain(step.area)].in_safe_branch:
            # An address is seen in the history of a reader who must not be found out.
            page.slug = f"atgard-{step.wanted.number or step.wanted.row}"
        return page

    def _set(self, page: MeasurePage, name: str, value: object) -> None:
        match name:
            case "body":
                paragraphs = "".join(f"<p>{escape(line)}</p>" for line in str(value).splitlines())
                page.body = [("paragraph", paragraphs)]
            case "responsible":
                page.responsible = self.organisations[plain(value)]
            case "partners":
                page.partners.set(self.organisations[plain(one)] for one in value)
            case "target_groups":
                page.target_groups.set(self.groups[plain(one)] for one in value)
            case "indicators":
                page.indicators.set(value)
            case "replaced_by":
                page.replaced_by = MeasurePage.objects.filter(translation_key=value).first()
            case "title":
                page.title = page.draft_title = value
            case _:
                setattr(page, name, value)

    def _add(self, parent: Page, page: Page, *, publish: bool) -> None:
        parent = type(parent).objects.get(pk=parent.pk)
        parent.add_child(instance=page)
        # Adding it has looked whether it can be kept.
        revision = page.save_revision(
            user=self.choices.person, log_action="wagtail.create", clean=False
        )
        if publish:
            revision.publish(user=self.choices.person)
            page.refresh_from_db()

    def _publish(self, page: MeasurePage, step: Step) -> None:
        """Let readers see it, if nothing stops that; else it stays a draft, and the report says why."""
        revision = page.get_latest_revision()
        try:
            with transaction.atomic():
                revision.publish(user=self.choices.person)
        except ValidationError as error:
            step.publishes = False
            step.notes.append(
                f"Publicerades inte: {' '.join(error.messages)} Åtgärden är ett utkast."
            )

    def _tell(self, page: MeasurePage, step: Step) -> None:
        wanted = step.status.wanted
        update = StatusUpdatePage(
            fact_on=step.status.fact_on,
            status=wanted.status,
            text="".join(
                f"<p>{escape(line)}</p>" for line in step.status.text.splitlines() if line.strip()
            ),
            reason=step.status.reason,
            merged_into=self._successor(wanted),
            live=False,
        )
        measure = MeasurePage.objects.get(pk=page.pk)
        update.parent_in_form = measure
        update.name_itself()
        measure.add_child(instance=update)
        revision = update.save_revision(
            user=self.choices.person, log_action="wagtail.create", clean=False
        )
        if not (step.publishes and measure.live):
            return
        try:
            with transaction.atomic():
                revision.publish(user=self.choices.person)
        except ValidationError as error:
            step.notes.append(
                f"Lägesrapporten publicerades inte: {' '.join(error.messages)} Den är ett utkast."
            )

    def _successor(self, wanted) -> MeasurePage | None:
        key = wanted.keys.get("merged_into")
        return MeasurePage.objects.filter(translation_key=key).first() if key else None


def _added(model: type, new: dict[str, str], **facts: object) -> dict[str, object]:
    """Everything of the register by its plain name, with the new ones."""
    for name in new.values():
        model.objects.get_or_create(name=name, defaults=facts)
    return {plain(one.name): one for one in model.objects.all()}

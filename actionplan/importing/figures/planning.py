"""What an import would do to the figures of an indicator, one by one, without doing any of it."""

import datetime
import hashlib
import json
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from actionplan import small_numbers
from actionplan.importing.figures.comparing import Step, compared
from actionplan.importing.figures.file import MOST_FIGURES
from actionplan.importing.figures.places import Places
from actionplan.importing.figures.reading import FigureTable
from actionplan.importing.figures.series import take_series
from actionplan.importing.figures.wanted import is_address, wanted_of
from actionplan.importing.planning import may_publish
from actionplan.importing.standing_still import why_not
from actionplan.importing.words import plain
from actionplan.models import IndicatorPage, IndicatorValue, ValueBatch
from foundation.importing.refusal import Refused, shown
from foundation.settings import SiteSettings
from foundation.swedish.dates import long_date

NO_SOURCE = "Filen säger inte varifrån siffrorna kommer. Skriv det under Källa, och granska igen."


@dataclass(frozen=True)
class Choices:
    """What the editor decides about an import. No person: the operator of the site."""

    indicator: IndicatorPage
    person: AbstractUser | None = None
    series: str = ""
    places: str = ""
    only_everybody: bool = False
    source_text: str = ""
    source_url: str = ""
    retrieved_on: datetime.date | None = None
    publish: bool = False


@dataclass
class FigurePlan:
    """Everything that would happen, and what could not be read."""

    page: IndicatorPage
    draft: IndicatorPage
    table: FigureTable
    before: list[IndicatorValue]
    source_text: str
    source_url: str
    steps: list[Step] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    publishes: bool = False
    places: str = ""

    @property
    def working(self) -> list[Step]:
        """The steps that change something."""
        return [step for step in self.steps if step.kind in ("new", "changed")]

    @property
    def after(self) -> list[IndicatorValue]:
        """All figures as they would be, those there are in their order and the new ones last."""
        values = list(self.before)
        for step in self.working:
            if step.at is None:
                values.append(step.value)
            else:
                values[step.at] = step.value
        return values

    @property
    def blocked(self) -> str:
        """Why nothing can be done before the editor has said more."""
        needs_source = not (self.source_text or self.table.is_own)
        return NO_SOURCE if self.working and needs_source else ""

    @property
    def does_something(self) -> bool:
        """Whether anything would change."""
        return bool(self.working) and not self.blocked

    @property
    def fingerprint(self) -> str:
        """The same for two plans that do the same: what was seen is what is done."""
        told = [
            [step.wanted.spot, step.wanted.what, step.kind, step.changes] for step in self.steps
        ]
        head = [self.page.pk, self.publishes, self.source_text, self.source_url]
        text = json.dumps([head, told], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def plan_for(tables: list[FigureTable], choices: Choices, checksum: str) -> FigurePlan:
    """What the file would change in the indicator."""
    # As it is now: somebody may have written in it since it was chosen.
    page = IndicatorPage.objects.get(pk=choices.indicator.pk)
    _refuse_without_right(page, choices)
    draft = page.get_latest_revision_as_object()
    batches = ValueBatch.objects.filter(indicator=page)
    last = batches.first()
    table = take_series(tables, choices.series, last.series if last else "", draft)
    told = {" ".join(one.place.split()) for one in table.readings if one.place.strip()}
    lines = choices.places or (last.places if last else "")
    is_exact = table.is_own and not choices.places
    places = Places.as_told() if is_exact else Places.chosen(lines, draft, told, table.names)
    before = last.source_text if last and not table.is_own else ""
    source = choices.source_text or table.source_text or before
    address = choices.source_url or (last.source_url if last and last.source_text == source else "")
    if choices.source_url and not is_address(choices.source_url):
        raise Refused(f"Länken till källan, {shown(choices.source_url)}, är ingen adress.")
    plan = FigurePlan(page, draft, table, list(draft.values.all()), source[:250], address)
    plan.places = lines
    wanted = wanted_of(
        table, places, only_everybody=choices.only_everybody, today=timezone.localdate()
    )
    if len(wanted) > MOST_FIGURES:
        raise Refused(
            f"Filen har {len(wanted)} siffror om de valda platserna, och fler än {MOST_FIGURES} går "
            "inte att granska. Välj färre platser, eller dela upp filen."
        )
    plan.steps = compared(wanted, plan.before, source, address)
    plan.notes = [*_about_the_file(batches, last, table, checksum), *table.notes, *places.told]
    above = [one for one in table.columns if one.name == "value" and not one.is_exact]
    if above and not wanted:
        plan.notes.append(
            "Rubrikerna ovanför siffrorna lästes som platser. Är de något annat, så skriv under Platser "
            f"vilken som ska läsas och om vilken plats, till exempel {above[0].heading} = "
            f"{draft.main_place or SiteSettings.load().municipality}."
        )
    _warn(plan)
    _decide_publication(plan, choices)
    return plan


def _refuse_without_right(page: IndicatorPage, choices: Choices) -> None:
    if reason := why_not(page, choices.person, "Indikatorn"):
        raise Refused(reason)


def _about_the_file(
    batches, last: ValueBatch | None, table: FigureTable, checksum: str
) -> list[str]:
    notes = []
    if same := batches.filter(checksum=checksum).first():
        notes.append(f"Samma fil importerades {long_date(timezone.localdate(same.imported_at))}.")
    if last and last.series and plain(last.series) != plain(table.series):
        notes.append(
            f"Förra importen läste {shown(last.series)}, den här läser {shown(table.series)}. "
            "Kontrollera att det är samma fråga."
        )
    return notes


def _warn(plan: FigurePlan) -> None:
    """What of the new figures could point at individuals, or looks like another scale."""
    draft = plan.draft
    counted, unit = draft.what_is_counted, draft.unit
    known = set(small_numbers.warnings(plan.before, counted, unit))
    plan.warnings = [
        text for text in small_numbers.warnings(plan.after, counted, unit) if text not in known
    ]
    figures = [step.value.value for step in plan.working if step.value.value is not None]
    if draft.what_is_counted == draft.what_is_counted.SHARE and figures:
        if max(figures) > 100:
            plan.notes.append("Någon siffra är över 100, fast indikatorn räknar procent.")
        if len(figures) > 1 and all(0 <= one <= 1 for one in figures) and any(figures):
            plan.notes.append(
                "Alla siffror är mellan 0 och 1, fast indikatorn räknar procent. Är de andelar av 1, "
                "så gör om dem till procent i filen först."
            )


def _decide_publication(plan: FigurePlan, choices: Choices) -> None:
    if not choices.publish or not plan.working:
        return
    page = plan.page
    if not may_publish(choices.person, page, is_new=False):
        plan.notes.append(
            "Publiceras inte: du får inte publicera själv. Siffrorna blir ett utkast."
        )
    elif page.live and page.has_unpublished_changes:
        plan.notes.append(
            "Publiceras inte: någon har ett utkast till indikatorn som inte är färdigt. Siffrorna "
            "läggs i utkastet."
        )
    elif not page.live and page.first_published_at:
        plan.notes.append("Publiceras inte: indikatorn är avpublicerad. Siffrorna blir ett utkast.")
    elif plan.draft.go_live_at and plan.draft.go_live_at > timezone.now():
        plan.notes.append("Publiceras inte nu: indikatorn har en egen tid för publicering.")
    else:
        plan.publishes = True

"""Measures that go on in another measure: merged into it or replaced by it. No chains, no loops.

They are refused when a merger or a replacement is published. What editors take away afterwards
(a newer update, the privacy of one, a measure in between) can still bring an old merger back into
force. Therefore a reader is never sent along what the pages say step by step: `arrival` follows
it, and gives the one measure where it ends, or none where it leads round.
"""

from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Concat, Length, Substr
from wagtail.models import Page

from actionplan.status import MeasureStatus
from delivery import generation

if TYPE_CHECKING:
    from actionplan.models import MeasurePage


def successor_errors(measure: "MeasurePage | None", successor: "MeasurePage") -> list[str]:
    """Why `measure` may not go on in `successor`; empty if it may.

    A reader is sent on once: to a page that can be read and that does not send further.
    """
    measures = type(successor).objects
    if measure is not None and measure.pk == successor.pk:
        return ["En åtgärd kan inte gå upp i sig själv. Välj en annan åtgärd."]
    if not measures.visible().filter(pk=successor.pk).exists():
        return [
            f"Åtgärden ”{successor.title}” är inte publicerad. Välj en åtgärd som går att läsa."
        ]
    if goes_on_elsewhere(successor):
        return [
            f"Åtgärden ”{successor.title}” har själv gått upp i eller ersatts av en annan åtgärd. "
            "Välj den åtgärden i stället."
        ]
    if measure is not None and measure.pk and (earlier := predecessors(measure)):
        names = ", ".join(f"”{page.title}”" for page in earlier)
        return [
            f"Den här åtgärden tar redan emot läsare från {names}. "
            "Låt först den sidan visa till den nya åtgärden."
        ]
    return []


def goes_on_elsewhere(measure: "MeasurePage") -> bool:
    """Whether the measure has itself been merged or replaced."""
    return measure.replaced_by_id is not None or measure.status is MeasureStatus.MERGED


def predecessors(measure: "MeasurePage") -> list["MeasurePage"]:
    """The live measures whose readers are sent on to this one."""
    from actionplan.models.status_update import StatusUpdatePage
    from actionplan.standing import standings_of

    measures = type(measure).objects.live()
    said = StatusUpdatePage.objects.live().filter(merged_into=measure)
    candidates = measures.filter(
        path__in=[path[: -measure.steplen] for path in said.values_list("path", flat=True)]
    )
    standings = standings_of(candidates)
    merged = [page for page in candidates if standings[page.pk].merged_into_id == measure.pk]
    return list(measures.filter(replaced_by=measure)) + merged


# Where a reader is sent


def successions() -> dict[int, int]:
    """Where the work of each measure that all may read goes on, by primary keys, in one query.

    Only what is in force: of a measure's updates the newest counted one, and before it a
    replacement. Asked for once a generation.
    """
    return generation.kept("successions", _successions)


def arrival(measure_pk: int | None, successor_pk: int) -> int | None:
    """The measure where the work of one that goes on in `successor` goes on now.

    None where it leads back to a measure already passed.
    """
    onward, passed = successions(), {measure_pk}
    while successor_pk not in passed:
        if successor_pk not in onward:
            return successor_pk
        passed.add(successor_pk)
        successor_pk = onward[successor_pk]
    return None


def detours() -> dict[int, int | None]:
    """The measures whose readers do not come where the page itself says, and where they come."""
    arrivals = {pk: arrival(pk, successor) for pk, successor in successions().items()}
    return {pk: end for pk, end in arrivals.items() if end != successions()[pk]}


def detour_warnings() -> list[str]:
    """What editors are told of measures that came to go on in a chain or in a loop, in Swedish."""
    found = detours()
    pages = Page.objects.in_bulk({*found, *(end for end in found.values() if end)})
    return [detour_in_words(pages[pk], pages.get(end)) for pk, end in found.items() if pk in pages]


def detour_in_words(measure: Page, end: Page | None) -> str:
    """What has come of a measure's succession, and what the editor can do about it."""
    if end is None:
        return (
            f"”{measure.title}” och en annan åtgärd säger att de ingår i varandra. Läsarna får "
            "därför ingen länk. Publicera en lägesrapport som säger vad som gäller."
        )
    return (
        f"”{measure.title}” ingår i en åtgärd som själv ingår i ”{end.title}”. Läsarna skickas "
        "direkt dit. Kontrollera att det är rätt."
    )


def _successions() -> dict[int, int]:
    from actionplan.models import MeasurePage, StatusUpdatePage
    from actionplan.standing import counted

    above = Substr("path", 1, Length("path") - Page.steplen)
    first, last = Page._get_children_path_interval("")
    siblings = counted(
        StatusUpdatePage.objects.filter(
            path__range=(
                Concat(OuterRef("above"), Value(first)),
                Concat(OuterRef("above"), Value(last)),
            )
        )
    )
    merged = (
        StatusUpdatePage.objects.visible()
        .filter(status=MeasureStatus.MERGED, merged_into__isnull=False)
        .annotate(above=above)
        .filter(pk=Subquery(siblings.values("pk")[:1]))
        .annotate(measure=Subquery(Page.objects.filter(path=OuterRef("above")).values("pk")))
        .annotate(order=Value(0))
    )
    replaced = (
        MeasurePage.objects.visible().filter(replaced_by__isnull=False).annotate(order=Value(1))
    )
    rows = (
        merged.order_by()
        .values_list("order", "measure", "merged_into_id")
        .union(replaced.order_by().values_list("order", "pk", "replaced_by_id"), all=True)
        .order_by("order")
    )
    return {measure: successor for _order, measure, successor in rows}

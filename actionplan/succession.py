"""Measures that go on in another measure: merged into it or replaced by it. No chains, no loops."""

from typing import TYPE_CHECKING

from actionplan.status import MeasureStatus

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

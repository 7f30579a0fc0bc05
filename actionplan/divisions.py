"""How pages of the plan are sorted: by focus area, and by the status of the measure."""

from actionplan.models import FocusAreaPage, MeasurePage
from actionplan.standing import standings_of
from foundation.branches import Branches, divide


def register() -> None:
    """Tell of the divisions of the plan."""
    divide("omrade", "Fokusområde", areas)
    divide("status", "Status", statuses)


def areas() -> Branches:
    """The focus areas; one in safe mode goes by its neutral title."""
    pages = FocusAreaPage.objects.visible().order_by("path").defer("body")
    return {page.path: (page.slug, page.browser_title) for page in pages}


def statuses() -> Branches:
    """The measures, each with the status that its updates say."""
    # Rows, for ten thousand whole pages would take a second to build, at the first search of all
    # after each publication.
    rows = MeasurePage.objects.visible().order_by("path").values_list("pk", "path", named=True)
    measures = list(rows)
    standings = standings_of(measures)
    return {
        measure.path: (status.value, status.label)
        for measure in measures
        for status in (standings[measure.pk].status,)
    }

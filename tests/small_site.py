"""The small site that most tests begin with: published once, and put back row by row."""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Page, Site

from tests import noting
from tests.factories import (
    FocusAreaPageFactory,
    HomePageFactory,
    MeasurePageFactory,
    PlanPageFactory,
)


@dataclass(frozen=True)
class Written:
    """What publishing one page did, and the page."""

    statements: noting.Statements
    page: Page


def _home() -> Page:
    page = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.filter(is_default_site=True).update(root_page=page, hostname="localhost")
    Site.clear_site_root_paths_cache()
    return page


# Each page is made below the one before it.
STEPS: dict[str, Callable[[Page | None], Page]] = {
    "home": lambda _above: _home(),
    "plan": lambda home: PlanPageFactory(parent=home),
    "area": lambda plan: FocusAreaPageFactory(parent=plan, title="Trygga platser"),
    "measure": lambda area: MeasurePageFactory(parent=area, title="Ett tryggare torg"),
}

_written: dict[str, Written] = {}


def note_down() -> None:
    """Publish the pages and remember what it wrote; the database is left as it was."""
    pages: list[Page | None] = [None]

    def step(publish: Callable[[Page | None], Page]) -> Callable[[], None]:
        return lambda: pages.append(publish(pages[-1]))

    noted = noting.note(*map(step, STEPS.values()))
    for name, statements, page in zip(STEPS, noted, pages[1:], strict=True):
        _written[name] = Written(statements, page)


def put_back(name: str) -> Page:
    """The page, published; those above it have been put back before."""
    written = _written[name]
    noting.put_back(written.statements)
    return type(written.page).objects.get(pk=written.page.pk)

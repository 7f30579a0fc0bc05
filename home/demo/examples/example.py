"""A made-up measure, with what is told of it over time."""

from dataclasses import dataclass, field

from actionplan.models import FocusAreaPage, MeasurePage, StatusUpdatePage
from actionplan.status import MeasureStatus
from home.demo.examples.register import MADE_UP, Register
from home.demo.record import Record
from home.publishing import date_back, morning

Told = tuple[int, MeasureStatus, str] | tuple[int, MeasureStatus, str, dict]


@dataclass(frozen=True)
class Example:
    """A measure: in which area, since when, what its updates tell, and when it was last changed."""

    area: str
    slug: str
    since: int
    facts: dict
    told: list[Told] = field(default_factory=list)
    changed: int | None = None

    def put_below(self, area: FocusAreaPage, record: Record, register: Register) -> MeasurePage:
        """Publish the measure and its updates, each on its day."""
        facts = {"responsible": register.office, **MADE_UP, **self.facts}
        measure = record.page(area, MeasurePage(slug=self.slug, **facts), record.day(self.since))
        if self.changed:
            date_back(measure, morning(record.day(self.changed)))
        for told in self.told:
            _tell(record, measure, *told)
        return measure


def _tell(
    record: Record, measure: MeasurePage, offset: int, status: MeasureStatus, said: str, more=None
) -> None:
    update = StatusUpdatePage(
        fact_on=record.day(offset), status=status, text=f"<p>{said}</p>", **(more or {}), **MADE_UP
    )
    record.page(measure, update, record.day(offset))

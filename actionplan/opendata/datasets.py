"""The data sets: the one list that files, dictionary, interface and catalogue read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils import timezone

from actionplan.models import IndicatorPage, IndicatorValue
from actionplan.opendata.columns import Column, Kind
from actionplan.opendata.figure_columns import FIGURE_COLUMNS
from actionplan.opendata.measure_columns import MEASURE_COLUMNS, UPDATE_COLUMNS
from actionplan.opendata.measures import address, measure_rows, not_examples, update_rows
from delivery import generation

Row = dict[str, object]


@dataclass
class _Table:
    """The rows, and the days when what they tell was first published."""

    rows: list[Row] = field(default_factory=list)
    published_on: set[date] = field(default_factory=set)

    @property
    def issued_on(self) -> date | None:
        return min(self.published_on, default=None)


@dataclass(frozen=True)
class Dataset:
    """A table that anybody may take. `name` stands in its addresses and never changes.

    `source` gives what the cells of each row are read from, first the page that tells it. `time`
    is the column that says when what the row tells of was so, if there is one.
    """

    name: str
    swedish: str
    english: str
    about_swedish: str
    about_english: str
    columns: tuple[Column, ...]
    source: Callable[[], Iterable[tuple]]
    time: str = ""

    def rows(self) -> list[Row]:
        """Every row as JSON has it."""
        return self._table().rows

    @property
    def issued_on(self) -> date | None:
        """The day when the first of what it holds was published; None of an empty one."""
        return self._table().issued_on

    @property
    def first_year(self) -> int | None:
        """The earliest year that any row tells of, as far as that is known."""
        years = [row[self.time][:4] for row in self.rows() if self.time and row[self.time]]
        return int(min(years)) if years else None

    def _table(self) -> _Table:
        # Once a generation and day, from what is published: a day alone can make a measure late.
        return generation.kept(f"opendata:{self.name}:{timezone.localdate()}", self._make)

    def _make(self) -> _Table:
        table = _Table()
        for page, *others in self.source():
            table.rows.append({one.key: one.value(page, *others) for one in self.columns})
            published_at = page.first_published_at
            if published_at:
                table.published_on.add(timezone.localdate(published_at))
        return table

    @property
    def filters(self) -> list[Column]:
        """The columns by which rows can be chosen."""
        return [column for column in self.columns if column.is_filter]

    @property
    def key(self) -> str | None:
        """The column that names a row, if there is one."""
        return next((column.key for column in self.columns if column.key == "key"), None)

    @property
    def csv(self) -> str:
        """The address of the table."""
        return reverse("data_file", args=[self.name, "csv"])

    @property
    def json(self) -> str:
        """The address of the same for programs."""
        return reverse("data_file", args=[self.name, "json"])


def _figures() -> Iterable[tuple[IndicatorPage, IndicatorValue]]:
    pages = IndicatorPage.objects.visible().filter(alias_of=None).order_by("path").with_values()
    for page in not_examples(list(pages)):
        for value in page.values_in_order:
            yield page, value


DATASETS = (
    Dataset(
        "atgarder",
        "Åtgärder",
        "Measures",
        "Alla publicerade åtgärder i åtgärdsplanen, med mål, ansvarig, tid och status.",
        "All published measures of the plan, with goal, responsible unit, time and status.",
        MEASURE_COLUMNS,
        measure_rows,
        time="starts",
    ),
    Dataset(
        "lagesrapporter",
        "Lägesrapporter",
        "Status updates",
        "Vad kommunen har berättat om hur det går med åtgärderna, dag för dag.",
        "What the municipality has told of how the measures proceed, day by day.",
        UPDATE_COLUMNS,
        update_rows,
        time="fact_on",
    ),
    Dataset(
        "indikatorvarden",
        "Indikatorvärden",
        "Indicator values",
        "Siffror som visar hur det går, med period, plats, osäkerhet och källa.",
        "Figures that show how things go, with period, place, uncertainty and source.",
        (
            Column(
                *("indicator_key", Kind.KEY, "Indikatorns nyckel"),
                *("Indikatorns nyckel. Ändras aldrig.", "The key of the indicator. Never changes."),
                lambda page, value: page.translation_key,
                is_filter=True,
            ),
            Column(
                *("url", Kind.ADDRESS, "Adress"),
                *("Indikatorns sida.", "The page of the indicator."),
                lambda page, value: address(page),
            ),
            *FIGURE_COLUMNS,
        ),
        _figures,
        time="period_from",
    ),
)

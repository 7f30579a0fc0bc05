"""The data sets: the one list that files, dictionary, interface and catalogue read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from actionplan.models import IndicatorPage, IndicatorValue
from actionplan.opendata.columns import Column, Kind
from actionplan.opendata.figure_columns import FIGURE_COLUMNS
from actionplan.opendata.measure_columns import MEASURE_COLUMNS, UPDATE_COLUMNS
from actionplan.opendata.measures import address, measure_rows, not_examples, update_rows
from delivery import generation

Row = dict[str, object]


@dataclass(frozen=True)
class Dataset:
    """A table that anybody may take. `name` stands in its addresses and never changes."""

    name: str
    swedish: str
    english: str
    about_swedish: str
    about_english: str
    columns: tuple[Column, ...]
    source: Callable[[], Iterable[tuple]]

    def rows(self) -> list[Row]:
        """Every row as JSON has it.

        Made once a generation and day, from what is published: a day alone can make a measure late.
        """
        return generation.kept(f"opendata:{self.name}:{timezone.localdate()}", self._make)

    def _make(self) -> list[Row]:
        return [
            {column.key: column.value(*row) for column in self.columns} for row in self.source()
        ]

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
    ),
    Dataset(
        "lagesrapporter",
        "Lägesrapporter",
        "Status updates",
        "Vad kommunen har berättat om hur det går med åtgärderna, dag för dag.",
        "What the municipality has told of how the measures proceed, day by day.",
        UPDATE_COLUMNS,
        update_rows,
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
    ),
)

"""What a file says, figure by figure, before anybody knows whether it can be understood."""

from dataclasses import dataclass, field
from enum import Enum

from foundation.tables.sheet import NOTHING, Cell, letter


class FileKind(Enum):
    """Who made the file, as far as its shape tells."""

    KOLADA = "Kolada"
    NTU = "NTU"
    TABLE = "Tabell"


@dataclass(frozen=True)
class Spot:
    """Where something stands: the row, and the column if the file has columns."""

    row: int
    column: int = 0

    def __str__(self) -> str:
        return f"Rad {self.row}, kolumn {letter(self.column)}" if self.column else f"Rad {self.row}"


@dataclass
class Reading:
    """One figure as it stands: everything that is said of it, and where."""

    spot: Spot
    period: Cell
    value: Cell
    place: str = ""
    groups: list[str] = field(default_factory=list)
    period_to: Cell = NOTHING
    low: Cell = NOTHING
    high: Cell = NOTHING
    interval: Cell = NOTHING
    base: Cell = NOTHING
    status: str = ""
    note: str = ""
    source_text: str = ""
    source_url: str = ""
    # The indicator and the unit, where the file says them.
    about: str = ""
    unit: str = ""
    # Why the source itself says that it is no figure any more, or never was.
    withdrawn: str = ""


@dataclass(frozen=True)
class ColumnRead:
    """A column, what stands above it, and as what it is read; nothing: it is left out."""

    number: int
    heading: str
    name: str = ""
    is_exact: bool = True


@dataclass
class FigureTable:
    """The figures of one series: those of a sheet, or of one indicator of Kolada."""

    series: str
    kind: FileKind
    readings: list[Reading] = field(default_factory=list)
    columns: list[ColumnRead] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    heading_row: int = 0
    title: str = ""
    source_text: str = ""
    # The names that the file itself gives to codes of places.
    names: dict[str, str] = field(default_factory=dict)
    # Given away by a site like this one: every word holds as it stands, and what is empty is nothing.
    is_own: bool = False

"""A table as it stands in a file, before anybody knows what it means."""

import datetime
from dataclasses import dataclass, field

Value = str | int | float | bool | datetime.date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a box; `problem` says in Swedish why nothing can be read from it.

    `is_percent`: the number is shown a hundred times as large, with a percent sign.
    `is_struck`: all of it is shown with a line through.
    """

    value: Value = None
    problem: str = ""
    is_percent: bool = False
    is_struck: bool = False

    @property
    def text(self) -> str:
        """What a reader sees, as far as the file tells: without the look of numbers and dates."""
        match self.value:
            case None:
                return ""
            case bool():
                return "ja" if self.value else "nej"
            case float() if self.value.is_integer() and abs(self.value) < 1e15:
                return str(int(self.value))
            case datetime.date():
                return self.value.isoformat()
        return str(self.value)


NOTHING = Cell()


@dataclass(slots=True)
class Row:
    """A row by its own number in the file; columns are counted from 1."""

    number: int
    cells: dict[int, Cell] = field(default_factory=dict)
    is_hidden: bool = False

    def __getitem__(self, column: int) -> Cell:
        return self.cells.get(column, NOTHING)

    @property
    def filled(self) -> list[int]:
        """The columns where something stands."""
        return sorted(
            column for column, cell in self.cells.items() if cell.text.strip() or cell.problem
        )


@dataclass(frozen=True, slots=True)
class Merge:
    """Boxes that are one to the eye; what they say stands in the first."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One table: its rows that hold anything, in order."""

    name: str
    rows: list[Row] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False
    # Its texts are as they were written: no program for tables would have run them as formulas.
    is_raw: bool = False

    def width(self, row: int, column: int) -> int:
        """Over how many columns the box at that place reaches."""
        for merge in self.merges:
            if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
                return merge.right - merge.left + 1
        return 1


def letter(column: int) -> str:
    """The column as programs for tables name it: 1 is A, 28 is AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name

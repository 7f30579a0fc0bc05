"""What the branches of the site have in common, told by the apps that know: areas, statuses.

A *division* sorts pages by the branch that they lie in. The search asks of divisions without
knowing what they mean.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from delivery import generation

# The branch's tree path to what it is sorted under: a key for addresses, and words for readers.
Branches = dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Division:
    """One way of sorting pages: `name` in addresses, `label` for readers."""

    name: str
    label: str
    ask: Callable[[], Branches]

    def branches(self) -> Branches:
        """What each branch is sorted under, asked for once a generation."""
        return generation.kept(f"division:{self.name}", self.ask)


_divisions: dict[str, Division] = {}


def divide(name: str, label: str, ask: Callable[[], Branches]) -> None:
    """Let pages be sorted by the branches that `ask` tells of."""
    _divisions[name] = Division(name, label, ask)


def divisions() -> Iterable[Division]:
    """All the ways of sorting, in the order they were told."""
    return _divisions.values()

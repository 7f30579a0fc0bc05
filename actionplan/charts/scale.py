"""The axis of values: where a figure lies, and at which round numbers the lines are drawn."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from foundation.swedish.numbers import number

# Round numbers, as people count: by ones, twos and fives.
_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_LINES = 5
_MILLION = Decimal(10**6)


@dataclass(frozen=True)
class Scale:
    """From the lowest line to the highest, all at round numbers."""

    ticks: tuple[Decimal, ...]

    @classmethod
    def over(
        cls, lowest: Decimal, highest: Decimal, *, from_nought: bool, at_most: Decimal | None = None
    ) -> "Scale":
        """A scale that holds both ends.

        It starts at nought unless that would press the figures together, and always for bars:
        half as long a bar must mean half as much. `at_most` is a limit of nature, 100 procent.
        """
        if from_nought or _is_near_nought(lowest, highest):
            lowest, highest = min(lowest, Decimal(0)), max(highest, Decimal(0))
        if lowest == highest:
            highest = lowest + 1
        step = _round_step((highest - lowest) / _LINES)
        first = (lowest / step).to_integral_value(ROUND_FLOOR)
        last = (highest / step).to_integral_value(ROUND_CEILING)
        if at_most is not None and highest <= at_most:
            last = min(last, (at_most / step).to_integral_value(ROUND_FLOOR))
            if last * step < highest:
                last += 1
        return cls(tuple(step * line for line in range(int(first), int(last) + 1)))

    def share(self, value: Decimal) -> float:
        """How far up between the lowest and the highest line: 0 to 1."""
        low, high = self.ticks[0], self.ticks[-1]
        return float((value - low) / (high - low))

    @property
    def starts_at_nought(self) -> bool:
        """Whether lengths can be compared by eye."""
        return self.ticks[0] <= 0 <= self.ticks[-1]

    @property
    def labels(self) -> list[str]:
        """What stands at the lines: "1 500", "−2,5", "12 milj."."""
        if max(abs(tick) for tick in self.ticks) >= _MILLION:
            return [f"{_short(tick / _MILLION)}\u00a0milj." if tick else "0" for tick in self.ticks]
        return [_short(tick) for tick in self.ticks]


def _is_near_nought(lowest: Decimal, highest: Decimal) -> bool:
    """Whether the way to nought is at most twice what the figures themselves take."""
    nearest = min(abs(lowest), abs(highest))
    return lowest <= 0 <= highest or nearest <= 2 * (highest - lowest) or lowest == highest


def _round_step(at_least: Decimal) -> Decimal:
    power = Decimal(1).scaleb(at_least.adjusted())
    return next(power * one for one in _ROUND if power * one >= at_least)


def _short(value: Decimal) -> str:
    return number(Decimal(f"{value.normalize():f}"))

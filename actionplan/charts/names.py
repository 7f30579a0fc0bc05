"""Names beside the ends of lines, none on top of another."""

from textwrap import wrap

LINE = 18


def lines_of(name: str) -> list[str]:
    """A name in at most three lines, as narrow as its words allow."""
    lines = wrap(name, LINE) or [""]
    return lines if len(lines) <= 3 else [*lines[:2], f"{lines[2]} …"]


def spread(wanted: list[tuple[float, float]], low: float, high: float) -> list[float]:
    """Where things of some height are put that want to lie at some place, between two ends.

    Each of `wanted` is the middle that it wants and its height. Those in the way of each other
    give way downwards, and then all of them upwards as far as the end demands.
    """
    order = sorted(range(len(wanted)), key=lambda one: wanted[one][0])
    places = [0.0] * len(wanted)
    edge = low
    for one in order:
        middle, height = wanted[one]
        places[one] = max(middle, edge + height / 2)
        edge = places[one] + height / 2
    edge = high
    for one in reversed(order):
        height = wanted[one][1]
        places[one] = min(places[one], edge - height / 2)
        edge = places[one] - height / 2
    return places

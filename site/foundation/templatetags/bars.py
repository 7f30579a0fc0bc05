"""Lengths for bars drawn as SVG, which a strict policy for styles allows."""

from collections.abc import Iterable

from django import template

register = template.Library()

LENGTH = 600
GAP = 3


@register.filter
def bar_parts(counts: Iterable[dict]) -> list[dict]:
    """Each of `counts` (dicts with `status` and `count`) with where its part of the bar lies.

    The parts together are 600 long. Numbers are text, since SVG has no decimal comma.
    """
    counts = [item for item in counts if item["count"]]
    whole = sum(item["count"] for item in counts)
    parts, passed = [], 0
    for item in counts:
        start = LENGTH * passed / whole
        passed += item["count"]
        gap = GAP if passed < whole else 0
        width = max(LENGTH * passed / whole - start - gap, 1)
        parts.append({**item, "x": f"{start:.1f}", "width": f"{width:.1f}"})
    return parts

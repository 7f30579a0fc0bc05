"""The samples of what the menu and the footer are made of."""

from foundation.navigation import FooterColumn, MenuItem
from home.showcase.sample import Sample

NEWS = MenuItem("Nyheter", "/nyheter/")
ELSEWHERE = MenuItem("Exempel", "https://www.example.com/")


def link_samples() -> list[Sample]:
    """A link of the menu or the footer."""
    return [
        Sample("Till en annan sida", {"item": NEWS}),
        Sample("Till avdelningen man är i", {"item": MenuItem("Nyheter", "/redaktion/")}),
        Sample("Till en annan webbplats", {"item": ELSEWHERE}),
    ]


def column_samples() -> list[Sample]:
    """A column of the footer."""
    return [
        Sample("Med rubrik", {"column": FooterColumn("Exempel", [NEWS, ELSEWHERE])}),
        Sample("Utan rubrik", {"column": FooterColumn("", [NEWS])}),
    ]

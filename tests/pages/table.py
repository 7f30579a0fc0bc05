"""One table of all pages: what was promised beside what was found, and below it what is broken."""

from tests.pages.promises import Cell

MARK = "!"


def drawn(rows: dict[str, dict[str, Cell]]) -> str:
    """The table as text; the promise stands in each heading, a broken one has a mark."""
    headings = ["sida", *next(iter(rows.values()))]
    lines = [headings] + [
        [name, *(cell.text + MARK * bool(cell.broken) for cell in cells.values())]
        for name, cells in rows.items()
    ]
    widths = [max(len(line[place]) for line in lines) for place in range(len(headings))]
    return "\n".join(
        "  ".join(
            text.rjust(width) if place else text.ljust(width)
            for place, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def broken(rows: dict[str, dict[str, Cell]]) -> list[str]:
    """Every broken promise, one line each."""
    return [
        f"{name}  {reason}"
        for name, cells in rows.items()
        for cell in cells.values()
        for reason in cell.broken
    ]

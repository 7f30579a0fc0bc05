"""Tables on the page: those that hold data, and those that only place things."""

from bs4 import Tag

from news.importing.article import Notes, Table
from news.importing.webpage.soup import words

WIDEST = 30
PLACED_THINGS = ["table", "h1", "h2", "h3", "h4", "img", "ul", "ol", "blockquote", "figure"]


def holds_data(table: Tag) -> bool:
    """Whether the table has rows and columns of plain cells."""
    if table.get("role") in {"presentation", "none"} or table.find(PLACED_THINGS):
        return False
    rows = [row.find_all(["td", "th"], recursive=False) for row in table.find_all("tr")]
    return len(rows) > 1 and max(map(len, rows)) > 1


def table_of(table: Tag, caption: str, notes: Notes) -> Table:
    """The table's cells as plain text, every row of one length."""
    rows = [row for row in table.find_all("tr") if row.find(["td", "th"])]
    grid = _grid(rows)
    if table.find("a"):
        notes.leave_out("Länkar i tabeller togs inte med: en tabell har ren text.")
    if any(
        _span(cell, "colspan") + _span(cell, "rowspan") > 2 for cell in table.find_all(["td", "th"])
    ):
        notes.guess("Sammanslagna celler i en tabell delades upp: kontrollera raderna.")
    header = all(cell.name == "th" for cell in rows[0].find_all(["td", "th"]))
    title = words(table.caption) if table.caption else caption
    return Table(grid, title, header or rows[0].find_parent("thead") is not None)


def _grid(rows: list[Tag]) -> tuple[tuple[str, ...], ...]:
    """Cells in their places: one over several rows is said in each, one over several columns once."""
    grid: list[list[str]] = []
    hanging: dict[int, tuple[int, str]] = {}
    for row in rows:
        cells: list[str] = []
        _hang(cells, hanging)
        for cell in row.find_all(["td", "th"], recursive=False):
            if len(cells) >= WIDEST:
                break
            if (height := _span(cell, "rowspan")) > 1:
                hanging[len(cells)] = (height - 1, words(cell))
            cells += [words(cell)] + [""] * (_span(cell, "colspan") - 1)
            _hang(cells, hanging)
        grid.append(cells)
    width = min(max(map(len, grid)), WIDEST)
    return tuple(tuple((cells + [""] * width)[:width]) for cells in grid)


def _hang(cells: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Put in the cells that reach down here from rows above."""
    while (place := len(cells)) in hanging:
        left, text = hanging.pop(place)
        if left > 1:
            hanging[place] = (left - 1, text)
        cells.append(text)


def _span(cell: Tag, name: str) -> int:
    number = cell.get(name, "1")
    return (
        min(int(number), WIDEST) if number.isascii() and number.isdigit() and len(number) < 4 else 1
    )

"""Which of the figures in a file are those of the indicator."""

from actionplan.importing.figures.file import chosen
from actionplan.importing.figures.reading import FigureTable
from actionplan.importing.words import plain
from actionplan.models import IndicatorPage
from foundation.importing.refusal import Refused, shown


def take_series(
    tables: list[FigureTable], wanted: str, before: str, page: IndicatorPage
) -> FigureTable:
    """The figures that the editor means: of one sheet or Kolada indicator, one question, one unit."""
    names = {plain(table.series) for table in tables}
    is_sheet = (
        not wanted
        or plain(wanted) in names
        or any(plain(wanted) == plain(table.title) for table in tables)
    )
    # What names no sheet may name an indicator or a unit within the only one.
    table = chosen(tables, wanted if is_sheet or len(tables) > 1 else "", before)
    within = "" if is_sheet else wanted
    known = {plain(page.title), plain(str(page.translation_key))}
    _narrow(table, "about", within, known, "frågor")
    _narrow(table, "unit", within, {plain(page.unit)}, "enheter")
    return table


def _narrow(table: FigureTable, name: str, wanted: str, known: set[str], what: str) -> None:
    """Keep the readings whose `name` is the wanted one, where the file has several."""
    told = dict.fromkeys(getattr(one, name).strip() for one in table.readings)
    said = [one for one in told if one]
    if not said:
        return
    fitting = {plain(wanted)} if wanted and plain(wanted) in map(plain, said) else known
    matching = [one for one in said if plain(one) in fitting]
    if len(told) == 1 and not matching:
        table.notes.append(
            f"Filen säger att siffrorna är om {shown(said[0])}. Kontrollera att det är samma sak."
        )
        return
    if not matching:
        names = ", ".join(map(shown, said[:12]))
        raise Refused(
            f"Filen har siffror om flera {what}: {names}. Skriv under Serie vilken som ska läsas."
        )
    kept = [one for one in table.readings if getattr(one, name).strip() in matching]
    if left := len(table.readings) - len(kept):
        table.notes.append(f"{left} värden är om något annat och tas inte med.")
    table.readings = kept

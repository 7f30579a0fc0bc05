"""What those who hear a table need."""

from collections.abc import Iterator

from foundation.plain_language.advice import Advice
from foundation.plain_language.parts import Table, Written


def tables_without_words(written: Written) -> Iterator[Advice]:
    """Tables without a caption, and columns without a heading."""
    for table in written.of(Table):
        if not table.caption.strip():
            yield Advice(
                "Tabell utan rubrik",
                "Skriv i fältet för tabellrubrik vad tabellen visar.",
                table.place,
            )
        nameless = [
            place for place, heading in enumerate(table.headings, start=1) if not heading.strip()
        ]
        if nameless:
            which = ", ".join(map(str, nameless))
            yield Advice(
                f"Kolumn utan rubrik: nummer {which}",
                "Skriv överst i kolumnen vad som står i den.",
                table.place,
                table.caption,
            )

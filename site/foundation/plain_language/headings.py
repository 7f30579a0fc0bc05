"""Headings in order: readers who listen walk from heading to heading."""

from collections.abc import Iterator

from foundation.plain_language.advice import Advice
from foundation.plain_language.parts import Heading, Written


def skipped_headings(written: Written) -> Iterator[Advice]:
    """Headings more than one level below the one before; the first stands below the title."""
    last = 1
    for heading in written.of(Heading):
        if heading.level > last + 1:
            yield Advice(
                "Underrubrik utan rubrik över sig",
                "Byt nivå till Rubrik, eller sätt en vanlig rubrik före.",
                heading.place,
                heading.text,
            )
        last = heading.level

"""What those who cannot see a picture are told."""

import re
from collections.abc import Iterator

from foundation.plain_language.advice import Advice
from foundation.plain_language.parts import Picture, Written

LONGEST_ALT = 200
_FILE_NAME = re.compile(r"\.(avif|gif|jpe?g|png|svg|webp)$|^(img|dsc|image|bild)?[_\d-]+$|_", re.I)
_PICTURE_OF = re.compile(r"^(en |ett )?(bild|foto|fotografi|foton|bilden)( (på|av|som)\b|:)", re.I)


def pictures_without_words(written: Written) -> Iterator[Advice]:
    """Pictures whose alternative text is missing, a file's name or longer than anybody listens."""
    for picture in written.of(Picture):
        alt = picture.alt.strip()
        if picture.decorative:
            continue
        if not alt:
            yield Advice(
                "Bild utan alternativtext",
                "Skriv vad bilden visar, för den som inte ser den. Är den bara utsmyckning: "
                "kryssa i att den är dekorativ.",
                picture.place,
            )
        elif _FILE_NAME.search(alt):
            yield Advice(
                "Alternativtexten ser ut som ett filnamn",
                "Skriv vad bilden visar.",
                picture.place,
                alt,
            )
        elif _PICTURE_OF.match(alt):
            yield Advice(
                "Alternativtexten börjar med ”bild på”",
                "Börja med det som syns. Att det är en bild sägs ändå.",
                picture.place,
                alt,
            )
        elif len(alt) > LONGEST_ALT:
            yield Advice(
                f"Lång alternativtext: {len(alt)} tecken",
                "Säg det viktigaste i en eller två meningar. Resten hör hemma i texten.",
                picture.place,
                alt,
            )

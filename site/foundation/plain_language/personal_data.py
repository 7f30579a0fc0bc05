"""What could point out a person: numbers, e-mail and telephone of their own."""

import re
from collections.abc import Iterator

from foundation.plain_language.advice import Advice
from foundation.plain_language.parts import (
    Heading,
    KeyFigure,
    Link,
    Picture,
    Place,
    Table,
    Text,
    Written,
)
from foundation.swedish.personal_numbers import personal_numbers

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Fornamn.efternamn@ is a person's, kommun@ or kontakt.center@ an office's; and nobody's office is at these.
_OWN_NAME = re.compile(r"^[^\W\d_]{2,}(?:-[^\W\d_]+)?\.[^\W\d_]{2,}(?:-[^\W\d_]+)?\d*@")
_PRIVATE_HOSTS = (
    "gmail.",
    "hotmail.",
    "icloud.",
    "live.",
    "me.com",
    "outlook.",
    "telia.com",
    "yahoo.",
)
_OFFICE_WORDS = frozenset(
    ["info", "kontakt", "kommun", "support", "service", "post", "registrator", "press"]
)
_MOBILE = re.compile(r"(?<![\d+-])(?:0|\+46[\s-]?(?:\(0\))?)7[02369](?:[\s-]?\d){7}(?!\d)")


def personal_data(written: Written) -> Iterator[Advice]:
    """Personal numbers first, then e-mail addresses and mobile telephones that look like somebody's."""
    said = list(_said(written))
    for place, text in said:
        for number in personal_numbers(text):
            yield Advice(
                "Det här ser ut som ett personnummer",
                "Ta bort det. Ett personnummer ska inte publiceras.",
                place,
                number,
            )
    for place, text in said:
        for address in _EMAIL.findall(text):
            if _is_somebodys(address):
                yield Advice(
                    "Det här ser ut som en persons e-postadress",
                    "Skriv hellre enhetens adress. Den gäller också när någon slutar.",
                    place,
                    address,
                )
        for number in _MOBILE.findall(text):
            yield Advice(
                "Det här ser ut som ett mobilnummer",
                "Kontrollera att det inte är någons eget. Skriv hellre växelns eller enhetens nummer.",
                place,
                number,
            )


def _is_somebodys(address: str) -> bool:
    name, _, host = address.lower().partition("@")
    if host.startswith(_PRIVATE_HOSTS):
        return True
    return bool(_OWN_NAME.match(address.lower())) and _OFFICE_WORDS.isdisjoint(name.split("."))


def _said(written: Written) -> Iterator[tuple[Place, str]]:
    """Everything that is read or heard, and the addresses behind links."""
    for part in written.parts:
        match part:
            case Text(place, paragraphs):
                for paragraph in paragraphs:
                    yield place, paragraph.text
                    for text, address in paragraph.links:
                        # Said twice where the address is the text.
                        if (target := address.removeprefix("mailto:")) not in text:
                            yield place, target
            case Link(place, text, address):
                yield place, f"{text} {address}"
            case Heading(place, text):
                yield place, text
            case Picture(place, alt):
                yield place, alt
            case Table(place, caption, headings):
                yield place, " · ".join([caption, *headings])
            case KeyFigure(place, value, source):
                yield place, f"{value} · {source}"
            case _:
                yield part.place, part.text

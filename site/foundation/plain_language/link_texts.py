"""Links that do not say where they lead. Screen readers list a page's links without the text around."""

import re
from collections.abc import Iterator

from foundation.plain_language.advice import Advice
from foundation.plain_language.parts import Link, Place, Text, Written

EMPTY_WORDS = frozenset(
    {
        *(
            "här",
            "hit",
            "mer",
            "mera",
            "länk",
            "länken",
            "denna länk",
            "den här länken",
            "webbplats",
        ),
        *("läs mer", "läs mera", "läs mer här", "läs här", "läs vidare", "läs hela", "mer här"),
        *("läs mer om det här", "läs mer om detta", "se här", "se mer", "se mer här", "visa mer"),
        *("klicka", "klicka här", "klicka på länken", "tryck här", "följ länken", "gå hit"),
        *("mer info", "mer information", "mer info här", "mer information finns här", "info"),
        *("hämta", "ladda ner", "ladda ned", "ladda ner här", "öppna", "dokument", "fil", "pdf"),
        *("till sidan", "till webbplatsen", "hemsida", "hemsidan", "webbsida", "webbsidan"),
        *("read more", "click here", "here", "more", "link"),
    }
)
_ADDRESS = re.compile(
    r"(https?://|www\.)\S+|([\w-]+\.)+(com|eu|info|net|nu|org|se)(/\S*)?", re.IGNORECASE
)
_AROUND = " \t\n.,:;!?…»«›>→–-\"'”"


def link_texts(written: Written) -> Iterator[Advice]:
    """Links called "läs mer", "klicka här", by their address, or as another that leads elsewhere."""
    leads_to: dict[str, str] = {}
    for place, text, address in links(written):
        plain = " ".join(text.strip(_AROUND).lower().split())
        target = address.rstrip("/")
        if plain in EMPTY_WORDS:
            yield Advice(
                "Länken säger inte vart den går",
                "Skriv vad läsaren får läsa, till exempel ”så följs planen upp”.",
                place,
                text,
            )
        elif _ADDRESS.fullmatch(plain):
            yield Advice(
                "Länken är en adress",
                "Skriv vad sidan heter. Adressen läses annars upp tecken för tecken.",
                place,
                text,
            )
        elif target and plain and leads_to.setdefault(plain, target) != target:
            yield Advice(
                "Två länkar heter lika men går till olika ställen",
                "Skriv i länken vad som skiljer dem åt. Den som hör länkarna upplästa en och en "
                "hör annars bara samma ord.",
                place,
                text,
            )


def links(written: Written) -> Iterator[tuple[Place, str, str]]:
    """Every link: its place, its text and its address, if that is known here."""
    for part in written.of(Text, Link):
        if isinstance(part, Link):
            yield part.place, part.text, part.address
        else:
            for paragraph in part.paragraphs:
                for text, address in paragraph.links:
                    yield part.place, text, address

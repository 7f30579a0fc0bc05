"""Figures that somebody must have found out."""

import re
from collections.abc import Iterator

from foundation.plain_language.advice import Advice
from foundation.plain_language.parts import KeyFigure, Text, Written

_SHARE = re.compile(
    r"\d+(?:[,.]\d+)?(?:\s*[–-]\s*\d+(?:[,.]\d+)?)?\s*(?:procentenheter|procent|promille|%)"
)
_SAYS_WHO = re.compile(
    r"\b(enligt|källa|källor|undersökning\w*|statistik\w*|rapport\w*|mätning\w*|\w*undersökningen)\b",
    re.IGNORECASE,
)


def figures_without_source(written: Written) -> Iterator[Advice]:
    """Key figures without a source, and shares in a paragraph that neither links nor says who.

    In running text only shares are looked for: other numbers are seldom a finding of somebody's.
    """
    for figure in written.of(KeyFigure):
        if figure.value.strip() and not figure.source.strip():
            yield Advice(
                "Siffra utan källa",
                "Skriv i fältet Källa vem som har tagit fram siffran, eller välj en indikator.",
                figure.place,
                figure.value,
            )
    if written.has_source or not written.in_swedish:
        return
    for text in written.of(Text):
        for paragraph in text.paragraphs:
            share = _SHARE.search(paragraph.text)
            if share and not paragraph.links and not _SAYS_WHO.search(paragraph.text):
                yield Advice(
                    "Siffra utan källa",
                    "Skriv var den kommer ifrån, eller markera siffran och länka till en "
                    "indikator. Då följer den indikatorns senaste värde.",
                    text.place,
                    share[0],
                )

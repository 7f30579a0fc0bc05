"""The words of the domain: abbreviations that are explained, and words that mean the same in a search.

They hold whatever the municipality, but they are content all the same: a site that begins empty
has none, and one that keeps the plan of the demonstration keeps them.
"""

from foundation.abbreviations import Abbreviation
from home.demo.record import Record
from search.models import Synonyms

ABBREVIATIONS = {
    "ANDT": "alkohol, narkotika, dopning och tobak",
    "Brå": "Brottsförebyggande rådet",
    "NTU": "Nationella trygghetsundersökningen",
    "SCB": "Statistiska centralbyrån",
    "VINR": "våld i nära relationer",
}
SYNONYMS = (
    "VINR, våld i nära relationer",
    "NTU, nationella trygghetsundersökningen",
    "Brå, brottsförebyggande rådet",
    "narkotika, droger, knark",
    "ungdomar, unga, tonåringar",
    "otrygghet, rädsla",
    "belysning, lampor, gatlyktor",
    "polis, kommunpolis",
)


def explain_the_words(record: Record) -> None:
    """Write them into the registers, unless somebody has written the abbreviation already."""
    known = set(Abbreviation.objects.values_list("short", flat=True))
    for short, meaning in ABBREVIATIONS.items():
        if short not in known:
            record.thing(Abbreviation(short=short, meaning=meaning))
    for terms in SYNONYMS:
        record.thing(Synonyms(terms=terms))

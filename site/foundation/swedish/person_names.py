"""Names that are surely enough a person's: one of the common first names, and a surname after it.

Most people's first names are among these. A name that is not found is a name all the same, so
this can only advise.
"""

import re

_COMMON = """
adam agneta ahmed albin alexander alexandra alf ali alice alva amanda amir anders andreas anette
anita ann anna anne annika anton arne arvid astrid axel barbro bengt berit bertil birgitta bo
bodil britt camilla carin carina caroline cecilia charlotte christer christina christine daniel
david ebba elin elisabeth elias ella ellen elsa emelie emil emma erik eva evelina fatima felix
filip fredrik frida gabriel georg gunilla gunnar gustav göran hanna hans hassan helena henrik
håkan ibrahim ida inga inger ingrid irene isabella jacob jakob jan janne jenny jens jessica joakim
johan johanna john jonas josefin julia jörgen karin karl katarina kent kerstin kim kjell klara
kristina lars leif lena lennart linda linnea linus lisa lisbeth lotta louise lovisa lucas ludvig
magnus maja malin margareta maria marianne marie martin mathias mats matilda mattias max maya
mikael mohamed mona monica moa mårten nathalie niklas nils oliver olivia olle olof oscar oskar
patrik per pernilla peter petra pia pontus rasmus rebecka rickard robert robin roger roland rolf
ronny rune samuel sandra sara simon siv sofia sofie stefan sten stig stina susanne sven sebastian
therese thomas tim tobias tomas tommy tony torbjörn tove ulf ulla ulrika urban victor viktor
viktoria vilma wilma william yasmin yvonne åke åsa örjan
"""
_FIRST_NAMES = frozenset(_COMMON.split())
_NAME = re.compile(
    r"(?<![\w-])(?P<first>[A-ZÅÄÖ][a-zåäöéü]+)(?:-[A-ZÅÄÖ][a-zåäöéü]+)?"
    r"(?: [A-ZÅÄÖ][a-zåäöéü]+)? (?:(?:af|von|de) )?"
    r"[A-ZÅÄÖ][a-zåäöéü]{2,}(?:-[A-ZÅÄÖ][a-zåäöéü]+)?"
    # Karl Johans skola is none.
    r"(?=\s*(?:$|[,;:/()–]))"
)


def person_name(text: str) -> str:
    """The name of a person in the text, as it is written there; empty where none is seen."""
    start = 0
    while found := _NAME.search(text, start):
        if found["first"].lower() in _FIRST_NAMES:
            return found[0]
        # What stands before the name may look like one: Enhetschef Anna Andersson.
        start = found.end("first")
    return ""

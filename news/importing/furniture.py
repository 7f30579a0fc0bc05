"""What stands around an article on the old website: its frame, and the labels with its facts."""

import re
from enum import Enum

FRAME = frozenset(
    {
        *(
            "logo",
            "logotyp",
            "logga",
            "meny",
            "sök",
            "stäng",
            "start",
            "språk",
            "translate",
            "translate page",
        ),
        *(
            "lyssna",
            "lyssna på sidan",
            "skriv ut",
            "skriv ut sidan",
            "anpassa",
            "teckenspråk",
            "lättläst",
        ),
        *(
            "dela",
            "dela sidan",
            "dela på facebook",
            "dela på x",
            "dela på twitter",
            "dela på linkedin",
        ),
        *(
            "facebook",
            "twitter",
            "linkedin",
            "e-post",
            "tipsa en vän",
            "kommentera",
            "kopiera länk",
        ),
        *(
            "hoppa till innehåll",
            "hoppa till innehållet",
            "hoppa till huvudinnehåll",
            "till innehållet",
        ),
        *("till startsidan", "till toppen", "till sidans topp", "tillbaka", "nästa", "föregående"),
        *(
            "nästa nyhet",
            "föregående nyhet",
            "fler nyheter",
            "alla nyheter",
            "visa fler",
            "tillbaka till nyheter",
        ),
        *(
            "hjälpte informationen dig?",
            "hjälpte sidan dig?",
            "hade du nytta av sidan?",
            "ja",
            "nej",
        ),
        *(
            "kakor",
            "cookies",
            "godkänn kakor",
            "godkänn alla",
            "acceptera kakor",
            "jag förstår",
            "endast nödvändiga",
        ),
        *("om kakor", "hantera kakor", "inställningar för kakor", "nyhet", "nyheter"),
    }
)
COOKIE_TALK = re.compile(
    r"\b(?:vi|webbplatsen|sidan)\s+använder\s+(?:kakor|cookies)\b", re.IGNORECASE
)
TRAIL = re.compile(
    r"^(?:du är här:?\s*)?(?:start|startsida|hem)(?:\s*[/>›»|]\s*\S.*)+$|^du är här\b",
    re.IGNORECASE,
)
ASKS_THE_READER = re.compile(
    r"^(?:hjälpte|var|hade du nytta av|hittade du|fick du)\b.{0,60}"
    r"\b(?:dig|hjälp|nytta|sidan|sökte|informationen|fråga)\?$",
    re.IGNORECASE,
)
TAKEN_BY = re.compile(
    r"(?:^|[.!?)”\"]\s+|\()(?:foto|fotograf|bild|illustration)\s*:\s*(?=\S).{2,60}$", re.IGNORECASE
)
LONGEST_CAPTION = 300


class Label(Enum):
    """A fact about the article that the old page gives under a label of its own."""

    PUBLISHED_ON = r"publicerad(?:\s+datum|\s+den)?|publicerat(?:\s+den)?|publiceringsdatum|publicerades(?:\s+den)?"
    PUBLISHED_BY = r"publicerad av|publicerat av|publicerare"
    CHANGED = (
        r"(?:senast\s+|sidan\s+)*(?:uppdaterad|uppdaterades|ändrad|granskad)(?:\s+av|\s+datum|\s+den)?"
        r"|uppdateringsdatum|sidan uppdaterades"
    )
    KEEPER = r"sidansvarig|innehållsansvarig|ansvarig för sidan|webbredaktör|skribent|text"
    PICTURE = r"foto|fotograf|bild|bildtext|illustration"


_LABELS = [
    (label, re.compile(rf"^(?:{label.value})(?P<mark>\s*:\s*|\s+|$)(?P<value>.*)$", re.IGNORECASE))
    for label in (
        Label.PUBLISHED_BY,
        Label.PUBLISHED_ON,
        Label.CHANGED,
        Label.KEEPER,
        Label.PICTURE,
    )
]


def is_frame(line: str) -> bool:
    """Whether the line belongs to the old website's frame and not to the article."""
    bare = line.strip(" .:»›>|\xa0\t").casefold()
    return bare in FRAME or any(
        form.search(line.strip()) for form in (COOKIE_TALK, TRAIL, ASKS_THE_READER)
    )


def says_who_took_it(line: str) -> bool:
    """Whether the line is a picture's text, with the photographer last: "Torget i maj. Foto: Anna Berg"."""
    return len(line) <= LONGEST_CAPTION and TAKEN_BY.search(line.strip()) is not None


def labelled(line: str) -> tuple[Label, str] | None:
    """The label that the line begins with, and the value after it."""
    for label, form in _LABELS:
        found = form.match(line.strip())
        if found and (
            ":" in found["mark"] or not found["value"] or _is_plain(label, found["value"])
        ):
            return label, found["value"].strip()
    return None


def _is_plain(label: Label, value: str) -> bool:
    """Without a colon, only a date or a short name is a value: "Text" may begin a sentence."""
    if label in {Label.PUBLISHED_ON, Label.CHANGED}:
        return re.match(r"(?:av\s|den\s)?\s*\d", value) is not None
    return label is Label.PUBLISHED_BY and len(value.split()) <= 8

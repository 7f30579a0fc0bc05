"""The words that would tell a bystander, in a tab, an address or a file name, what a page is about.

Looked for word by word, with Swedish endings and compounds, with and without dots: "våldsutsatt"
and "kvinnovald" tell, "Valdemarsvik" and "invald" do not. Whoever is asked for a neutral title
without need loses a minute; a word that slips through may cost more. So where a word without dots
can be read both ways ("vald"), it counts.
"""

import re
import unicodedata

# In plain letters "våld" looks like "vald", and most words on -vald are about choices. These are not.
_KINDS_OF_VIOLENCE = (
    "arbetsplats|barn|dods|familje|fotbolls|gang|gatu|grov|heders|hem|hot|krog|kvinno|"
    "mans|nara|nat|par|partner|relations|ra|samlevnads|sex|sexual|skol|ungdoms"
)

# Each holds for a whole word, in small letters and without dots, unless it says \w*.
_TELLING = re.compile(
    "|".join(
        (
            # våld, våldet, våldsutsatt, våldsam, våldta, våldtäkt, våldföra; kvinnovåld
            rf"(?:{_KINDS_OF_VIOLENCE})?vald(?:et|s\w*)?",
            r"valdt[ao]\w*",
            r"valdfor\w*",
            r"vinr(?:s|arbete\w*|kampanj\w*|plan\w*|team\w*)?",
            r"\w*misshand\w*",
            r"kvinnofrid\w*",
            r"(?:kvinno|mans|social|tjej)jour\w*",
            r"kvinnohus\w*",
            # hot, hotad, hotelse; dödshot; but not hotell
            r"(?:dods|mord)?hot(?:a|ad|ade|ar|as|at|en|et|s|bild\w*|els\w*|full\w*)?",
            r"heders(?:fortryck|mord|kultur|problem|relat)\w*",
            r"\w*fortryck\w*",
            r"\w*trakasser\w*",
            r"sex(?:ual)?brott\w*",
            r"\w*overgrepp\w*",
            # utsatt, utsatthet, brottsutsatt; but not förutsatt
            r"(?!forutsatt)\w*utsatt(?:a|as|s|het\w*)?",
            r"stalk\w*",
            r"forfolj\w*",
            r"(?:brottsoffer|forovar|garningsm[ae]n)\w*",
            r"(?:barnaktenskap|incest|konsstymp|orosanmal|svartsjuk|tvangsgift)\w*",
            r"skyddsboende\w*",
            r"slag(?:en|it|na)?",
            # A page may be in English too.
            r"violen(?:ce|t\w*)",
            r"(?:abus|assault|harass|victim)\w*",
            r"rape[ds]?",
        )
    )
)
_TELLING_TOGETHER = re.compile(r"skydda(?:t|de|d) (?:boende|identitet|personuppgift)\w*")
# With its dots the word can be nothing else, whatever it is joined with.
_VIOLENCE = "våld"


def risk_words(text: str) -> list[str]:
    """The words in `text` that would give the reader of a safe page away, in order."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())
    plain = " ".join(_without_dots(word) for word in words)
    telling = [
        word for word in words if _VIOLENCE in word or _TELLING.fullmatch(_without_dots(word))
    ]
    return telling + [match[0] for match in _TELLING_TOGETHER.finditer(plain)]


def _without_dots(word: str) -> str:
    return word.translate(str.maketrans("åäöé", "aaoe"))

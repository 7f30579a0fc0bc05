"""Who says what: quotations in running text, and the speakers' roles."""

import re

from news.importing.article import Quote

# A dash that begins a line of speech; a hyphen only before a space or a capital.
SPEECH_DASH = re.compile(r"^\s*(?:[–—−]\s*|-(?:\s+|(?=[A-ZÅÄÖ])))(?=\S)")
VERBS = (
    "säger|berättar|menar|förklarar|tillägger|konstaterar|understryker|betonar|uppger|anser|tycker"
    "|fortsätter|avslutar|hälsar|frågar|undrar|skriver|sade|sa"
)
ATTRIBUTION = re.compile(
    rf"(?P<mark>[,!?…][”\"]?|[”\"],?)\s+(?:{VERBS})\s+(?:också\s+|även\s+|vidare\s+)?(?P<who>[^!?”\"]+?)\s*"
    r"(?:(?<=\w|\))\.(?=\s|$)|$)"
)
_CAPITAL = r"[A-ZÅÄÖÉÜ][\w’'-]*"
FULL_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:von|af|de|van|der|al))?(?:\s+{_CAPITAL})+")
ONE_NAME = re.compile(_CAPITAL)
PRONOUNS = frozenset({"hon", "han", "hen", "de"})
_ROLE = r"(?P<role>[a-zåäö0-9][^.;:!?]{2,120})"
# Where a description of somebody ends and the sentence about them goes on.
GOES_ON = re.compile(
    r",|\s(?:och\s|som\s|samt\s)?(?:ingår|är|har|ger|säger|berättar|arbetar|leder|ansvarar|menar|ska"
    r"|kommer|vill|tycker|ser|deltar|håller|tror|kan|var|blev|blir|hoppas|och\s+fortsätter)\b"
)


def begins_speech(line: str) -> bool:
    """Whether the line begins with the dash of speech."""
    return SPEECH_DASH.match(line) is not None


def attributed(line: str) -> Quote | None:
    """The quotation in "– …, säger X." or "”…”, säger X.": its words exactly as they stand."""
    text = SPEECH_DASH.sub("", line).strip()
    if not (begins_speech(line) or text.startswith(("”", '"', "“"))):
        return None
    for attribution in reversed(list(ATTRIBUTION.finditer(text))):
        speaker, role = speaker_and_role(attribution["who"])
        if speaker:
            words = _words(text, attribution)
            return Quote(words, speaker, role)
    return None


def unattributed(line: str) -> Quote:
    """The quotation of somebody the text does not name."""
    return Quote(_unquoted(SPEECH_DASH.sub("", line).strip()))


def _words(text: str, attribution: re.Match[str]) -> str:
    """What was said: the words before and after "säger X"."""
    before = text[: attribution.start()] + attribution["mark"].strip('”",')
    after = text[attribution.end() :].strip()
    if before[-1:].isalnum() or before.endswith((")", "%")):
        before += "."
    return " ".join(part for part in (_unquoted(before), _unquoted(after)) if part)


def _unquoted(text: str) -> str:
    """Without the marks around a whole quotation; marks inside it stay."""
    if text[:1] in '”“"' and text.count("”") + text.count("“") + text.count('"') <= 2:
        return re.sub(r"[”“\"](?=[.!?]?$)", "", text[1:])
    return text


def speaker_and_role(who: str) -> tuple[str, str]:
    """Name and role from "verksamhetschef Anna Berg" or "Anna Berg, verksamhetschef"."""
    who = SPEECH_DASH.sub("", who).strip()
    if who.lower() in PRONOUNS:
        return who, ""
    name = FULL_NAME.search(who) or ONE_NAME.search(who)
    if name is None:
        return ("", "") if len(who.split()) > 4 else (who, "")
    before, after = _basic_form(who[: name.start()].strip(" ,")), who[name.end() :].strip()
    party = re.match(r"\([A-ZÅÄÖ]{1,3}\)", after)
    if party:
        after = after[party.end() :].strip()
    role = " ".join(part for part in (before, _said_after(after)) if part)
    return name[0] + (f" {party[0]}" if party else ""), role


def _basic_form(role: str) -> str:
    """ "polisens" before a name says that the person is from "polisen"."""
    return role[:-1] if re.fullmatch(r"\w+(?:en|et)s", role) else role


def _said_after(after: str) -> str:
    """The role in ", samordnare" or "som är samordnare" or "på polisen i Hagfors"."""
    if described := re.match(rf"(?:,\s*(?:som är\s+)?|som är\s+){_ROLE}", after):
        return GOES_ON.split(described["role"])[0].strip(" ,")
    return after if re.match(r"(?:på|vid|i|hos|från)\s", after) else ""


def described_role(name: str, text: str) -> str:
    """The role of this person where the running text gives it: "X som är …", "X, …,"."""
    person = re.escape(name)
    for form in (
        rf"{person},?\s+som är\s+{_ROLE}",
        rf"{person}\s+är\s+{_ROLE}",
        rf"{person},\s+{_ROLE}[,.]",
    ):
        if found := re.search(form, text):
            role = GOES_ON.split(found["role"])[0].strip(" ,")
            return "" if role.startswith(("en av", "den som")) else role
    return ""

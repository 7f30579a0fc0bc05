"""Links as text shows them, freed from the words that the site writes by itself."""

import re
from html import escape

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from news.importing.article import Link

MARK = re.compile(r"^\s*(?:[»›→►▸]+|>{1,2}(?=\s))\s*")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”]+[^\s<>\"”.,;:!?)]", re.IGNORECASE)
_START = r"\s*[,.(–]?\s*\(?\s*"
_END = r"\s*\)?"
ELSEWHERE = re.compile(
    rf"{_START}\b(?:länk\s+till\s+(?:en\s+)?annan\s+(?:webbplats|webbsida)|extern\s+länk){_END}",
    re.I,
)
NEW_WINDOW = re.compile(
    rf"{_START}\b(?:länken\s+)?öppnas\s+i\s+(?:ett\s+)?(?:nytt|ny)\s+(?:fönster|flik){_END}",
    re.IGNORECASE,
)
_KIND = r"\b(?:pdf|word|excel|powerpoint|docx?|xlsx?|pptx?|odt|zip)(?:[ -]?(?:fil|dokument))?"
_SIZE = r"\d+(?:[.,]\d+)?[\s\xa0]*(?:bytes?|[kMG]i?B)\b"
FILE_SIZE = re.compile(
    rf"{_START}{_KIND}\s*[,:]?\s*{_SIZE}{_END}|\s*\(\s*{_SIZE}{_END}|^\s*{_SIZE}\s*\.?$",
    re.IGNORECASE,
)
STRUCK = (
    "Orden ”Länk till annan webbplats” och ”öppnas i nytt fönster” och filers storlek ströks: "
    "webbplatsen skriver dem själv."
)
EMPTY_BRACKETS = re.compile(r"\s*\(\s*\)")
SITE_WORDS = (ELSEWHERE, NEW_WINDOW, FILE_SIZE)
LONGEST_LABEL = 200
IS_WEB_ADDRESS = URLValidator(schemes=["http", "https"])


def says_elsewhere(text: str) -> bool:
    """Whether the text says that a link leads to another website."""
    return ELSEWHERE.search(text) is not None


def has_site_words(text: str) -> bool:
    """Whether the text holds words that the new site writes by itself."""
    return any(words.search(text) for words in SITE_WORDS)


def without_site_words(text: str) -> str:
    """The text without "Länk till annan webbplats", "öppnas i nytt fönster" and file sizes."""
    cleaned = text
    for words in SITE_WORDS:
        cleaned = words.sub("", cleaned)
    if cleaned == text:
        return text
    # What is left of ", länk till annan webbplats." alone is its full stop.
    return "" if not re.search(r"\w", cleaned) else re.sub(r"\s+([.,])", r"\1", cleaned).rstrip()


def link_label(text: str) -> str:
    """What the link is called, without its mark and without the site's words."""
    label = EMPTY_BRACKETS.sub("", without_site_words(MARK.sub("", text)))
    return label.strip(" \t\xa0,.:") or text.strip()


def linked(text: str) -> str:
    """The text as HTML, in which the web addresses it names are links."""
    html, end = [], 0
    for found in ADDRESS.finditer(text):
        if address := whole_address(_with_scheme(found[0])):
            html.append(escape(text[end : found.start()], quote=False))
            html.append(f'<a href="{escape(address)}">{escape(found[0])}</a>')
            end = found.end()
    return "".join([*html, escape(text[end:], quote=False)])


def as_link(line: str) -> Link | None:
    """The link that a line of text shows, if it is one."""
    address = ADDRESS.search(line)
    alone = address is not None and address[0] == line.strip()
    marked = MARK.match(line) or has_site_words(line)
    if not (alone or (marked and len(line) <= LONGEST_LABEL and _is_one_phrase(line))):
        return None
    url = (whole_address(_with_scheme(address[0])) if address else "") or None
    label = link_label(line.replace(address[0], "") if address and not alone else line)
    return Link(label or url or line.strip(), url, says_elsewhere(line) or url is not None)


def _is_one_phrase(line: str) -> bool:
    """A link is called something; it does not tell something in several sentences."""
    return re.search(r"[.!?]\s+\S", without_site_words(line)) is None


def whole_address(address: str) -> str:
    """The address if it leads somewhere on the web from anywhere; otherwise nothing."""
    tidy = re.sub(r"\s+", "%20", address.strip())
    try:
        IS_WEB_ADDRESS(tidy)
    except ValidationError:
        return ""
    return tidy


def _with_scheme(address: str) -> str:
    return address if address.lower().startswith("http") else f"https://{address}"

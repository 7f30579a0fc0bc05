"""Files of text: is it one, and in which encoding."""

import codecs
import re

from foundation.importing.refusal import Refused

# Marks at the start of files that are no text, with what people call them.
OTHER_KINDS = {
    b"%PDF": "en pdf",
    b"PK\x03\x04": "ett Word- eller zip-dokument",
    b"\xd0\xcf\x11\xe0": "ett äldre Word- eller Excel-dokument",
    b"{\\rtf": "ett rtf-dokument",
    b"\x89PNG": "en bild",
    b"\xff\xd8\xff": "en bild",
    b"GIF8": "en bild",
    b"RIFF": "en bild eller ett ljud",
}
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,20})", re.IGNORECASE)
# Windows-1252 gives every byte a letter, so only what Swedish files use counts as read.
EXPECTED_LETTERS = frozenset("åäöÅÄÖéÉèàáüÜæøÆØ–—’‘”“„»«•·…§°½€©®´×²³µ\xa0\xad")
MISREAD = re.compile("Ã[\x80-\xbf¥¤¶…„–˜©]|â€[™œ”“¦¢\x9d]")


def decoded(content: bytes, name: str, *, save_as: str, broken: str) -> str:
    """The bytes as text, when their encoding is certain.

    `save_as` tells how to save the file as text, `broken` what to do when its letters are spoilt.
    """
    for mark, kind in OTHER_KINDS.items():
        if content.startswith(mark):
            raise Refused(f"Filen {name} är {kind}, inte text. {save_as}")
    text = _by_mark(content, name, save_as) or _without_mark(content, name, save_as)
    if MISREAD.search(text) or "\ufffd" in text:
        raise Refused(f"Bokstäverna å, ä och ö är förstörda i filen {name}. {broken}")
    return text


def _by_mark(content: bytes, name: str, save_as: str) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError:
                raise _unreadable(name) from None
            _check_printable(text, name, save_as)
            return text
    return None


def _without_mark(content: bytes, name: str, save_as: str) -> str:
    if b"\x00" in content:
        raise Refused(f"Filen {name} är inte text. {save_as}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _as_windows_text(content, name)
    _check_printable(text, name, save_as)
    return text


def _as_windows_text(content: bytes, name: str) -> str:
    """Text from before Unicode, if every letter beyond a–z is one that Swedish uses."""
    declared = DECLARED.search(content[:2_000])
    if declared and declared[1].lower() in {b"utf-8", b"utf8"}:
        raise _unreadable(name)
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise _unreadable(name) from None
    if not {letter for letter in text if ord(letter) > 126} <= EXPECTED_LETTERS:
        raise _unreadable(name)
    return text


def _check_printable(text: str, name: str, save_as: str) -> None:
    """A few stray control characters happen; many mean that this is no text."""
    odd = sum(1 for letter in text[:100_000] if ord(letter) < 32 and letter not in "\t\n\r\f\v")
    if odd > 5 or "\x00" in text:
        raise Refused(f"Filen {name} är inte text. {save_as}")


def _unreadable(name: str) -> Refused:
    return Refused(f"Filen {name} har en teckenkodning som inte går att läsa. Spara den som UTF-8.")

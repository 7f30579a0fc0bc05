"""The file that an article is read from: is it one, is it text, and in which encoding."""

import codecs
import re
import stat
from pathlib import Path

from news.importing.refusal import Refused

LARGEST = 10_000_000
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
WEB_ARCHIVE = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\n[ \t\r]*)*?content-type:\s*multipart/", re.IGNORECASE
)
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,20})", re.IGNORECASE)
# Windows-1252 gives every byte a letter, so only what Swedish web pages use counts as read.
EXPECTED_LETTERS = frozenset("åäöÅÄÖéÉèàáüÜæøÆØ–—’‘”“„»«•·…§°½€©®´×²³µ\xa0\xad")
MISREAD = re.compile("Ã[\x80-\xbf¥¤¶…„–˜©]|â€[™œ”“¦¢\x9d]")
SAVE_AS = (
    "Spara artikeln som en textfil (.txt) eller som en webbsida med bara HTML, och försök igen."
)


def read_text(path: Path) -> str:
    """The file's text, or one sentence about why there is none."""
    return decoded(_bytes_of(path), path.name)


def _bytes_of(path: Path) -> bytes:
    try:
        facts = path.stat()
        _check_size(path, facts.st_mode, facts.st_size)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Refused(f"Filen {path} finns inte.") from None
    except PermissionError:
        raise Refused(f"Filen {path} får inte läsas: behörighet saknas.") from None
    except (OSError, ValueError):
        raise Refused(f"Filen {path} går inte att läsa.") from None
    _check_size(path, facts.st_mode, len(content))
    return content


def _check_size(path: Path, mode: int, size: int) -> None:
    if stat.S_ISDIR(mode):
        raise Refused(f"{path} är en mapp. Ange en fil med en artikel.")
    if not stat.S_ISREG(mode):
        raise Refused(f"{path} är ingen vanlig fil. Ange en fil med en artikel.")
    if size == 0:
        raise Refused(f"Filen {path.name} är tom.")
    if size > LARGEST:
        raise Refused(
            f"Filen {path.name} är för stor: en artikel får vara högst {LARGEST // 1_000_000} MB."
        )


def decoded(content: bytes, name: str) -> str:
    """The bytes as text, when their encoding is certain."""
    for mark, kind in OTHER_KINDS.items():
        if content.startswith(mark):
            raise Refused(f"Filen {name} är {kind}, inte text. {SAVE_AS}")
    if WEB_ARCHIVE.match(content[:4_000]):
        raise Refused(f"Filen {name} är ett webbarkiv, inte en webbsida. {SAVE_AS}")
    text = _by_mark(content, name) or _without_mark(content, name)
    if MISREAD.search(text) or "\ufffd" in text:
        raise Refused(
            f"Bokstäverna å, ä och ö är förstörda i filen {name}. Spara artikeln på nytt från webbsidan."
        )
    return text


def _by_mark(content: bytes, name: str) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError:
                raise _unreadable(name) from None
            _check_printable(text, name)
            return text
    return None


def _without_mark(content: bytes, name: str) -> str:
    if b"\x00" in content:
        raise Refused(f"Filen {name} är inte text. {SAVE_AS}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _as_windows_text(content, name)
    _check_printable(text, name)
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


def _check_printable(text: str, name: str) -> None:
    """A few stray control characters happen; many mean that this is no text."""
    odd = sum(1 for letter in text[:100_000] if ord(letter) < 32 and letter not in "\t\n\r\f\v")
    if odd > 5 or "\x00" in text:
        raise Refused(f"Filen {name} är inte text. {SAVE_AS}")


def _unreadable(name: str) -> Refused:
    return Refused(f"Filen {name} har en teckenkodning som inte går att läsa. Spara den som UTF-8.")

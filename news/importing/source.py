"""The file that an article is read from: is it one, is it text, and in which encoding."""

import re
from pathlib import Path

from foundation.importing import text_file
from foundation.importing.file import bytes_of
from foundation.importing.refusal import Refused

LARGEST = 10_000_000
WEB_ARCHIVE = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\n[ \t\r]*)*?content-type:\s*multipart/", re.IGNORECASE
)
SAVE_AS = (
    "Spara artikeln som en textfil (.txt) eller som en webbsida med bara HTML, och försök igen."
)


def read_text(path: Path) -> str:
    """The file's text, or one sentence about why there is none."""
    return decoded(bytes_of(path, largest=LARGEST, what="en artikel"), path.name)


def decoded(content: bytes, name: str) -> str:
    """The bytes as text, when their encoding is certain."""
    if WEB_ARCHIVE.match(content[:4_000]):
        raise Refused(f"Filen {name} är ett webbarkiv, inte en webbsida. {SAVE_AS}")
    return text_file.decoded(
        content, name, save_as=SAVE_AS, broken="Spara artikeln på nytt från webbsidan."
    )

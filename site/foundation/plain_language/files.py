"""Files on other websites. For its own files the site writes type and size itself."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from foundation.plain_language.advice import Advice
from foundation.plain_language.link_texts import links
from foundation.plain_language.parts import Written

_SIZE = re.compile(r"\d\s*(kb|mb|kB|MB)\b")


def files_without_size(written: Written) -> Iterator[Advice]:
    """Links to a PDF elsewhere that do not say that it is one, and how large."""
    for place, text, address in links(written):
        if not urlsplit(address).path.lower().endswith(".pdf"):
            continue
        if "pdf" not in text.lower() or not _SIZE.search(text):
            yield Advice(
                "Länk till en pdf utan storlek",
                "Skriv filtyp och storlek sist i länken, till exempel (pdf, 90 kB). "
                "För filer i webbplatsens eget bibliotek görs det av sig självt.",
                place,
                text,
            )

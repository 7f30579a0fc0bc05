"""The one stylesheet, joined from its parts when static files are found or collected.

`css/site.css` declares the order of the layers and names its parts as imports, each with its
layer. A browser could follow them; a reader on a slow line should not have to.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import FileSystemStorage, Storage

SOURCES = "css"
STYLESHEET = "css/site.css"

_IMPORT = re.compile(r'@import "(?P<part>[\w/]+\.css)" layer\((?P<layer>\w+)\);\n?')
_DARK = "@media screen and (prefers-color-scheme: dark)"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_SPACE_AT_MARKS = re.compile(r" ?([{};]) ?")


def joined(sheet: Path) -> str:
    """The stylesheet with its parts in the places of their imports, without comments."""

    def part(found: re.Match[str]) -> str:
        return f"@layer {found['layer']}{{{(sheet.parent / found['part']).read_text('utf-8')}}}"

    css = _COMMENT.sub("", _IMPORT.sub(part, sheet.read_text("utf-8")))
    return _SPACE_AT_MARKS.sub(r"\1", _SPACE.sub(" ", css)).replace(";}", "}").strip() + "\n"


def in_scheme(css: str, scheme: str) -> str:
    """The joined stylesheet for a reader who has chosen "light" or "dark", whatever their system."""
    dark = "@media screen" if scheme == "dark" else "@media not all"
    return css.replace(_DARK, dark).replace("color-scheme: light dark", f"color-scheme: {scheme}")


class StylesheetFinder(FileSystemFinder):
    """Finds the project's static files, and instead of the parts of the stylesheet the whole."""

    def find(self, path: str, *args, **kwargs) -> str | list[str] | None:
        """Where the file lies; the stylesheet is joined afresh, so that it is never old."""
        if path != STYLESHEET:
            return super().find(path, *args, **kwargs)
        found = str(self._written())
        return [found] if kwargs.get("find_all") else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Every static file, with one stylesheet."""
        for path, storage in super().list(ignore_patterns):
            if Path(path).parts[0] != SOURCES:
                yield path, storage
        yield STYLESHEET, FileSystemStorage(location=self._written().parent.parent)

    def _written(self) -> Path:
        source = super().find(STYLESHEET)
        target = Path(settings.VAR_DIR) / "stylesheet" / STYLESHEET
        css = joined(Path(source))
        if not target.exists() or target.read_text("utf-8") != css:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, half = tempfile.mkstemp(dir=target.parent)
            with open(handle, "w", encoding="utf-8") as file:
                file.write(css)
            os.replace(half, target)
        return target

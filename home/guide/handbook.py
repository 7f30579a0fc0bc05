"""The handbook: one text, `docs/redaktorshandbok.md`, which the guide shows chapter by chapter."""

import functools
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

from foundation.swedish.slugs import slug_for

# Where the text finds its pictures, and under which name they are static files.
PICTURES, STATIC_PICTURES = "bilder/handbok/", "handbok/"
CHAPTER, TITLE = "h2", "h1"


@dataclass(frozen=True)
class Chapter:
    """How one thing is done."""

    title: str
    slug: str
    html: SafeString


@dataclass(frozen=True)
class Handbook:
    """What stands before the chapters, and the chapters."""

    title: str
    beginning: SafeString
    chapters: tuple[Chapter, ...]


def handbook() -> Handbook:
    """The handbook as it stands in the file now."""
    file = Path(settings.HANDBOOK)
    return _read(file, file.stat().st_mtime_ns)


def parse(text: str, folder: Path) -> Handbook:
    """The handbook from its text; `folder` is where its pictures are found."""
    markdown = MarkdownIt("commonmark", {"html": False})
    tokens = markdown.parse(text)
    for token in tokens:
        for inline in token.children or ():
            if inline.type == "image":
                _point_to_picture(inline, folder)
    title, beginning, chapters = "", [], []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type == "heading_open" and token.tag in (TITLE, CHAPTER):
            heading = tokens[place + 1].content
            if token.tag == TITLE:
                title = heading
            else:
                chapters.append((heading, []))
            place += 3
            continue
        (chapters[-1][1] if chapters else beginning).append(token)
        place += 1

    def html(part: list[Token]) -> SafeString:
        # Our own text, and no HTML can stand in it.
        return mark_safe(markdown.renderer.render(part, markdown.options, {}))  # noqa: S308

    return Handbook(
        title,
        html(beginning),
        tuple(Chapter(heading, slug_for(heading), html(part)) for heading, part in chapters),
    )


@functools.lru_cache(maxsize=1)
def _read(file: Path, _changed: int) -> Handbook:
    return parse(file.read_text("utf-8"), file.parent)


def _point_to_picture(token: Token, folder: Path) -> None:
    """Let a picture be fetched from the static files, and keep its place free until it has come."""
    source = str(token.attrs["src"])
    with Image.open(folder / source) as picture:
        token.attrs["width"], token.attrs["height"] = map(str, picture.size)
    token.attrs["src"] = static(STATIC_PICTURES + source.removeprefix(PICTURES))
    token.attrs["loading"] = "lazy"

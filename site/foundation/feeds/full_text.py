"""The whole text of many pages at once, as a feed tells it: without pictures and notes of editors.

What bodies show and link to is looked up for all of them together, so a feed costs as many queries
with fifty entries as with one.
"""

from collections.abc import Iterable

from django.utils.html import escape, format_html, linebreaks
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from foundation import chosen
from foundation.blocks import BodyBlock

Part = str | RichText | StreamValue | tuple[str, str | RichText]

LEFT_OUT = {"note", "picture"}


def full_texts(pages: Iterable[list[Part]]) -> list[str]:
    """The HTML of each page, which is given as its parts.

    A part is plain text, rich text, a body, or one of the first two under a heading.
    """
    pages = [[part for part in parts if part] for parts in pages]
    bodies = [part for parts in pages for part in parts if isinstance(part, StreamValue)]
    with chosen.together():
        chosen.note(*bodies, *(_text_of(part) for parts in pages for part in parts))
        blocks = _blocks_of(bodies)
        rendered = iter([_body(some) for some in blocks])
        return [
            "".join(
                next(rendered) if isinstance(part, StreamValue) else _told(part) for part in parts
            )
            for parts in pages
        ]


def _blocks_of(bodies: list[StreamValue]) -> list[list]:
    """The blocks of each body. As one body they are made at once."""
    block = BodyBlock()
    raw = [
        [one for one in body.raw_data if one["type"] in block.child_blocks.keys() - LEFT_OUT]
        for body in bodies
    ]
    children = iter(block.to_python([one for some in raw for one in some]))
    return [[next(children) for _ in some] for some in raw]


def _body(blocks: list) -> str:
    return "".join(child.render() for child in blocks)


def _text_of(part: Part) -> object:
    return part[1] if isinstance(part, tuple) else part


def _told(part: Part) -> str:
    text = _text_of(part)
    if not (text.source if isinstance(text, RichText) else text):
        return ""
    html = str(text) if isinstance(text, RichText) else linebreaks(escape(text))
    return (format_html("<h2>{}</h2>", part[0]) if isinstance(part, tuple) else "") + html

"""Parts of a body, written as briefly as the content of the demonstration needs them."""

from collections.abc import Iterable

from wagtail.models import Page

from foundation.media import SiteDocument, SiteImage


def heading(text: str, level: str = "h2") -> tuple[str, dict]:
    """A heading."""
    return "heading", {"text": text, "level": level}


def text(*paragraphs: str) -> tuple[str, str]:
    """Running text in paragraphs."""
    return "paragraph", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def figure(indicator: Page, words: str) -> str:
    """A figure in running text that follows the indicator."""
    return f'<a linktype="page" id="{indicator.pk}">{words}</a>'


def points(*items: str) -> tuple[str, str]:
    """A list of points."""
    return "paragraph", f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def links(title: str, *targets: tuple[str, str | Page]) -> tuple[str, dict]:
    """A list of links, each to a page or an address."""
    items = [
        {"label": label, "page" if isinstance(target, Page) else "url": target}
        for label, target in targets
    ]
    return "link_list", {"heading": title, "items": items}


def picture(image: SiteImage, caption: str) -> tuple[str, dict]:
    """A picture with its own description as alt text."""
    image.contextual_alt_text, image.decorative = image.description, False
    return "picture", {"image": image, "caption": caption}


def file(document: SiteDocument) -> tuple[str, dict]:
    """A file to download, by its own name."""
    return "document", {"document": document, "text": ""}


def table(
    caption: str, columns: Iterable[tuple[str, str]], rows: Iterable[tuple]
) -> tuple[str, dict]:
    """A table: columns of kind and heading, rows of values."""
    return "table", {
        "cells": {
            "caption": caption,
            "columns": [{"type": kind, "heading": title} for kind, title in columns],
            "rows": [{"values": list(row)} for row in rows],
        },
        "first_column_is_heading": True,
    }

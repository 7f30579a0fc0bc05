"""Where a link leads, said in words: to another website, or to a file of some size.

The words are the site's to write. What editors and imports store is the plain link.
"""

import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from foundation import chosen
from foundation.figures import figure_of, follow
from foundation.swedish.numbers import type_and_size

if TYPE_CHECKING:
    from wagtail.documents.models import AbstractDocument

ELSEWHERE = gettext_lazy("Länk till annan webbplats")
# No database counts further.
LONGEST_KEY = 18

# Rich text is rewritten tag by tag, but the words stand last in the link: the opening tag
# carries them there.
_CARRYING_LINK = re.compile(r'(<a\b[^>]*) data-words="([^"]*)">(.*?)</a>', re.DOTALL)
# A link to an indicator carries its newest figure, for the words to follow if they are a figure.
_FIGURE_LINK = re.compile(
    r'(<a\b[^>]*) data-number="([^"]*)" data-unit="([^"]*)" data-period="([^"]*)">(.*?)</a>',
    re.DOTALL,
)


def is_external(url: str) -> bool:
    """Whether the address leads to another website than this one."""
    try:
        parts = urlsplit(url)
        own = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
        return parts.scheme in {"http", "https"} and parts.hostname != own
    except ValueError:
        return False


def file_facts(document: "AbstractDocument | None") -> str:
    """What somebody who may download the file wants to know first: "Pdf, 90,7 kB"."""
    if document is None:
        return ""
    return type_and_size(PurePath(document.filename or "").suffix, _size(document))


def _size(document: "AbstractDocument") -> int | None:
    if document.file_size is not None:
        return document.file_size
    try:
        return document.file.size
    except OSError:
        return None


def mark_links(html: str) -> SafeString:
    """Rich text as it is shown, with the words that its links carry written out."""
    # Wagtail has just made this HTML from stored rich text; what is added is escaped already.
    html = _CARRYING_LINK.sub(r"\1>\3<span>\2</span></a>", html)
    html = _FIGURE_LINK.sub(
        lambda link: f"{link[1]}>{follow(link[5], link[2], link[3], link[4])}</a>", html
    )
    return mark_safe(html)  # noqa: S308


def _opening_tag(page: Page | None) -> str:
    url = page.url if page and not page.is_hidden else None
    if not url:
        return "<a>"
    figure = figure_of(page.figures)
    if figure is None:
        return format_html('<a href="{}">', url)
    return format_html(
        '<a href="{}" data-number="{}" data-unit="{}" data-period="{}">',
        *(url, figure.number, figure.unit, figure.period),
    )


class ExternalLinkHandler(LinkHandler):
    """A link in rich text to an address that the editor wrote."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs: dict) -> str:
        """The opening tag; one of another website says so."""
        url = attrs.get("href", "")
        if not is_external(url):
            return format_html('<a href="{}">', url)
        return format_html('<a href="{}" rel="noreferrer" data-words=", {}">', url, ELSEWHERE)


class PublicPageLinkHandler(PageLinkHandler):
    """A link in rich text to a page. To one that readers may not see, it is no link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """The opening tags; where there is no page the words stay without a link."""
        keys = [_key(attrs) for attrs in attrs_list]
        found = chosen.fetched(chosen.pages, keys)
        return [_opening_tag(found.get(key)) for key in keys]


class FileLinkHandler(DocumentLinkHandler):
    """A link in rich text to a file, with its type and size."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """The opening tags; a file that is gone leaves its words without a link."""
        return [
            format_html('<a href="{}" data-words=" ({})">', document.url, file_facts(document))
            if document
            else "<a>"
            for document in cls.get_many(attrs_list)
        ]

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list["AbstractDocument | None"]:
        """The file of each link, if there is one."""
        keys = [_key(attrs) for attrs in attrs_list]
        found = chosen.fetched(chosen.documents, keys)
        return [found.get(key) for key in keys]


def _key(attrs: dict) -> int | None:
    """The key that a link names; none where somebody has written something else."""
    key = attrs.get("id") or ""
    return int(key) if key.isdecimal() and len(key) <= LONGEST_KEY else None

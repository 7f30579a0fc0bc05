"""A feed in the form of Atom (RFC 4287) that browsers show as a page.

Browsers no longer show feeds, and will soon no longer run XSLT. But text of the type `xhtml` in XML
with a stylesheet is shown by them as it is, with links that work, and without script.
"""

import datetime
import re
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Stylesheet
from django.utils.html import escape, format_html
from django.utils.xmlutils import SimplerXMLGenerator

from delivery.keeping import may_be_kept
from foundation.feeds.entry import LIMIT, Entry
from foundation.markup import printable
from foundation.sanitise import Profile, clean

XHTML = "http://www.w3.org/1999/xhtml"
STYLESHEETS = ("css/site.css", "feeds/feed.css")
ABOUT = (
    "Det här är ett flöde. Kopiera adressen till sidan och klistra in den i en flödesläsare, så får du "
    "veta när något ändras."
)
# Before anything was told.
NEVER = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_OWN_LINK = re.compile(r'(<a href=")(?=[/#?])')


def root_address(request: HttpRequest) -> str:
    """Scheme and name of the site, without a slash at the end."""
    site = request.frame.site
    return site.root_url if site else request.build_absolute_uri("/").rstrip("/")


def tag_uri(request: HttpRequest, key: str) -> str:
    """A name (RFC 4151) that no change of title or address alters."""
    return f"tag:{urlsplit(root_address(request)).hostname},2026:{key}"


def feed_response(
    request: HttpRequest,
    title: str,
    key: str,
    link: str,
    entries: list[Entry],
    updated_at: datetime.datetime | None = None,
) -> HttpResponse:
    """The feed as an answer that may be kept.

    `link` is the page that it belongs to. Its time is that of the newest entry, or of the page
    where that is later.
    """
    root, publisher = root_address(request), printable(request.frame.publisher)
    feed = _Atom(
        title=printable(f"{title} – {publisher}"),
        link=f"{root}{link}",
        description="",
        language="sv",
        author_name=publisher,
        feed_url=f"{root}{request.path}",
        feed_guid=tag_uri(request, key),
        feed_copyright=request.frame.settings.licence_url,
        stylesheets=[Stylesheet(static(sheet), mimetype="text/css") for sheet in STYLESHEETS],
        updated_at=max(
            [moment for moment in (updated_at, *_moments(entries)) if moment] or [NEVER]
        ),
    )
    for entry in entries[:LIMIT]:
        feed.add_item(
            title=printable(entry.title),
            link=f"{root}{entry.address}",
            description=None,
            unique_id=tag_uri(request, entry.key),
            pubdate=entry.published_at and _told(entry.published_at),
            updateddate=_told(entry.updated_at),
            xhtml=as_xhtml(f"{entry.html}{_way_on(entry)}", f"{root}{entry.address}"),
        )
    # Readers are to find the pages, not this file that says the same.
    response = HttpResponse(content_type=feed.content_type, headers={"X-Robots-Tag": "noindex"})
    feed.write(response, "utf-8")
    return may_be_kept(response)


def as_xhtml(html: str, address: str) -> str:
    """The text with what a feed may hold, as XML, its links good wherever it is read."""
    parts = urlsplit(address)
    root = f"{parts.scheme}://{parts.netloc}"
    # The one entity that HTML knows and XML does not.
    text = clean(html, Profile.FEED).replace("&nbsp;", "\u00a0")

    def absolute(link: re.Match[str]) -> str:
        return link[1] + (root if link.string[link.end()] == "/" else escape(address))

    return _OWN_LINK.sub(absolute, text)


def _way_on(entry: Entry) -> str:
    # A browser shows no link of the entry itself.
    return format_html('<p><a href="{}">Läs på webbplatsen</a></p>', entry.address)


def _told(moment: datetime.datetime) -> datetime.datetime:
    """The moment as the sitemap tells it too: in our own time, to the second."""
    return timezone.localtime(moment).replace(microsecond=0)


def _moments(entries: list[Entry]) -> list[datetime.datetime]:
    return [entry.updated_at for entry in entries]


class _Atom(Atom1Feed):
    """Django's own, with the text as XHTML, and with a time that is not now."""

    # Atom's own type makes Chromium show the source; feed readers and validators take this one too.
    content_type = "application/xml; charset=utf-8"

    def write(self, outfile: HttpResponse, encoding: str) -> None:
        """With the stylesheets, which Django's own writes for RSS only."""
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        for sheet in self.feed["stylesheets"]:
            handler.processingInstruction("xml-stylesheet", sheet)
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def latest_post_date(self) -> datetime.datetime:
        """When what it tells last changed; Django's own would take the present for an empty one."""
        return _told(self.feed["updated_at"])

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """With a word to who came here in a browser."""
        super().add_root_elements(handler)
        _write(handler, "subtitle", f"<p>{ABOUT}</p>")

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict) -> None:
        """With the whole text."""
        super().add_item_elements(handler, item)
        _write(handler, "content", item["xhtml"])


def _write(handler: SimplerXMLGenerator, element: str, xhtml: str) -> None:
    handler.startElement(element, {"type": "xhtml"})
    handler.startElement("div", {"xmlns": XHTML})
    # It is markup already; this method writes it as it stands.
    handler.ignorableWhitespace(xhtml)
    handler.endElement("div")
    handler.endElement(element)

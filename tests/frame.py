"""The menu and the footer of a small site, composed as an administrator would."""

from wagtail.models import Page

from foundation.navigation import link_to
from foundation.settings import SiteSettings


def put_in_menu(*pages: Page) -> None:
    """Let the menu hold these pages and no others."""
    settings = SiteSettings.load()
    settings.menu = [("link", link_to(page)) for page in pages]
    settings.save()


def put_in_footer(*columns: tuple[str, list[dict]]) -> None:
    """Let the footer hold these columns, each a heading and raw links."""
    settings = SiteSettings.load()
    settings.footer = [
        ("column", {"heading": heading, "links": links}) for heading, links in columns
    ]
    settings.save()

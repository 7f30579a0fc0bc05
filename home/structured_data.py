"""The start page in the words of schema.org: whose site this is."""

from foundation.structured_data import Node, Shown, described_by
from home.models import HomePage


def register() -> None:
    """Tell of the start page."""
    described_by(HomePage, _home)


def _home(shown: Shown) -> Node:
    site = {"@type": "WebSite", "name": shown.request.frame.settings.name, "url": shown.address}
    return {"name": shown.page.heading, "isPartOf": site}

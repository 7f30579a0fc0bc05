"""Pages that no editor writes: made by the site itself, each at one address.

Search engines may show them, so the sitemap lists them beside the pages of the tree. It says no
date of them: what they tell changes with the site and not with what it holds.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from foundation.feeds.atom import root_address


@dataclass(frozen=True)
class OwnPage:
    """What the head of such a page says, and programs that list it: title, description, address."""

    title: str
    description: str
    address: str


_pages: dict[str, tuple[str, str]] = {}


def register(route: str, title: str, description: str) -> None:
    """Let the page at the route of that name be found."""
    _pages[route] = (title, description)


def own_page(route: str, request: HttpRequest) -> OwnPage:
    """The page at that route, with its whole address on the site."""
    return OwnPage(*_pages[route], f"{root_address(request)}{reverse(route)}")


def own_page_at(address: str, request: HttpRequest) -> OwnPage | None:
    """The page that stands there, if any does."""
    return next((own_page(route, request) for route in _pages if reverse(route) == address), None)


def own_pages(request: HttpRequest) -> list[OwnPage]:
    """All of them, in the order they were registered."""
    return [own_page(route, request) for route in _pages]

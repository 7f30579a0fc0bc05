"""From an old address to the new one, if there is something to read there; else that it is gone."""

import re
from urllib.parse import urlsplit

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from wagtail.contrib.redirects import middleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from foundation import former_addresses
from foundation.visibility import visible

# What a page offers as a file: its text, its feed, its figures. Somebody subscribes to the address.
BESIDE_A_PAGE = re.compile(r"(?P<page>/(?:[\w-]+/)+)(?P<file>[\w-]+\.(?:md|atom|csv))")


class RedirectMiddleware(middleware.RedirectMiddleware):
    """Wagtail's redirects, but never to a page that the public may not see.

    The new address of such a page would tell its title, and that it is still there.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Lead on from an address where nothing was found, or say that there was something."""
        if response.status_code != 404:
            return response
        page, file = request.path, ""
        redirect = _from(request, request.get_full_path())
        beside = None if redirect else BESIDE_A_PAGE.fullmatch(request.path)
        if beside:
            # A file beside a page goes where the page goes.
            page, file = beside.groups()
            redirect = _from(request, page)
        if redirect is not None and _is_open(redirect):
            link = redirect.link + (file if redirect.redirect_page_id else "")
            kind = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
            return kind(link)
        if redirect is not None and _is_private(redirect):
            return response
        return former_addresses.gone(request, page) or response


def _from(request: HttpRequest, address: str) -> Redirect | None:
    """The redirect from the address, with its query or else without."""
    address = Redirect.normalise_path(address, decode_unicode=False)
    return middleware.get_redirect(request, address) or middleware.get_redirect(
        request, urlsplit(address).path
    )


def _is_open(redirect: Redirect) -> bool:
    if redirect.redirect_page_id is None:
        return bool(redirect.link)
    return visible(Page.objects.filter(pk=redirect.redirect_page_id)).exists()


def _is_private(redirect: Redirect) -> bool:
    page = redirect.redirect_page
    return page is not None and page.get_view_restrictions().exists()

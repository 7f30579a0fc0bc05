"""From an old address to the new one, if there is something to read there."""

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

from foundation.visibility import visible


class RedirectMiddleware(middleware.RedirectMiddleware):
    """Wagtail's redirects, but never to a page that the public may not see.

    The new address of such a page would tell its title, and that it is still there.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Lead on from an address where nothing was found, when it is the old one of a page."""
        if response.status_code != 404:
            return response
        address = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        redirect = middleware.get_redirect(request, address) or middleware.get_redirect(
            request, urlsplit(address).path
        )
        if redirect is None or not _is_open(redirect):
            return response
        if redirect.is_permanent:
            return HttpResponsePermanentRedirect(redirect.link)
        return HttpResponseRedirect(redirect.link)


def _is_open(redirect: Redirect) -> bool:
    if redirect.redirect_page_id is None:
        return bool(redirect.link)
    return visible(Page.objects.filter(pk=redirect.redirect_page_id)).exists()

"""Headers that every response carries, and those that hide a visit to a page in safe mode."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from delivery.keeping import query_keys_of

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


def hide_the_visit(response: HttpResponse) -> None:
    """Leave as few traces as headers can: nothing kept, nothing told to the next site."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"


class SecurityHeadersMiddleware:
    """Adds what Django's own middleware does not know of.

    The router notes on the request that the address lies in a safe branch, also when it ends
    in a 404. The views of such pages that do not route call `hide_the_visit` themselves.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if query_keys_of(response) is None or settings.SESSION_COOKIE_NAME in request.COOKIES:
            # Whatever is not said to be anybody's is nobody else's to keep.
            response.headers.setdefault("Cache-Control", "private, no-cache")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if getattr(request, "safe_branch", False):
            hide_the_visit(response)
        return response

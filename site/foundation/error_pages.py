"""The pages that say why something else cannot be shown.

Where the address lies in a safe branch they give their reader away no more than its pages do. A
question that cannot be read, and an error, are answered without the database: it may be what is away.
"""

import logging
import sys
from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.views import defaults

from delivery.headers import hide_the_visit
from foundation import safe_mode
from foundation.frame import Frame, kept_frame
from foundation.refusals import wants_json
from foundation.settings import SiteSettings

logger = logging.getLogger(__name__)

TRY_AGAIN_AFTER = "10"
# What such a page fetches, by the name that its template has for it.
FILES = {
    "icon": "icons/favicon.svg",
    "stylesheet": "css/site.css",
    "leave": "js/leave.js",
    "one_entry": "js/one_entry.js",
}

# Whoever watches over the machine reads no pages, and asks just when the database may be away.
FOR_PROGRAMS = "/halsa/"


class NotAllowedMiddleware:
    """Says in words, where Django says nothing, that an address is only for reading."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the empty answer its page; its headers, which tell what is allowed, are left."""
        answer = self.get_response(request)
        if (
            isinstance(answer, HttpResponseNotAllowed)
            and not answer.content
            and not wants_json(request)
            and not request.path.startswith(FOR_PROGRAMS)
        ):
            _mark(request)
            answer.content = render_to_string("405.html", request=request)
        return answer


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Nobody can vouch for who sent the form."""
    _mark(request)
    return render(request, "403_csrf.html", status=403)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page is for others."""
    _mark(request)
    return defaults.permission_denied(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is here."""
    _mark(request)
    return defaults.page_not_found(request, exception)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The question cannot be read."""
    return _without_database(request, "400.html", 400)


def cannot_answer(request: HttpRequest) -> HttpResponse:
    """The page cannot be made: 503 while the database is away, which passes, and 500 otherwise."""
    is_away = isinstance(sys.exc_info()[1], (OperationalError, InterfaceError))
    answer = _without_database(request, "500.html", 503 if is_away else 500)
    if is_away:
        answer.headers["Retry-After"] = TRY_AGAIN_AFTER
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _mark(request: HttpRequest) -> None:
    """Say that the address lies in a safe branch, if the router has not come to say it."""
    if not request.safe_branch:
        request.safe_branch = safe_mode.holds(request.frame.safe_addresses, request.path)


def _without_database(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """A page of what is at hand. Where nobody can say what is safe, it is made as if all were."""
    frame = _frame_at_hand()
    branches = frame.safe_addresses if frame else ["/"]
    is_safe = getattr(request, "safe_branch", False) or (
        safe_mode.holds(branches, request.path) and not request.path.startswith(settings.NEVER_KEPT)
    )
    context = {"files": _files(), "branches": branches}
    if is_safe:
        context["exit_url"] = (frame.settings if frame else SiteSettings()).exit_url
    answer = HttpResponse(render_to_string(template, context), status=status)
    if is_safe:
        hide_the_visit(answer)
    return answer


def _frame_at_hand() -> Frame | None:
    # What is broken may be the very place where it is kept.
    try:
        return kept_frame()
    except Exception:
        logger.exception("Sidans ram gick inte att läsa")
        return None


def _files() -> dict[str, str]:
    """Where they are fetched; nowhere before they have been collected, and then the page does without."""
    try:
        return {name: static(path) for name, path in FILES.items()}
    except ValueError:
        logger.exception("De statiska filerna är inte samlade")
        return {}

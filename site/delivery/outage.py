"""What a reader gets when a page cannot be made and no copy of it is kept."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.views.defaults import server_error

TRY_AGAIN_AFTER = "10"


def cannot_answer(request: HttpRequest) -> HttpResponse:
    """The page for errors; 503 while the database is away, which passes, and 500 otherwise."""
    response = server_error(request)
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        response.status_code = 503
        response.headers["Retry-After"] = TRY_AGAIN_AFTER
    response.headers["Cache-Control"] = "no-store"
    return response

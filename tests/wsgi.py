"""Asking a WSGI application as a web server does."""

import io
from collections import namedtuple
from contextlib import contextmanager

from django.core.signals import request_finished, request_started
from django.db import close_old_connections

Told = namedtuple("Told", "status headers body")


def ask(application, path="/", query="", method="GET", **headers) -> Told:
    """What a reader is told."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "127.0.0.1:8000",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
    } | {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    started = []
    answer = application(environ, lambda status, headers: started.extend([status, headers]))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return Told(started[0], dict(started[1]), body)


@contextmanager
def outside_a_request():
    """Requests leave the test's own connection alone, as Django's test client sees to."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)

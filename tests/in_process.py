"""A browser that reads the site without a server between: Django answers in the test's own thread.

So a test in a browser sees what the test has written, and nothing needs to be committed.
"""

from email.message import Message
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.views import serve
from django.core.signals import request_finished
from django.db import close_old_connections, connections
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from playwright.sync_api import BrowserContext, Route

from tests.pages.weight import Answer

# A place that a browser trusts as it trusts https.
SITE = "http://localhost"


class Site:
    """Answers everything that a browser context asks for, and whatever a test asks for."""

    def __init__(self, context: BrowserContext) -> None:
        self.client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
        self.connection = connections["default"]
        context.route("**/*", self._answer)

    def fetch(self, url: str, method: str = "GET") -> Answer:
        """What the site answers."""
        response = self._response(url, method)
        headers = Message()
        for name, value in response.headers.items():
            headers[name] = value
        for cookie in response.cookies.values():
            headers["Set-Cookie"] = cookie.OutputString()
        body = b"".join(response) if response.streaming else response.content
        _close(response)
        return Answer(response.status_code, headers, body)

    def _answer(self, route: Route) -> None:
        url = route.request.url
        if not url.startswith(f"{SITE}/"):
            route.abort()
            return
        # Playwright calls from a context of its own, where Django would open another connection.
        connections["default"] = self.connection
        answer = self.fetch(url, route.request.method)
        route.fulfill(status=answer.status, headers=dict(answer.headers), body=answer.body)

    def _response(self, url: str, method: str) -> HttpResponseBase:
        parts = urlsplit(url)
        if parts.path.startswith(settings.STATIC_URL):
            path = parts.path.removeprefix(settings.STATIC_URL)
            return serve(RequestFactory().get(parts.path), path, insecure=True)
        return self.client.generic(method, f"{parts.path}?{parts.query}")


def _close(response: HttpResponseBase) -> None:
    """End the request as Django's test client does: the test goes on using its connection."""
    request_finished.disconnect(close_old_connections)
    response.close()
    request_finished.connect(close_old_connections)

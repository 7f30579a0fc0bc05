"""What a request asks for, when it asks for nothing but what anybody gets."""

import re
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.http.request import split_domain_port, validate_host

Environ = dict[str, Any]

LONGEST_QUERY = 1000


class PublicQuestions:
    """Knows which requests anybody may have sent, and how to put them without telling who did."""

    @cached_property
    def _session(self) -> re.Pattern:
        return re.compile(rf"(?:^|;)\s*{re.escape(settings.SESSION_COOKIE_NAME)}=")

    @cached_property
    def _own(self) -> tuple[str, str]:
        parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        return parts.scheme, parts.netloc

    def is_public(self, environ: Environ) -> bool:
        """Whether the answer to this request can be the same for everybody."""
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and not environ["PATH_INFO"].startswith(settings.NEVER_KEPT)
            and "HTTP_AUTHORIZATION" not in environ
            and not ("HTTP_COOKIE" in environ and self._session.search(environ["HTTP_COOKIE"]))
            and self._scheme(environ) == self._own[0]
            and is_ours(environ.get("HTTP_HOST", ""))
        )

    def put(self, environ: Environ, query: str) -> Environ:
        """The same question as a GET for our own address from nobody in particular."""
        asked = {name: told for name, told in environ.items() if not name.startswith("HTTP_")}
        scheme, host = self._own
        if settings.SECURE_PROXY_SSL_HEADER:
            name, secure = settings.SECURE_PROXY_SSL_HEADER
            asked |= {name: secure} if scheme == "https" else {}
        return asked | {
            # For answers that are not kept: how an answer is packed changes nothing in it.
            "HTTP_ACCEPT_ENCODING": environ.get("HTTP_ACCEPT_ENCODING", ""),
            "REQUEST_METHOD": "GET",
            "QUERY_STRING": query,
            "CONTENT_LENGTH": "",
            "CONTENT_TYPE": "",
            "HTTP_HOST": host,
        }

    def nobodys(self, path: str) -> Environ:
        """The question for `path` that we put to ourselves."""
        environ: Environ = {"PATH_INFO": path.encode().decode("latin-1"), "QUERY_STRING": ""}
        setup_testing_defaults(environ)
        return self.put(environ, "")

    def _scheme(self, environ: Environ) -> str:
        if settings.SECURE_PROXY_SSL_HEADER:
            name, secure = settings.SECURE_PROXY_SSL_HEADER
            return "https" if environ.get(name) == secure else environ["wsgi.url_scheme"]
        return environ["wsgi.url_scheme"]


@lru_cache(maxsize=64)
def is_ours(host: str) -> bool:
    """Whether the site answers to that name."""
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def what_matters(query: str, keys: frozenset[str]) -> str | None:
    """The part of a query that these keys make, always in one order; None if it is unreasonable."""
    if not keys:
        return ""
    if len(query) > LONGEST_QUERY:
        return None
    pairs = [(name, value) for name, value in parse_qsl(query) if name in keys]
    return urlencode(sorted(pairs))

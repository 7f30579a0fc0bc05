"""What the frame of a page asks of the request."""

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def aria_current(context: template.Context, url: str) -> SafeString:
    """Marks the link to the page that is read as "page", and one to a page above it as "true"."""
    request = context.get("request")
    if request is None or not url:
        return mark_safe("")
    if request.path == url:
        return mark_safe(' aria-current="page"')
    if url != "/" and request.path.startswith(url):
        return mark_safe(' aria-current="true"')
    return mark_safe("")


@register.simple_tag(takes_context=True)
def is_safe(context: template.Context) -> bool:
    """Whether the page lies in a safe branch, or would if there were one at this address."""
    page, request = context.get("page"), context.get("request")
    return getattr(page, "in_safe_branch", False) or getattr(request, "safe_branch", False)


@register.filter
def has_session(request: HttpRequest | None) -> bool:
    """Whether the reader may be logged in.

    Looks only at whether the cookie is there. Asking who the reader is would make every
    public page vary by cookie, and no cache could share it.
    """
    return request is not None and settings.SESSION_COOKIE_NAME in request.COOKIES

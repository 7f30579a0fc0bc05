"""What the head of a page tells search engines, and those who show a link to it."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from foundation import structured_data as told
from foundation.pictures import SHARED_SIZE, shared_picture

register = template.Library()

# Drawn for the project: no word in it, so it stands for every page, also those in safe mode.
OWN_PICTURE = "share/share.png"


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context) -> SafeString:
    """The page in the words of schema.org; nothing where nothing may be told."""
    page, request = context.get("page"), context.get("request")
    if request is None or not told.is_told(page, request):
        return mark_safe("")
    text = told.as_json(told.Shown(page, request, context.flatten()))
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 (escaped there)


@register.simple_tag(takes_context=True)
def picture_to_share(context: template.Context, safe: bool) -> dict[str, Any]:
    """The picture beside a link to the page: the article's own, or the site's."""
    page, request = context.get("page"), context["request"]
    picture = None if safe else shared_picture(page)
    if picture:
        address, size = picture.url, (picture.width, picture.height)
    else:
        address, size = static(OWN_PICTURE), SHARED_SIZE
    return {"address": request.build_absolute_uri(address), "width": size[0], "height": size[1]}


@register.simple_tag(takes_context=True)
def is_told(context: template.Context) -> bool:
    """Whether programs may be told what the page is."""
    request = context.get("request")
    return request is not None and told.is_told(context.get("page"), request)

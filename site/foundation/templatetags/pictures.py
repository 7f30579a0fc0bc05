"""Pictures in templates."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from foundation import pictures
from foundation.media import SiteImage

register = template.Library()


@register.simple_tag
def picture_in_text(image: SiteImage, loading: str = "lazy") -> SafeString:
    """The picture, as wide as the text; what it shows in words where its file cannot be read.

    `loading` is "eager" for one that stands first on the page.
    """
    if found := pictures.picture(image, loading):
        return found.__html__()
    alt_text = image.contextual_alt_text
    if alt_text is None:
        alt_text = image.default_alt_text
    return format_html("<p>Bilden kan inte visas just nu. {}</p>", alt_text)

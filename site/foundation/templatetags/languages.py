"""Which language is what, in templates: screen readers pronounce each text as it is marked.

The frame of a page in English is in English; what the registers hold is Swedish all the same.
"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from foundation.languages import Language

register = template.Library()


@register.simple_tag(takes_context=True)
def written_in(context: template.Context) -> Language:
    """The language of the page's own text; Swedish where there is no page."""
    return getattr(context.get("page"), "written_in", Language.SWEDISH)


@register.simple_tag(takes_context=True)
def lang_of(context: template.Context, item: object) -> SafeString:
    """Marks the words of a page, or of anything with its tree path, where they are in another
    language than what stands around them.
    """
    if item is context.get("page"):
        return _mark(written_in(context))
    frame = getattr(context.get("request"), "frame", None)
    others = getattr(frame, "languages", {})
    return _mark(others.get(getattr(item, "path", ""), Language.SWEDISH))


@register.simple_tag
def in_swedish() -> SafeString:
    """Marks what is Swedish in every frame: names, and what editors write of the whole site."""
    return _mark(Language.SWEDISH)


@register.simple_tag
def swedish_or(swedish: str, english: str) -> SafeString | str:
    """The English words in an English frame, or the Swedish ones, marked as such."""
    if get_language() == "en" and english:
        return english
    mark = _mark(Language.SWEDISH) if swedish else ""
    return format_html("<span{}>{}</span>", mark, swedish) if mark else swedish


def _mark(language: Language) -> SafeString:
    if language.tag == get_language():
        return mark_safe("")
    direction = mark_safe(' dir="rtl"') if language.direction == "rtl" else ""
    return format_html(' lang="{}"{}', language.tag, direction)

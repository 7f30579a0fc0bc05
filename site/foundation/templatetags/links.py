"""Links in templates that say where they lead."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.documents.models import AbstractDocument

from foundation import links

register = template.Library()

register.filter("is_external", links.is_external)
register.filter("file_facts", links.file_facts)
register.filter("mark_links", links.mark_links)


@register.simple_tag
def link(text: str, url: str = "", document: AbstractDocument | None = None) -> SafeString | str:
    """A link that says where it leads: {% link "Brå" url=… %} or {% link "" document=… %}.

    Without a target only the text; a document without a text goes by its title.
    """
    if document:
        facts = links.file_facts(document)
        return format_html('<a href="{}">{} ({})</a>', document.url, text or document.title, facts)
    if links.is_external(url):
        return format_html(
            '<a href="{}" rel="noreferrer">{}, {}</a>', url, text or url, links.ELSEWHERE
        )
    return format_html('<a href="{}">{}</a>', url, text or url) if url else text

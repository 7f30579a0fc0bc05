"""Links in templates that say where they lead."""

from django import template

from foundation import links

register = template.Library()

register.filter("is_external", links.is_external)
register.filter("file_facts", links.file_facts)
register.filter("mark_links", links.mark_links)


@register.simple_tag
def elsewhere() -> str:
    """The words that mark a link to another website."""
    return links.ELSEWHERE

"""Abbreviations in templates."""

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from foundation.abbreviations import explained

register = template.Library()


@register.tag("explained")
def explained_tag(parser: template.base.Parser, token: template.base.Token) -> template.Node:
    """Explains the abbreviations of what stands between it and `endexplained`."""
    nodes = parser.parse(["endexplained"])
    parser.delete_first_token()
    return ExplainedNode(nodes)


class ExplainedNode(template.Node):
    """Part of a page in which abbreviations are explained where they are first used."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        """The part with explanations, which are in Swedish, where Swedish is read."""
        html = self.nodelist.render(context)
        frame = getattr(context.get("request"), "frame", None)
        meanings = getattr(frame, "abbreviations", {})
        if not meanings or get_language() != "sv":
            return html
        # What is rendered is safe, and what is put into it is escaped.
        return mark_safe(explained(html, meanings))  # noqa: S308

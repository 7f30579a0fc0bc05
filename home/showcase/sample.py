"""What a sample is, and the made-up pages that samples need."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

# A title of as many characters as a page may have, and one word longer than a telephone is wide.
LONG = (
    "Samverkan mellan kommunen, polisen, räddningstjänsten, näringslivet, föreningarna och de boende "
    "om trygghetsskapande brottsförebyggandesamordnarutbildningar på torget, i parken och vid stationen"
)


@dataclass(frozen=True)
class Sample:
    """One state of a component: what it is called, and what the component is given."""

    state: str
    context: dict[str, Any] = field(default_factory=dict)
    # The list that components of one row stand in: the class of its <ul>.
    inside: str = ""

    def render(self, name: str, request: HttpRequest) -> SafeString:
        """The component `name` in this state, as readers would see it."""
        html = render_to_string(f"components/{name}.html", self.context, request)
        return format_html('<ul class="{}">{}</ul>', self.inside, html) if self.inside else html


@dataclass(frozen=True)
class Shown:
    """A component or block with its states drawn."""

    title: str
    anchor: str
    states: list[tuple[str, SafeString]]


def page_at(address: str, make: Callable[..., Page] = Page, /, **facts: Any) -> Page:
    """A page that is in no tree, at an address that it is given; what its type lacks is added."""
    fields = {each.name for each in make._meta.get_fields()}
    page = make(**{name: value for name, value in facts.items() if name in fields})
    for name, value in facts.items():
        if name not in fields:
            setattr(page, name, value)
    page.get_url = lambda *args, **kwargs: address
    return page


def drawn(html: str) -> SafeString:
    """What a block has rendered."""
    # Blocks escape what they are given; the samples are the project's own.
    return mark_safe(html)  # noqa: S308

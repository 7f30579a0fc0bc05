"""How the search page says what it found."""

from django import template
from django.http import QueryDict

from foundation.swedish.dates import in_words

register = template.Library()


@register.filter
def pages_found(number: int) -> str:
    """How many pages were found, as the beginning of a sentence: "Två sidor", "Ingen sida"."""
    if number == 0:
        return "Ingen sida"
    return f"{in_words(number).capitalize()} {'sida' if number == 1 else 'sidor'}"


@register.filter
def in_quotes(text: str) -> str:
    """The text within quotation marks as Swedish writes them."""
    return f"”{text}”"


@register.simple_tag(takes_context=True)
def with_choice(context: template.Context, name: str, key: str) -> str:
    """The address of the same search, narrowed by this choice too, from its first page."""
    return _address(context, {name: key})


@register.simple_tag(takes_context=True)
def without(context: template.Context, name: str) -> str:
    """The address of the same search without what is chosen under `name`, from its first page."""
    return _address(context, {name: None})


def _address(context: template.Context, changes: dict[str, str | None]) -> str:
    asked: QueryDict = context["request"].GET.copy()
    for name, value in {**changes, "sida": None}.items():
        asked.pop(name, None)
        if value is not None:
            asked[name] = value
    return f"?{asked.urlencode()}"

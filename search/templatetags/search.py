"""How the search page says what it found."""

from django import template

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

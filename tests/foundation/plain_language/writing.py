"""Pieces of text as an editor writes them, for the rules to look at."""

from foundation.plain_language.parts import Place, Text, Written, paragraphs_of_html

HERE = Place("Innehåll, Text", ("body", "1"))


def text(html, place=HERE):
    """Running text, as rich text is stored."""
    return Text(place, paragraphs_of_html(html))


def page(*parts, **facts):
    """A page with these parts."""
    return Written(tuple(parts), **facts)


def sentence(words):
    """One sentence of so many short words."""
    return f"<p>{' '.join(['Vi', *['ser'] * (words - 1)])}.</p>"

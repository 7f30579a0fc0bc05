"""An article from a web page that somebody saved."""

from news.importing.webpage.reading import parse_html

__all__ = ["parse_html"]

"""Wagtail's own database search, whatever is typed into it.

Stock search ends in an error page for a quotation mark, a NUL or a thousand words
(wagtail/wagtail#13227), in the editors' own searches too. Cured here, all searches are cured.
"""

from wagtail.search.backends import database
from wagtail.search.backends.base import BaseSearchBackend, EmptySearchResults
from wagtail.search.query import And, Boost, Not, Or, Phrase, PlainText, SearchQuery

from search.query import harmless

Query = str | SearchQuery


class ForgivingSearch:
    """A search backend that answers every text: with what it finds, or with nothing."""

    def search(self, query: Query, *args, **kwargs):
        """What holds the words of the query."""
        query = _harmless(query)
        return super().search(query, *args, **kwargs) if query else EmptySearchResults()

    def autocomplete(self, query: Query, *args, **kwargs):
        """What holds words that begin as those of the query."""
        query = _harmless(query)
        return super().autocomplete(query, *args, **kwargs) if query else EmptySearchResults()


def SearchBackend(params: dict) -> BaseSearchBackend:  # noqa: N802 (the name that Wagtail asks for)
    """The database's own search backend, made forgiving."""
    stock = type(database.SearchBackend(params))
    return type(f"Forgiving{stock.__name__}", (ForgivingSearch, stock), {})(params)


def _harmless(query: Query) -> Query | None:
    """The query without what no database can look for; None when nothing is left of it."""
    match query:
        case str():
            return harmless(query) or None
        case PlainText():
            words = harmless(query.query_string)
            return PlainText(words, operator=query.operator, boost=query.boost) if words else None
        case Phrase():
            words = harmless(query.query_string)
            return Phrase(words) if words else None
        case And() | Or():
            parts = [part for part in map(_harmless, query.subqueries) if part]
            return type(query)(parts) if len(parts) > 1 else next(iter(parts), None)
        case Not():
            part = _harmless(query.subquery)
            return Not(part) if part else None
        case Boost():
            part = _harmless(query.subquery)
            return Boost(part, query.boost) if part else None
    return query

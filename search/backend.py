"""Wagtail's own database search, whatever is typed into it.

Stock search ends in an error page for a quotation mark, a NUL or a thousand words
(wagtail/wagtail#13227), in the editors' own searches too. Cured here, all searches are cured.
"""

from wagtail.search.backends import database
from wagtail.search.backends.base import BaseSearchBackend
from wagtail.search.query import MATCH_NONE, And, Boost, Not, Or, Phrase, PlainText, SearchQuery

from search.query import harmless

Query = str | SearchQuery

# Quoted parts become a tree that SQLite reads only so deep; nobody asks for as many.
MOST_PARTS = 50


class ForgivingSearch:
    """A search backend that answers every text: with what it finds, or with nothing."""

    def search(self, query: Query, *args, **kwargs):
        """What holds the words of the query."""
        return super().search(sensible(query), *args, **kwargs)

    def autocomplete(self, query: Query, *args, **kwargs):
        """What holds words that begin as those of the query."""
        return super().autocomplete(sensible(query), *args, **kwargs)


def SearchBackend(params: dict) -> BaseSearchBackend:  # noqa: N802 (the name that Wagtail asks for)
    """The database's own search backend, made forgiving."""
    stock = type(database.SearchBackend(params))
    return type(f"Forgiving{stock.__name__}", (ForgivingSearch, stock), {})(params)


def sensible(query: Query) -> Query:
    """The query as any database can look for it, or one that finds nothing."""
    cleaned = _harmless(query)
    return cleaned if cleaned and _parts(cleaned) <= MOST_PARTS else MATCH_NONE


def _parts(query: Query) -> int:
    match query:
        case And() | Or():
            return sum(map(_parts, query.subqueries))
        case Not() | Boost():
            return _parts(query.subquery)
    return 1


def _harmless(query: Query) -> Query | None:
    """The query without what no database can look for; None when nothing is left."""
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

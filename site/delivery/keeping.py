"""Which answers may be kept and given to every reader, and where they are found.

Nothing is kept unless its view says that it may be, and in that word also which keys of the
query change it. Other keys (of campaigns and trackers) neither split nor fill what is kept.
"""

from collections.abc import Callable, Iterable

from django.http import HttpResponse

_ATTRIBUTE = "kept_by_query_keys"

_addresses: list[Callable[[], Iterable[str]]] = []


def may_be_kept(response: HttpResponse, query_keys: Iterable[str] = ()) -> HttpResponse:
    """Mark `response` as the same for every reader who is not logged in."""
    setattr(response, _ATTRIBUTE, frozenset(query_keys))
    return response


def query_keys_of(response: object) -> frozenset[str] | None:
    """The keys of the query that change the answer; none at all if it may not be kept."""
    return getattr(response, _ATTRIBUTE, None)


def register_addresses(find: Callable[[], Iterable[str]]) -> None:
    """Let `find` tell addresses whose answers are kept before anyone has asked for them.

    One may have a query, its keys in the order of the alphabet: a page of a long list.
    """
    _addresses.append(find)


def public_addresses() -> set[str]:
    """Every address that is to be had also when the database is not."""
    return {address for find in _addresses for address in find()}

"""What editors want found first for certain words: pages, and links elsewhere."""

from dataclasses import dataclass

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.search.utils import normalise_query_string

from search.listing import Hit, listed


@dataclass(frozen=True)
class Pick:
    """A page as lists of hits show it, or else the words and the address of a link; and why."""

    page: Hit | None
    text: str
    address: str
    description: str


def picks(words: str) -> list[Pick]:
    """The editors' picks for these very words, in their order; only pages that all may read.

    Nothing is written: what people search for is not counted.
    """
    chosen = SearchPromotion.objects.filter(query__query_string=normalise_query_string(words))
    chosen = list(chosen.select_related("page").order_by("sort_order"))
    if not chosen:
        return []
    pages = [pick.page_id for pick in chosen if pick.page_id]
    hits = {hit.path: hit for hit in listed(pages, frozenset())}
    told = (
        Pick(
            page=hits.get(pick.page.path) if pick.page else None,
            text=pick.external_link_text,
            address=pick.external_link_url,
            description=pick.description,
        )
        for pick in chosen
    )
    return [pick for pick in told if pick.page or pick.address]

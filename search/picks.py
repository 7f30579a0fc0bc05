"""The pages that editors want found first for certain words."""

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page
from wagtail.search.utils import normalise_query_string

from foundation.visibility import visible


def picks(words: str) -> list[SearchPromotion]:
    """The editors' picks for these very words, in their order; only pages that all may read.

    Nothing is written: what people search for is not counted.
    """
    chosen = SearchPromotion.objects.filter(query__query_string=normalise_query_string(words))
    chosen = list(chosen.select_related("page").order_by("sort_order"))
    if not chosen:
        return []
    keys = [pick.page_id for pick in chosen if pick.page_id]
    open_to_all = set(visible(Page.objects.filter(pk__in=keys)).values_list("pk", flat=True))
    return [pick for pick in chosen if not pick.page_id or pick.page_id in open_to_all]

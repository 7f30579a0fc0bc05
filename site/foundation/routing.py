"""From an address to a page, with all that lies above it, in one query for the whole way.

Wagtail's own way asks twice for every step down. This one also keeps what it saw: the pages
above (for the breadcrumb), whether the branch is in safe mode, and whether it is private.
"""

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from foundation import safe_mode

# No page lies as deep; the addresses below one are no longer either.
MAX_STEPS = 12


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view of a page, spared from asking for the site that the frame already holds."""
    # Wagtail's views want every model loaded; the models want this module.
    from wagtail import views

    if site := request.frame.site:
        request._wagtail_site = site
    return views.serve(request, path)


def route_below(start: Page, request: HttpRequest, path_components: list[str]) -> RouteResult:
    """The page or sub-route at `path_components` below `start`.

    Marks the request as in a safe branch before anything is refused, so that the answer
    "not found" leaves no more traces than a page would.
    """
    way = _way(start, path_components[:MAX_STEPS])
    request.safe_branch = any(safe_mode.covers(request.frame.safe_paths, page.path) for page in way)
    if len(path_components) > MAX_STEPS or len(way) == 1 or not all(page.live for page in way):
        raise Http404
    page = _specific(way[-1])
    if hasattr(page, "come_by"):
        page.come_by(way)
    return page.route(request, path_components[len(way) - 1 :])


def _way(start: Page, path_components: list[str]) -> list[Page]:
    """The pages from `start` down, as far as the components lead."""
    addresses = [start.url_path]
    for component in path_components:
        addresses.append(f"{addresses[-1]}{component}/")
    # A restriction on the root of the tree, above every start page, holds for all pages.
    restrictions = PageViewRestriction.objects.filter(Q(page=OuterRef("pk")) | Q(page__depth=1))
    found = {
        page.url_path: page
        for page in Page.objects.filter(
            slug__in={start.slug, *path_components}, url_path__in=addresses
        ).annotate(is_private=Exists(restrictions))
    }
    way = []
    for address in addresses:
        if address not in found:
            break
        way.append(found[address])
    return way


def _specific(page: Page) -> Page:
    """The page as its own type, with the relations that its type always shows."""
    own = page.specific_class
    if own is None:
        raise Http404
    # Without names Django would fetch every relation there is.
    related = getattr(own, "route_select_related", ()) or (None,)
    return own.objects.select_related(*related).get(pk=page.pk)

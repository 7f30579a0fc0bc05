"""The feeds of the whole site, and the page that says which there are."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept
from foundation.feeds.atom import feed_response
from foundation.feeds.entry import LIMIT, sources
from foundation.own_pages import own_page


@require_safe
def serve(request: HttpRequest, name: str) -> HttpResponse:
    """The feed of that name."""
    source = next((one for one in sources() if one.name == name), None)
    if source is None:
        raise Http404
    return feed_response(
        request,
        source.title,
        f"flode/{source.name}",
        reverse("feeds"),
        source.entries(LIMIT),
        source.updated_at(),
    )


@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """What there is to subscribe to, and how."""
    context = {"own_page": own_page("feeds", request), "sources": sources()}
    return may_be_kept(render(request, "foundation/feeds.html", context))


def addresses() -> list[str]:
    """Those that are kept before anyone has asked."""
    feeds = [reverse("feed", args=[source.name]) for source in sources()]
    return [reverse("feeds"), reverse("calendar"), *feeds]

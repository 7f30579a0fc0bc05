"""Each page in Markdown beside itself: its own text, read from the page as it is shown.

Made of the page's own answer, so that it holds what the page shows and nothing else, to those whom
the page shows it. Pages in safe mode and example data have none; pages of the site's own have one too.
"""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import resolve
from django.views.decorators.http import require_safe

from delivery.keeping import may_be_kept, query_keys_of
from foundation.own_pages import own_page_at
from foundation.routing import serve_page
from foundation.structured_data import is_told
from search.engines.markdown import markdown_of


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The twin of the page at `path`; where the page answers something else, so does its twin."""
    request.GET = QueryDict()
    own = own_page_at(f"/{path}", request)
    if own:
        return _twin(resolve(f"/{path}").func(request), own.address)
    answer = serve_page(request, path)
    if answer.status_code != 200:
        return answer
    page = (getattr(answer, "context_data", None) or {}).get("page")
    # Other views below a page are none of its own, and have no twin.
    if not is_told(page, request) or page.get_url(request) != f"/{path}":
        raise Http404
    return _twin(answer.render(), page.get_full_url(request))


def _twin(answer: HttpResponse, address: str) -> HttpResponse:
    text = markdown_of(answer.content.decode(), address)
    twin = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    twin["Link"] = f'<{address}>; rel="canonical"'
    twin["X-Robots-Tag"] = "noindex"
    return twin if query_keys_of(answer) is None else may_be_kept(twin)

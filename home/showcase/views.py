"""The pages under /redaktion/ that show the components."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin

from foundation.stylesheet import STYLESHEET, in_scheme, joined
from home.showcase.blocks import all_blocks
from home.showcase.components import all_components

SCHEMES = {"ljust": "light", "morkt": "dark"}
WIDTHS = {"smal": ("360", "Smalt som en telefon"), "bred": ("100%", "Brett som fönstret")}


def choose(request: HttpRequest) -> HttpResponse:
    """The components in windows of their own, light and dark, narrow or wide."""
    width = request.GET.get("bredd")
    width = width if width in WIDTHS else "smal"
    return render(
        request,
        "home/showcase/choose.html",
        {
            "windows": [("Ljust", "ljust"), ("Mörkt", "morkt")],
            "width": width,
            "pixels": WIDTHS[width][0],
            "widths": [(key, label) for key, (_, label) in WIDTHS.items()],
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": "Hem"},
                {"url": "", "label": "Komponenter"},
            ],
        },
    )


@xframe_options_sameorigin
def show_all(request: HttpRequest, scheme: str) -> HttpResponse:
    """All components and blocks, as readers see them."""
    _known(scheme)
    groups = [("Komponenter", all_components(request)), ("Block", all_blocks(request))]
    context = {"scheme": scheme, "groups": groups}
    return render(request, "home/showcase/all.html", context)


def stylesheet(request: HttpRequest, scheme: str) -> HttpResponse:
    """The site's own stylesheet, as a reader who has chosen the scheme gets it."""
    css = joined(Path(settings.STATICFILES_DIRS[0]) / STYLESHEET)
    return HttpResponse(in_scheme(css, _known(scheme)), content_type="text/css; charset=utf-8")


def _known(scheme: str) -> str:
    if scheme not in SCHEMES:
        raise Http404
    return SCHEMES[scheme]
